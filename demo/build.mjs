import { cp, mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { assets } from '../build/assets.mjs';
import { onwarn, withMatrixJsSdk } from '../build/matrix-js-sdk.mjs';
import { minifyStyles } from '../build/minify-styles.mjs';
import { workers } from '../build/workers.mjs';
import { doors } from '../doors.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the page into `demo/dist`; returns that folder. The homeserver's client is a chunk that only its form loads. */
export async function buildDemo() {
  const folder = here('dist');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const bundle = await rollup({
    input: { main: here('main.ts'), group: here('group.ts'), states: here('states/states.ts') },
    plugins: [
      thePackage(),
      workers(),
      assets(),
      minifyStyles(),
      ...withMatrixJsSdk(),
      esbuild({ target: 'es2023', tsconfig: here('tsconfig.json'), define: { global: 'globalThis' } }),
    ],
    onwarn,
  });
  await bundle.write({
    dir: folder,
    format: 'es',
    chunkFileNames: 'parts/[name].js',
    assetFileNames: 'parts/[name][extname]',
  });
  await bundle.close();
  for (const name of ['index.html', 'group.html', 'states.html', 'icon.svg', 'styles', 'pictures']) {
    await cp(here(name), here(`dist/${name}`), {
      recursive: true,
      filter: (path) => !/\.(ts|png)$/.test(path),
    });
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
