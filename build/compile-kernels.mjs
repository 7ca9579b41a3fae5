import { readFile } from 'node:fs/promises';
import asc from 'assemblyscript/asc';

const NAME = 'kernels.ts';
const settings = [
  '--outFile',
  'kernels.wasm',
  '--runtime',
  'stub',
  '--noAssert',
  '-O3',
  '--converge',
  '--enable',
  'simd',
];

/** Makes WebAssembly of a file in AssemblyScript. */
export async function compileKernels(file) {
  const source = await readFile(file, 'utf8');
  let wasm;
  const { error, stderr } = await asc.main([NAME, ...settings], {
    readFile: (name) => (name === NAME ? source : null),
    writeFile: (_, contents) => (wasm = contents),
    listFiles: () => [],
  });
  if (error) throw new Error(`${file}: ${stderr.toString()}`);
  return wasm;
}
