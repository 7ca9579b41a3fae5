import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { doors } from '../doors.mjs';
import { workers } from '../rollup.config.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the page into `demo/dist`; returns that folder. The homeserver's client is a chunk that only its form loads. */
export async function buildDemo() {
  const folder = here('dist');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const bundle = await rollup({
    input: here('main.ts'),
    plugins: [
      thePackage(),
      workers(),
      wasm(),
      json(),
      nodeResolve({ browser: true, preferBuiltins: false }),
      commonjs({ include: /node_modules/ }),
      esbuild({ target: 'es2023', tsconfig: here('tsconfig.json'), define: { global: 'globalThis' } }),
    ],
    onwarn: (warning, warn) => {
      // Packages of others: nothing that we could mend.
      if (!/node_modules/.test(warning.id ?? warning.ids?.join() ?? '')) warn(warning);
    },
  });
  await bundle.write({
    dir: folder,
    format: 'es',
    chunkFileNames: 'parts/[name].js',
    assetFileNames: 'parts/[name][extname]',
  });
  await bundle.close();
  for (const name of ['index.html', 'icon.svg', 'styles']) {
    await cp(here(name), here(`dist/${name}`), { recursive: true });
  }
  return folder;
}

/** The package's entries by the names that a customer imports, from their source: the demo needs no build of the package first. */
function thePackage() {
  return {
    name: 'the-package',
    resolveId: (specifier) => {
      const door = doors.find((each) => each.specifier === specifier);
      return door ? here(`../${door.source}`) : null;
    },
  };
}

/** `new URL('./name.wasm', import.meta.url)` becomes a file beside the scripts. */
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
