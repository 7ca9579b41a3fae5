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
