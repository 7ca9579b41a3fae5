import type { Words } from '../../locales/en.ts';

/** How camera and microphone are allowed in this browser, in order. */
export function allowSteps(words: Words): readonly string[] {
  const { userAgent } = navigator;
  if (/firefox/i.test(userAgent)) return words.allowFirefox;
  return /chrom/i.test(userAgent) ? words.allowChromium : words.allowSafari;
}
