import type { Banner, MessageBanner } from '../../parts/banner/banner.ts';
import { deviceBanner } from '../../parts/banner/device-banner.ts';
import { people } from '../../parts/icon/group-bar-icons.ts';
import { phone } from '../../parts/icon/icons.ts';
import { signal1, volume } from '../../parts/icon/in-call-icons.ts';
import { firstName } from '../../locales/first-name.ts';
import type { GroupInCallView } from './group-in-call-view.ts';

/** What lies under the top row for as long as its cause: the worst thing only. */
export function groupBannerOf(view: GroupInCallView): Banner | null {
  const { words, snapshot } = view;
  if (snapshot === null) return null;
  if (view.soundBlocked) {
    return { kind: 'button', label: words.turnSoundOn, icon: volume, request: { do: 'allow-sound' } };
  }
  if (view.signedOut) return said('danger', words.signedOut, words.signedOutHint);
  if (snapshot.problem !== null) return said('warning', words.notSeenYet, words.notSeenYetHint);
  const device = deviceBanner(words, snapshot.problems);
  if (device !== null) return device;
  if (snapshot.signallingInterrupted) {
    return said('warning', words.signallingInterrupted, words.signallingInterruptedHint);
  }
  if (snapshot.participants.length === 0) return aloneNote(words);
  const unreached = snapshot.participants.find(({ unreachable }) => unreachable);
  if (unreached === undefined) return null;
  return said('warning', '', words.keysUnknown(firstName(view.person(unreached.userId).name)));
}

/** Nothing is wrong, and there is something to do. */
function aloneNote(words: GroupInCallView['words']): MessageBanner {
  const action = { label: words.copyInviteLink, request: { do: 'copy-invite-link' } } as const;
  return { kind: 'note', icon: people, title: '', text: words.alone, action };
}

function said(kind: MessageBanner['kind'], title: string, text: string): MessageBanner {
  return { kind, icon: kind === 'danger' ? phone : signal1, title, text, action: null };
}
