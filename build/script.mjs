import { fileURLToPath } from 'node:url';
import esbuild, { minify } from 'rollup-plugin-esbuild';
import { assets } from './assets.mjs';
import { integrity } from './integrity.mjs';
import { onwarn, withMatrixJsSdk } from './matrix-js-sdk.mjs';
import { minifyMarkup } from './minify-markup.mjs';
import { minifyScript } from './minify-script.mjs';
import { minifyStyles } from './minify-styles.mjs';
import { workers } from './workers.mjs';

const entry = 'famedly-calls';
/**
 * What a page that loads the script gets; the elements are registered, that of group calls once there is one, and the rest
 * can be imported from its address.
 */
const brings = ['components/define.ts', 'components/index.ts', 'src/index.ts', 'src/matrix/client/index.ts'];
const group = 'components/group-when-wanted.ts';

/**
 * The build for a script tag: one file with all that a call needs, Lit included, and beside it what is loaded later.
 * Every address in it is relative to the file itself, so that it may come from another origin than the page.
 */
export const scriptBuild = {
  input: { [entry]: entry },
  plugins: [
    theEntry(),
    workers(),
    assets(),
    minifyStyles(),
    minifyMarkup(),
    ...withMatrixJsSdk(),
    esbuild({ target: 'es2023', define: { global: 'globalThis' } }),
  ],
  preserveEntrySignatures: 'allow-extension',
  onwarn,
  output: {
    dir: 'dist/script',
    format: 'es',
    sourcemap: true,
    // The mangled names of a chunk's exports are nobody's interface.
    minifyInternalExports: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
    assetFileNames: 'parts/[name]-[hash][extname]',
    plugins: [minify(), minifyScript(), integrity(entry)],
  },
};

function theEntry() {
  const code = [
    ...brings.map((source) => `export * from '/${source}';`),
    `export { defineGroup } from '/${group}';`,
    `import { defineGroupWhenWanted } from '/${group}';`,
    'defineGroupWhenWanted();',
  ].join('\n');
  return {
    name: 'the-entry',
    resolveId(id) {
      if (id === entry) return { id, moduleSideEffects: 'no-treeshake' };
      return id.startsWith('/') && [...brings, group].includes(id.slice(1)) ? here(id.slice(1)) : null;
    },
    load: (id) => (id === entry ? code : null),
  };
}

function here(path) {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
