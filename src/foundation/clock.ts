/** Time as the engine sees it; tests hand in one that they advance. */
export interface Clock {
  /** Milliseconds since the epoch by this device's clock. */
  now(): number;
  /** Calls `task` once after `ms`; the returned function cancels it. */
  after(ms: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
