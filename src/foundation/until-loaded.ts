/** ms */
const PAUSE = 2000;

/** What `load` brings, however often it has to be asked for. `failed` is told of the first time that it did not come. */
export function untilLoaded<Loaded>(
  load: () => Promise<Loaded>,
  after: (ms: number, task: () => void) => unknown,
  failed?: (error: unknown) => void,
): Promise<Loaded> {
  return load().catch((error: unknown) => {
    failed?.(error);
    return new Promise((resolve) => {
      after(PAUSE, () => resolve(untilLoaded(load, after)));
    });
  });
}
