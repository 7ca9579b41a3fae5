import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minifyStylesInEsbuild } from '../../../build/minify-styles.mjs';

/**
 * The bytes that a page fetches, minified and compressed with gzip, before it can use everything that the `sources`
 * export: what they import, packages included, and the chunks that they load with `import()`, but for those of `later`.
 */
export async function measure({ sources, later = [] }, directory) {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: sources.map((source) => `export * from './${source}';`).join('\n'),
      resolveDir: directory,
    },
    absWorkingDir: directory,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [minifyStylesInEsbuild],
    // Far too large to be bundled only to be left out again.
    external: ['matrix-js-sdk'],
  });
  const sizes = new Map(
    outputFiles.map(({ path, contents }) => [path, gzipSync(contents, { level: 9 }).length]),
  );
  const fetched = outputsFetched(metafile.outputs, later);
  return fetched.reduce((sum, output) => sum + sizes.get(`${directory}/${output}`), 0);
}

function outputsFetched(outputs, later) {
  const found = new Set(['out/stdin.js']);
  for (const output of found) {
    for (const { path, kind, external } of outputs[output].imports) {
      if (later.includes(outputs[path]?.entryPoint) && kind === 'dynamic-import') continue;
      if (external) throw new Error(`${path} would have to be counted`);
      found.add(path);
    }
  }
  return [...found];
}
