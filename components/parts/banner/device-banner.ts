import type { MediaProblem } from '../../../src/index.ts';
import type { Words } from '../../locales/en.ts';
import { cameraOff, micOff } from '../icon/icons.ts';
import type { MessageBanner } from './banner.ts';

/** The first device that is missing and can be tried again. */
export function deviceBanner(words: Words, problems: readonly MediaProblem[]): MessageBanner | null {
  return problems.map((problem) => bannerOf(words, problem)).find((banner) => banner !== null) ?? null;
}

function bannerOf(words: Words, { slot, code }: MediaProblem): MessageBanner | null {
  const text = problemText(words, slot === 'camera' ? 'camera' : 'microphone', code);
  if (text === null || slot === 'screen' || slot === 'screen-audio') return null;
  return {
    kind: 'danger',
    icon: slot === 'camera' ? cameraOff : micOff,
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
    case 'not-blurred':
      return words.notBlurred;
    case 'cancelled':
    case 'bad-description':
    case 'unknown':
      return null;
  }
}
