import { opaqueId } from '../../foundation/opaque-id.ts';
import { MemoryMatrix } from './memory-matrix.ts';
import type { Hello } from './wire.ts';

/**
 * Logs a device in on the homeserver that all pages of this origin share under `name`; `null` where the browser has no
 * shared workers or does not load this one.
 */
export async function connectInWorker(
  name: string,
  device: Omit<Hello, 'lock'>,
): Promise<MemoryMatrix | null> {
  if (typeof SharedWorker === 'undefined' || typeof navigator.locks === 'undefined') return null;
  const lock = `famedly-calls ${opaqueId()}`;
  const release = await holdLock(lock);
  const port = await knock(name, { ...device, lock });
  if (port === null) {
    release();
    return null;
  }
  const matrix = await MemoryMatrix.open(port, device);
  matrix.on('connection', (connection) => {
    if (connection === 'stopped') release();
  });
  return matrix;
}

/** Holds a lock until the page goes away; the worker waits for it. */
async function holdLock(lock: string): Promise<() => void> {
  return new Promise((held, failed) => {
    navigator.locks
      .request(
        lock,
        () =>
          new Promise<void>((release) => {
            held(release);
          }),
      )
      .catch(failed);
  });
}

function knock(name: string, hello: Hello): Promise<MessagePort | null> {
  return new Promise((resolve) => {
    const worker = new SharedWorker(new URL('./homeserver-worker.ts', import.meta.url), {
      type: 'module',
      name: `famedly-calls ${name}`,
    });
    worker.onerror = () => {
      resolve(null);
    };
    worker.port.onmessage = () => {
      resolve(worker.port);
    };
    worker.port.postMessage(hello);
  });
}
