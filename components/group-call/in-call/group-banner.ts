import type { Banner, MessageBanner } from '../../parts/banner/banner.ts';
import { deviceBanner } from '../../parts/banner/device-banner.ts';
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
  const unreached = snapshot.participants.find(({ unreachable }) => unreachable);
  if (unreached === undefined) return null;
  return said('warning', '', words.keysUnknown(firstName(view.person(unreached.userId).name)));
}

function said(kind: MessageBanner['kind'], title: string, text: string): MessageBanner {
  return { kind, icon: kind === 'danger' ? phone : signal1, title, text, action: null };
}
