import type { MediaDevice, PeerStatistics } from '../../../src/index.ts';
import type { Words } from '../../locales/en.ts';
import type { Toast } from '../../parts/toasts/toasts.ts';
import type { CallView } from '../call-view.ts';

/** What a call shows once it is connected, or is over. */
export interface InCallView extends CallView {
  readonly words: Words;
  readonly weak: boolean;
  readonly toasts: readonly Toast[];
  readonly statistics: PeerStatistics | null;
  readonly devices: readonly MediaDevice[];
  /** Device id; `''` is the system's. */
  readonly speaker: string;
  readonly pendingDevice: 'microphone' | 'camera' | 'speaker' | null;
  readonly canPictureInPicture: boolean;
  readonly isFullScreen: boolean;
}
