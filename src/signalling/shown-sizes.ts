import * as v from 'valibot';
import { parsed } from '../foundation/schemas.ts';

/** Pixels of a picture's shorter side where it is on the screen; 0: it is not. */
export interface ShownSizes {
  readonly camera: number;
  readonly screen: number;
}

const MOST_PIXELS = 2 ** 14;
const pixels = v.custom<number>(
  (size) => Number.isInteger(size) && (size as number) >= 0 && (size as number) <= MOST_PIXELS,
);
const sizesContent = v.object({ 'm.usermedia': pixels, 'm.screenshare': pixels });

/** `null`: they are none. */
export function parseShownSizes(content: unknown): ShownSizes | null {
  const sizes = parsed(sizesContent, content);
  return sizes ? { camera: sizes['m.usermedia'], screen: sizes['m.screenshare'] } : null;
}

export function buildShownSizes({ camera, screen }: ShownSizes): Readonly<Record<string, number>> {
  return { 'm.usermedia': camera, 'm.screenshare': screen };
}
