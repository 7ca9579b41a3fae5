import { compileKernels } from '../../../build/compile-kernels.mjs';

/** Serves AssemblyScript as the WebAssembly that the build makes of it. */
export async function servedKernels(context, next) {
  if (!context.path.endsWith('.as')) return next();
  context.type = 'application/wasm';
  context.body = Buffer.from(await compileKernels(`.${context.path}`));
}
