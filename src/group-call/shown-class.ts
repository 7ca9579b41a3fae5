/** Coarse, so that whoever moves the edge of a window does not send a word with each pixel. */
const CLASSES = [180, 270, 360, 540, 720, 1080, 2160] as const;

/** As large as any camera. */
export const LARGEST = 2160;

/** The size that is asked for where a picture's shorter side has so many pixels on the screen; 0: it is not there. */
export function shownClass(pixels: number): number {
  return pixels > 0 ? (CLASSES.find((size) => pixels <= size) ?? LARGEST) : 0;
}
