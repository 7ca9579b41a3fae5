import { readFile } from 'node:fs/promises';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';

/** What Rollup needs to bring matrix-js-sdk along: its crypto's WebAssembly becomes a file beside the scripts. */
export function withMatrixJsSdk() {
  return [
    wasm(),
    json(),
    nodeResolve({ browser: true, preferBuiltins: false }),
    commonjs({ include: /node_modules/ }),
  ];
}

/** Packages of others: nothing that we could mend. */
export function onwarn(warning, warn) {
  if (!/node_modules/.test(warning.id ?? warning.ids?.join() ?? '')) warn(warning);
}

function wasm() {
  const wasmUrl = /new URL\("(\.[^"]+\.wasm)", import\.meta\.url\)/g;
  return {
    name: 'wasm',
    async transform(code, importer) {
      if (!importer.includes('matrix-sdk-crypto-wasm')) return null;
      let changed = code;
      for (const [expression, path] of code.matchAll(wasmUrl)) {
        const source = await readFile(new URL(path, `file://${importer}`));
        const asset = this.emitFile({ type: 'asset', name: path.split('/').at(-1), source });
        changed = changed.replace(expression, `import.meta.ROLLUP_FILE_URL_${asset}`);
      }
      return { code: changed, map: null };
    },
  };
}

function json() {
  return {
    name: 'json',
    transform: (code, id) => (id.endsWith('.json') ? { code: `export default ${code}`, map: null } : null),
  };
}
