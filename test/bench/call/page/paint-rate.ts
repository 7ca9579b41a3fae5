import { now } from './now.ts';

/** Pictures that the browser paints of this page in a second: one that is hidden gets hardly any. */
export async function paintRate(): Promise<number> {
  if (document.visibilityState === 'hidden') return 0;
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  await frame();
  const from = now();
  for (let frames = 0; frames < 30; frames += 1) await frame();
  return 30_000 / (now() - from);
}

/** Each page of a bench has it. */
declare global {
  interface Window {
    paintRate: typeof paintRate;
  }
}
