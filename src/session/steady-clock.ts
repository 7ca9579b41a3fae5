import { systemClock } from '../foundation/clock.ts';
import type { Clock } from '../foundation/clock.ts';
import type { Due, Wanted } from './timer-worker.ts';

/**
 * Timers that a hidden page does not slow down: they run in a worker. Where none is to be had they are the page's; a clock
 * that the application brings has its own.
 */
export function steadyClock(clock: Clock): Clock & { readonly dispose: () => void } {
  if (clock !== systemClock) {
    return {
      now: () => clock.now(),
      after: (ms, task) => clock.after(ms, task),
      dispose: () => undefined,
    };
  }
  const worker = timerWorker();
  const tasks = new Map<number, () => void>();
  let last = 0;
  worker?.addEventListener('message', ({ data }: MessageEvent<Due>) => {
    const task = tasks.get(data.id);
    tasks.delete(data.id);
    task?.();
  });
  let isRefused = worker === null;
  worker?.addEventListener('error', () => (isRefused = true));
  return {
    now: () => systemClock.now(),
    after: (ms, task) => {
      const id = ++last;
      tasks.set(id, task);
      const run = (): void => {
        if (tasks.delete(id)) task();
      };
      // A worker that a page's policy refuses says so late: the page's own timer stands behind it.
      const cancel = systemClock.after(isRefused ? ms : ms + LATE, run);
      worker?.postMessage({ id, ms } satisfies Wanted);
      return () => {
        cancel();
        tasks.delete(id);
      };
    },
    dispose: () => worker?.terminate(),
  };
}

/** ms */
const LATE = 1_000;

function timerWorker(): Worker | null {
  try {
    return new Worker(new URL('./timer-worker.ts', import.meta.url), {
      type: 'module',
      name: 'famedly-calls timers',
    });
  } catch {
    return null;
  }
}
