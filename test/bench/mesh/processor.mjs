/** @typedef {import('@playwright/test').Page} Page */

/** Watches how long processors work for a page's process: the window has one to itself. @param {Page} page */
export async function processorMeter(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const value = (/** @type {string} */ name) =>
      metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return { at: value('Timestamp'), processor: value('ProcessTime') };
  };
  let before = await read();
  return {
    begin: async () => {
      before = await read();
    },
    /** Processor seconds per minute since `begin`; the last question. */
    perMinute: async () => {
      const after = await read();
      await session.detach();
      return ((after.processor - before.processor) / (after.at - before.at)) * 60;
    },
  };
}
