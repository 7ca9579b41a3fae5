import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minifyMarkupInEsbuild } from '../../../build/minify-markup.mjs';
import { minifiedScript } from '../../../build/minify-script.mjs';
import { minifyStylesInEsbuild } from '../../../build/minify-styles.mjs';

/**
 * The bytes that a page fetches, minified and compressed with gzip, before it can use everything that the `sources`
 * export: what they import, packages included, and what they load with `import()`, but for the files named in `later`.
 */
export async function measure({ sources, later = [] }, directory) {
  const { outputFiles } = await build({
    stdin: {
      contents: sources.map((source) => `export * from './${source}';`).join('\n'),
      resolveDir: directory,
    },
    absWorkingDir: directory,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    write: false,
    logLevel: 'silent',
    plugins: [
      leaveOut(later.map((file) => resolve(directory, file))),
      minifyStylesInEsbuild,
      minifyMarkupInEsbuild,
    ],
  });
  return gzipSync(await minifiedScript(outputFiles[0].text), { level: 9 }).length;
}

function leaveOut(files) {
  return {
    name: 'leave-out',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) =>
        kind === 'dynamic-import' && files.includes(resolve(resolveDir, path))
          ? { path, external: true }
          : null,
      );
    },
  };
}
