import { readFileSync, rmSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { dts } from 'rollup-plugin-dts';
import esbuild from 'rollup-plugin-esbuild';
import { doors } from './doors.mjs';

const { dependencies, peerDependencies } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
);
const external = Object.keys({ ...dependencies, ...peerDependencies }).map(
  (name) => new RegExp(`^${name}(/|$)`),
);
const input = Object.fromEntries(doors.map(({ name, source }) => [name, source]));

export default [
  {
    input,
    external,
    plugins: [emptyFolder('dist'), workers(), nodeResolve(), esbuild({ target: 'es2023' })],
    output: { dir: 'dist', format: 'es', sourcemap: true, chunkFileNames: 'parts/[name].js' },
  },
  {
    input,
    external,
    plugins: [dts({ tsconfig: 'tsconfig.json', compilerOptions: { stripInternal: true } })],
    output: { dir: 'dist', format: 'es', chunkFileNames: 'parts/[name].d.ts' },
  },
];

function emptyFolder(folder) {
  return {
    name: 'empty-folder',
    buildStart: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Rollup leaves `new URL('./worker.ts', import.meta.url)` as it is; this builds the worker beside the package and points
 * the URL at it, in the one form that the bundlers of pages recognise.
 */
export function workers() {
  const workerUrl = /new URL\('(\.[^']+\.ts)', import\.meta\.url\)/g;
  return {
    name: 'workers',
    async transform(code, importer) {
      for (const [expression, specifier] of code.matchAll(workerUrl)) {
        const { id } = await this.resolve(specifier, importer);
        const chunk = this.emitFile({ type: 'chunk', id });
        code = code.replace(expression, `import.meta.ROLLUP_FILE_URL_${chunk}`);
      }
      return { code, map: null };
    },
    resolveFileUrl: ({ relativePath }) => `new URL('./${relativePath}', import.meta.url)`,
  };
}
