import { Memory } from './memory.ts';
import type { Constant, Model, Step } from './read-model.ts';

/** The functions of kernels.as. */
export type Kernels = Readonly<Record<string, (...numbers: number[]) => void>>;

interface Tensor {
  readonly at: number;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** Where everything lies, and what is called with which addresses. */
export class Plan {
  readonly run: (() => void)[] = [];
  readonly input: number;
  readonly output: number;
  readonly #kernels: Kernels;
  readonly #heap: WebAssembly.Memory;
  readonly #memory: Memory;
  readonly #constants: ReadonlyMap<number, Constant>;
  readonly #tensors = new Map<number, Tensor>();

  constructor(
    kernels: Kernels,
    heap: WebAssembly.Memory,
    model: Model,
    { width, height }: { width: number; height: number },
  ) {
    this.#kernels = kernels;
    this.#heap = heap;
    this.#memory = new Memory(heap);
    this.#constants = model.constants;
    const lastUse = new Map<number, number>();
    for (const [index, { inputs }] of model.steps.entries())
      for (const input of inputs) lastUse.set(input, index);
    this.input = this.#place(model.input, { width, height, channels: 3 }).at;
    for (const [index, step] of model.steps.entries()) {
      this.#add(step);
      for (const [tensor, last] of lastUse) {
        const used = this.#tensors.get(tensor);
        if (last !== index || used === undefined) continue;
        this.#memory.release(used.at);
        lastUse.delete(tensor);
      }
    }
    this.output = this.#tensor(model.output).at;
  }

  #add(step: Step): void {
    const { kind, inputs } = step;
    const [first = -1, second = -1] = inputs;
    const input = this.#tensor(first);
    const { at, width, height, channels } = input;
    const pixels = width * height;
    if (kind === 'convolve' || kind === 'depthwise') this.#convolution(step, input);
    else if (kind === 'double' || kind === 'enlarge') this.#twice(step, input);
    else if (kind === 'mean') {
      const output = this.#place(step.output, { width: 1, height: 1, channels });
      this.#call(kind, at, output.at, pixels, channels);
    } else {
      const to = this.#place(step.output, input).at;
      if (kind === 'sigmoid') this.run.push(() => sigmoid(this.#heap, at, to, pixels * channels));
      else if (kind === 'scale') this.#call(kind, at, this.#tensor(second).at, to, pixels, channels);
      else if (kind === 'add') this.#call(kind, at, this.#tensor(second).at, to, pixels * channels);
      else this.#call(kind, at, to, pixels * channels);
    }
  }

  #twice({ kind, inputs, output }: Step, { at, width, height, channels }: Tensor): void {
    const [, weights = -1, bias = -1] = inputs;
    const isOne = kind === 'double';
    const to = this.#place(output, {
      width: 2 * width,
      height: 2 * height,
      channels: isOne ? 1 : channels,
    });
    const constants = isOne ? [this.#constant(weights), this.#constant(bias)] : [];
    this.#call(kind, at, width, height, channels, to.at, ...constants);
  }

  #convolution({ kind, inputs, output, stride }: Step, input: Tensor): void {
    const { at, width, height, channels } = input;
    const weights = this.#constants.get(inputs[1] ?? -1);
    const bias = this.#constant(inputs[2] ?? -1);
    if (weights === undefined) throw new Error('A convolution without weights');
    const [outer = 0, size = 0, , inner = 0] = weights.shape;
    const to = this.#place(output, {
      width: Math.ceil(width / stride),
      height: Math.ceil(height / stride),
      channels: kind === 'depthwise' ? inner : outer,
    });
    // What is missing at the edges is shared, and the odd one is at the end.
    const left = Math.max(0, (to.width - 1) * stride + size - width) >> 1;
    const top = Math.max(0, (to.height - 1) * stride + size - height) >> 1;
    if (kind === 'depthwise') {
      const values = this.#keep(weights.values);
      this.#call('depthwise', at, width, height, channels, to.at, to.width, to.height, values, bias, size, stride, left, top); // prettier-ignore
      return;
    }
    const values = this.#keep(outputsLast(weights.values, outer));
    if (size === 1) this.#call('pointwise', at, to.at, values, bias, width * height, channels, outer);
    else
      this.#call('convolve', at, width, height, channels, to.at, to.width, to.height, outer, values, bias, size, stride, left, top); // prettier-ignore
  }

  #call(name: string, ...numbers: number[]): void {
    const kernel = this.#kernels[name];
    if (kernel === undefined) throw new Error(`No kernel ${name}`);
    this.run.push(() => kernel(...numbers));
  }

  #tensor(tensor: number): Tensor {
    const placed = this.#tensors.get(tensor);
    if (placed === undefined) throw new Error('A tensor that nothing makes');
    return placed;
  }

  #place(tensor: number, { width, height, channels }: Omit<Tensor, 'at'>): Tensor {
    const placed = { at: this.#memory.take(width * height * channels), width, height, channels };
    this.#tensors.set(tensor, placed);
    return placed;
  }

  #constant(tensor: number): number {
    const constant = this.#constants.get(tensor);
    if (constant === undefined) throw new Error('A constant that is missing');
    return this.#keep(constant.values);
  }

  #keep(values: Float32Array): number {
    const at = this.#memory.keep(values.length);
    new Float32Array(this.#heap.buffer, at, values.length).set(values);
    return at;
  }
}

/** From [output channel][…] to […][output channel]. */
function outputsLast(weights: Float32Array, outputs: number): Float32Array {
  const each = weights.length / outputs;
  return weights.map((_, index) => weights[(index % outputs) * each + Math.floor(index / outputs)] ?? 0);
}

function sigmoid(heap: WebAssembly.Memory, from: number, to: number, count: number): void {
  const input = new Float32Array(heap.buffer, from, count);
  const output = new Float32Array(heap.buffer, to, count);
  for (let index = 0; index < count; index += 1) output[index] = 1 / (1 + Math.exp(-(input[index] ?? 0)));
}
