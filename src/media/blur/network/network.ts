import { Plan } from './plan.ts';
import type { Kernels } from './plan.ts';
import { readModel } from './read-model.ts';

/** Says of each pixel of a picture how likely it shows a person. Made for one size of picture. */
export class Network {
  readonly width: number;
  readonly height: number;
  readonly #memory: WebAssembly.Memory;
  readonly #run: readonly (() => void)[];
  readonly #input: number;
  readonly #output: number;

  /** `kernels`: kernels.as, compiled. `width` and `height` can be halved four times. */
  constructor(kernels: WebAssembly.Module, file: ArrayBuffer, width: number, height: number) {
    this.width = width;
    this.height = height;
    const { exports } = new WebAssembly.Instance(kernels);
    this.#memory = exports['memory'] as WebAssembly.Memory;
    const plan = new Plan(exports as unknown as Kernels, this.#memory, readModel(file), { width, height });
    this.#run = plan.run;
    this.#input = plan.input;
    this.#output = plan.output;
  }

  /** `pixels`: red, green, blue and whatever, a byte each. One number from 0 to 1 for each pixel, valid until the next. */
  people(pixels: Uint8ClampedArray): Float32Array {
    const count = this.width * this.height;
    const input = new Float32Array(this.#memory.buffer, this.#input, 3 * count);
    for (let from = 0, to = 0; to < input.length; from += 4, to += 3) {
      input[to] = (pixels[from] ?? 0) / 255;
      input[to + 1] = (pixels[from + 1] ?? 0) / 255;
      input[to + 2] = (pixels[from + 2] ?? 0) / 255;
    }
    for (const step of this.#run) step();
    return new Float32Array(this.#memory.buffer, this.#output, count);
  }
}
