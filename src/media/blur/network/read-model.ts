import { Table } from './table.ts';

/** What one step of a network does; `double` is a transposed 2×2 convolution. */
export type StepKind =
  | 'convolve'
  | 'depthwise'
  | 'double'
  | 'enlarge'
  | 'mean'
  | 'scale'
  | 'add'
  | 'relu'
  | 'hardSwish'
  | 'sigmoid';

/** One step: from which tensors to which; weights and bias are constants. */
export interface Step {
  readonly kind: StepKind;
  readonly inputs: readonly number[];
  readonly output: number;
  readonly stride: number;
}

export interface Constant {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export interface Model {
  readonly steps: readonly Step[];
  readonly constants: ReadonlyMap<number, Constant>;
  readonly input: number;
  readonly output: number;
}

/** By the numbers of TensorFlow Lite's `BuiltinOperator`. */
const KINDS: Readonly<Record<number, StepKind>> = {
  0: 'add',
  3: 'convolve',
  4: 'depthwise',
  14: 'sigmoid',
  18: 'scale',
  19: 'relu',
  23: 'enlarge',
  // Its own operator of MediaPipe, `Convolution2DTransposeBias`: the only one of that kind here.
  32: 'double',
  40: 'mean',
  117: 'hardSwish',
};
/** Makes 32-bit floats of a constant: done while reading. */
const DEQUANTIZE = 6;
const HALF_FLOATS = 1;

/**
 * Reads a TensorFlow Lite file whose weights are 16-bit floats, as far as the network for people needs it (schema.fbs of
 * TensorFlow Lite, version 3). Throws where something else is in it.
 */
export function readModel(file: ArrayBuffer): Model {
  const model = Table.root(file);
  const codes = model.tables(1).map((code) => Math.max(code.byte(0), code.int(3)));
  const graph = model.tables(2)[0];
  if (graph === undefined) throw new Error('A model without a graph');
  const tensors = graph.tables(0);
  const buffers = model.tables(4);
  const constants = new Map<number, Constant>();
  const steps: Step[] = [];
  for (const operator of graph.tables(3)) {
    const code = codes[operator.int(0)] ?? -1;
    const inputs = operator.ints(1);
    const [output = -1] = operator.ints(2);
    const kind = KINDS[code];
    if (code === DEQUANTIZE) {
      const tensor = tensors[inputs[0] ?? -1];
      if (tensor?.byte(1) !== HALF_FLOATS) throw new Error('Weights of another kind');
      const values = floatsOf(buffers[tensor.int(2)]?.bytes(0) ?? new Uint8Array());
      constants.set(output, { shape: tensor.ints(0), values });
    } else if (kind === undefined) throw new Error(`A model with operator ${code}`);
    else {
      const isConvolution = kind === 'convolve' || kind === 'depthwise';
      steps.push({ kind, inputs, output, stride: isConvolution ? (operator.table(4)?.int(1) ?? 1) : 1 });
    }
  }
  return { steps, constants, input: graph.ints(1)[0] ?? -1, output: graph.ints(2)[0] ?? -1 };
}

/** Floats of 16 bits, least byte first. */
function floatsOf(bytes: Uint8Array): Float32Array {
  const values = new Float32Array(bytes.length >> 1);
  for (let index = 0; index < values.length; index += 1) {
    const bits = (bytes[2 * index] ?? 0) | ((bytes[2 * index + 1] ?? 0) << 8);
    const exponent = (bits >> 10) & 31;
    const fraction = bits & 1023;
    const size = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
    values[index] = bits & 0x8000 ? -size : size;
  }
  return values;
}
