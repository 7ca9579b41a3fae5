import type { MessageBanner } from '../../parts/banner/banner.ts';
import { deviceBanner } from '../../parts/banner/device-banner.ts';
import { phone } from '../../parts/icon/icons.ts';
import { signal1 } from '../../parts/icon/in-call-icons.ts';
import { firstName, isolated } from '../../locales/first-name.ts';
import type { InCallView } from './in-call-view.ts';

/** What lies under the top row for as long as its cause: the worst thing only. */
export function bannerOf(view: InCallView): MessageBanner | null {
  const { words, snapshot } = view;
  if (snapshot === null || snapshot.state === 'ended' || snapshot.state === 'ringing') return null;
  if (view.signedOut) {
    return { kind: 'danger', icon: phone, title: words.signedOut, text: words.signedOutHint, action: null };
  }
  if (snapshot.state === 'reconnecting') {
    return {
      kind: 'warning',
      icon: 'spinner',
      title: words.reconnecting,
      text: words.reconnectingHint,
      action: null,
    };
  }
  if (view.scene !== 'blocked') {
    const device = deviceBanner(words, snapshot.problems);
    if (device !== null) return device;
  }
  if (snapshot.transferOffer !== null) return transferBanner(view);
  if (snapshot.signallingInterrupted) {
    const { signallingInterrupted: title, signallingInterruptedHint: text } = words;
    return { kind: 'warning', icon: signal1, title, text, action: null };
  }
  if (!view.weak) return null;
  const text = snapshot.remote.cameraMuted ? words.weakConnection : words.weakVideoPaused;
  return {
    kind: 'warning',
    icon: signal1,
    title: '',
    text: view.scene === 'video' ? words.weakConnection : text,
    action: null,
  };
}

function transferBanner({ words, snapshot, peer }: InCallView): MessageBanner {
  const target = snapshot?.transferOffer?.target;
  const name = target?.displayName ?? target?.userId ?? '';
  return {
    kind: 'warning',
    icon: phone,
    title: '',
    text: words.wantsToTransfer(firstName(peer.name), isolated(name)),
    action: { label: words.connect, request: { do: 'transfer', accept: true } },
    refusal: { label: words.decline, request: { do: 'transfer', accept: false } },
  };
}
