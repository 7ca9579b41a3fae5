export interface PersonLock {
  /** Resolves when another window has taken the person. */
  readonly lost: Promise<void>;
}

/** One window at a time shows a person: it holds a lock of the person's name until it closes or another window takes it. */
function request(id: string, options: LockOptions): Promise<PersonLock | null> {
  return new Promise((resolve, reject) => {
    let tellLost = (): void => undefined;
    const lost = new Promise<void>((tell) => {
      tellLost = tell;
    });
    let held = false;
    navigator.locks
      .request(`famedly-calls demo ${id}`, options, (lock) => {
        held = lock !== null;
        resolve(lock && { lost });
        // Held for as long as the window is there.
        return lock && new Promise<never>(() => undefined);
      })
      .catch((error: unknown) => {
        if (held) tellLost();
        else reject(error instanceof Error ? error : new Error('no lock', { cause: error }));
      });
  });
}

export function personIfFree(id: string): Promise<PersonLock | null> {
  return request(id, { ifAvailable: true });
}

/** Rejects when `signal` aborts. */
export function whenPersonIsFree(id: string, signal: AbortSignal): Promise<PersonLock | null> {
  return request(id, { signal });
}

/** Takes the person from whichever window shows them. */
export function takePerson(id: string): Promise<PersonLock | null> {
  return request(id, { steal: true });
}
