import { BlurredBackground } from './blurred-background.ts';
import { Network } from './network/network.ts';

/** What finds people: kernels.as, compiled, and the network's file. */
export interface BlurParts {
  readonly kernels: WebAssembly.Module;
  readonly model: ArrayBuffer;
}

/** Pictures in which people are sought: as long and as short as the network was trained with. */
const [LONG, SHORT] = [256, 144];
/** ms from one search to the next at least. Pictures between them get the mask that there is. */
const PACE = 50;
/** No search begins before as much time was free as the last one took, this many times. */
const REST = 2;

type Picture = VideoFrame | ImageBitmap;

/** Paints pictures of a camera with their background blurred. Each has the size of the one before, or all begins anew. */
export class Painter {
  readonly #parts: BlurParts;
  #canvas = surface(1, 1);
  #small = surface(1, 1, { willReadFrequently: true });
  #network: Network | null = null;
  #background: BlurredBackground | null = null;
  #next = 0;

  constructor(parts: BlurParts) {
    this.#parts = parts;
  }

  /** The canvas is the same for all pictures: what is on it is valid until the next. */
  paint(picture: Picture, width: number, height: number): OffscreenCanvas {
    const before = this.#canvas.canvas;
    if (before.width !== width || before.height !== height) this.#begin(width, height);
    const started = performance.now();
    if (started >= this.#next) {
      this.#search(picture);
      const ended = performance.now();
      this.#next = Math.max(started + PACE, ended + (ended - started) * REST);
    }
    this.#canvas.drawImage(picture, 0, 0, width, height);
    this.#canvas.drawImage(this.#small.canvas, 0, 0, width, height);
    return this.#canvas.canvas;
  }

  #begin(width: number, height: number): void {
    this.#canvas = surface(width, height);
    const [across, down] = width >= height ? [LONG, SHORT] : [SHORT, LONG];
    this.#next = 0;
    if (this.#network?.width === across) return;
    this.#small = surface(across, down, { willReadFrequently: true });
    this.#network = new Network(this.#parts.kernels, this.#parts.model, across, down);
    this.#background = new BlurredBackground(across, down);
  }

  #search(picture: Picture): void {
    const { width, height } = this.#small.canvas;
    // Nothing of what was there may shine through.
    this.#small.clearRect(0, 0, width, height);
    this.#small.drawImage(picture, 0, 0, width, height);
    const image = this.#small.getImageData(0, 0, width, height);
    const people = this.#network?.people(image.data);
    if (people !== undefined) this.#background?.cover(image.data, people);
    this.#small.putImageData(image, 0, 0);
  }
}

function surface(
  width: number,
  height: number,
  settings?: CanvasRenderingContext2DSettings,
): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', settings);
  if (context === null) throw new Error('No canvas');
  return context;
}
