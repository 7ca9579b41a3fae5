/** Held by one window at a time. */
export interface WindowLock {
  /** Resolves when another window has taken it, or this one has given it back. */
  readonly lost: Promise<void>;
  readonly giveBack: () => void;
}

/** The lock of this name is held until the window closes, gives it back, or another window takes it. */
function request(name: string, options: LockOptions): Promise<WindowLock | null> {
  return new Promise((resolve, reject) => {
    let tellLost = (): void => undefined;
    let giveBack = (): void => undefined;
    const lost = new Promise<void>((tell) => {
      tellLost = tell;
    });
    const held = new Promise<void>((end) => {
      giveBack = end;
    });
    navigator.locks
      .request(`famedly-calls demo ${name}`, options, (lock) => {
        resolve(lock && { lost, giveBack });
        return lock && held;
      })
      // Of no effect on a lock that was held and is lost.
      .catch(reject)
      .finally(() => tellLost());
  });
}

export function takeIfFree(name: string): Promise<WindowLock | null> {
  return request(name, { ifAvailable: true });
}

/** Rejects when `signal` aborts. */
export function takeWhenFree(name: string, signal: AbortSignal): Promise<WindowLock | null> {
  return request(name, { signal });
}

/** Takes it from whichever window has it. */
export function take(name: string): Promise<WindowLock | null> {
  return request(name, { steal: true });
}
