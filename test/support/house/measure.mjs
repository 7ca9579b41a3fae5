import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * The bytes that a page fetches, minified and compressed with gzip, before it can use everything that the `sources`
 * export: what they import, packages included, but not the chunks that they load later.
 */
export async function measure(sources, directory) {
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
  });
  const sizes = new Map(
    outputFiles.map(({ path, contents }) => [path, gzipSync(contents, { level: 9 }).length]),
  );
  const fetched = fetchedAtOnce(metafile.outputs, 'out/stdin.js');
  return fetched.reduce((sum, output) => sum + sizes.get(`${directory}/${output}`), 0);
}

function fetchedAtOnce(outputs, entry) {
  const found = new Set([entry]);
  for (const output of found) {
    for (const { path, kind } of outputs[output].imports) {
      if (kind === 'import-statement') found.add(path);
    }
  }
  return [...found];
}
