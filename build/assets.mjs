import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileKernels } from './compile-kernels.mjs';

/**
 * What a script fetches beside itself: `new URL('./file', import.meta.url)` of a network or of its kernels, which are
 * compiled, becomes the address of a file that is built.
 */
export function assets() {
  const assetUrl = /new URL\(\s*'(\.[^']+\.(?:as|tflite))',\s*import\.meta\.url,?\s*\)/g;
  return {
    name: 'assets',
    async transform(code, importer) {
      for (const [expression, path] of code.matchAll(assetUrl)) {
        const file = fileURLToPath(new URL(path, `file://${importer}`));
        const isSource = file.endsWith('.as');
        const asset = this.emitFile({
          type: 'asset',
          name: isSource ? basename(file).replace(/as$/, 'wasm') : basename(file),
          source: isSource ? await compileKernels(file) : await readFile(file),
        });
        code = code.replace(expression, `import.meta.ROLLUP_FILE_URL_${asset}`);
      }
      return { code, map: null };
    },
  };
}
