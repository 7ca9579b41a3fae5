import { blurFrames } from './blur-frames.ts';
import type { Frames } from './blur-frames.ts';
import { Painter } from './painter.ts';
import type { BlurParts } from './painter.ts';

/** What is asked for: a stream of pictures, or one after another. */
export type BlurWork =
  { readonly parts: BlurParts } | { readonly frames: Frames } | { readonly picture: ImageBitmap };

/**
 * What is told: the desk is there; the first picture of a stream is painted; one picture is; no more can be. `next` comes
 * when it is time for another picture.
 */
export type BlurNews =
  | { readonly is: 'there' | 'begun' | 'failed' | 'next' }
  | { readonly is: 'painted'; readonly picture: ImageBitmap };

/** ms from picture to picture, where they come one after another. */
const PACE = 50;

/** Blurs what it is given, in a worker or in the page. */
export function blurDesk(tell: (news: BlurNews) => void): (work: BlurWork) => void {
  let parts: BlurParts | null = null;
  let painter: Painter | null = null;
  const paint = (picture: ImageBitmap): void => {
    if (painter === null) return;
    const started = performance.now();
    const { width, height } = picture;
    const painted = painter.paint(picture, width, height).transferToImageBitmap();
    picture.close();
    tell({ is: 'painted', picture: painted });
    setTimeout(() => tell({ is: 'next' }), PACE - (performance.now() - started));
  };
  return (work) => {
    if ('parts' in work) {
      parts = work.parts;
      painter = new Painter(parts);
    } else if ('picture' in work) {
      try {
        paint(work.picture);
      } catch {
        tell({ is: 'failed' });
      }
    } else if (parts !== null) {
      blurFrames(parts, work.frames, () => tell({ is: 'begun' })).catch(() => tell({ is: 'failed' }));
    }
  };
}
