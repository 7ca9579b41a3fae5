import type { Words } from '../../locales/en.ts';
import type { GroupWords } from '../../locales/group-words.en.ts';
import type { ListedPerson } from '../../parts/people-list/listed-person.ts';
import type { Toast } from '../../parts/toasts/toasts.ts';
import type { GroupView } from '../group-view.ts';
import type { ChosenSlot } from '../preview.ts';

/** What a group call shows once it is connected, is over, or cannot be. */
export interface GroupInCallView extends GroupView {
  readonly words: Words & GroupWords;
  readonly listed: readonly ListedPerson[];
  /** The list of people is open. */
  readonly peopleShown: boolean;
  readonly handRaised: boolean;
  readonly pendingDevice: ChosenSlot | null;
  readonly toasts: readonly Toast[];
  readonly soundBlocked: boolean;
  /** ms that we were in the call that is over. */
  readonly duration: number | null;
  /** Whoever left comes back as soon as that can be. */
  readonly comesBack: boolean;
  readonly canPictureInPicture: boolean;
  readonly isFullScreen: boolean;
}
