import { rollup } from 'rollup';

/** Without types, like all that builds. */
const settings = new URL('../../../build/script.mjs', import.meta.url).href;

/**
 * The script that is shipped, with what it fetches later: built as `npm run build` builds it, but for matrix-js-sdk, which
 * is not fetched where the page has a client.
 * @param {string} folder where a page finds it
 * @returns {Promise<import('../windows.mjs').Scripts>} by path
 */
export async function shippedScript(folder) {
  /** @type {{ scriptBuild: import('rollup').RollupOptions & { output: import('rollup').OutputOptions } }} */
  const { scriptBuild } = await import(settings);
  const bundle = await rollup({ ...scriptBuild, external: /^matrix-js-sdk(\/|$)/ });
  const { output } = await bundle.generate({ ...scriptBuild.output, sourcemap: false });
  await bundle.close();
  return new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[`${folder}/${file.fileName}`, file.code]] : [])),
  );
}
