import type { MediaProblem } from '../../../src/index.ts';
import type { Words } from '../../locales/en.ts';
import type { MessageBanner } from '../../parts/banner/banner.ts';
import { micOff, phone } from '../../parts/icon/icons.ts';
import { signal1 } from '../../parts/icon/in-call-icons.ts';
import { firstName, isolated } from './first-name.ts';
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
    const device = snapshot.problems
      .map((problem) => deviceBanner(words, problem))
      .find((banner) => banner !== null);
    if (device) return device;
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

function deviceBanner(words: Words, { slot, code }: MediaProblem): MessageBanner | null {
  const text = problemText(words, slot === 'camera' ? 'camera' : 'microphone', code);
  if (text === null || slot === 'screen' || slot === 'screen-audio') return null;
  return {
    kind: 'danger',
    icon: micOff,
    title: '',
    text,
    action: { label: words.tryAgain, request: { do: 'retry', slot } },
  };
}

/** What the person reads about a device that is missing. */
export function problemText(
  words: Words,
  slot: 'microphone' | 'camera',
  code: MediaProblem['code'],
): string | null {
  const microphone = slot === 'microphone';
  switch (code) {
    case 'permission-denied':
      return microphone ? words.microphoneDenied : words.cameraDenied;
    case 'device-missing':
      return microphone ? words.microphoneMissing : words.cameraMissing;
    case 'device-busy':
      return microphone ? words.microphoneBusy : words.cameraBusy;
    case 'device-lost':
      return microphone ? words.microphoneLost : words.cameraLost;
    case 'insecure-context':
      return words.insecurePage;
    case 'cancelled':
    case 'bad-description':
    case 'unknown':
      return null;
  }
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
  };
}
