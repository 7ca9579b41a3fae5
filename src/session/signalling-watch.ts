import type { Clock } from '../foundation/clock.ts';
import type { MatrixPort } from '../matrix/port.ts';

/** A homeserver that is silent for a shorter time is nobody's concern. */
const PATIENCE_MS = 5_000;

interface Watched {
  readonly port: MatrixPort;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Says when signalling has been interrupted for 5 s, and when it is back. */
export function watchSignalling(
  { port, clock, signal }: Watched,
  onChange: (interrupted: boolean) => void,
): void {
  let cancel: (() => void) | null = null;
  let interrupted = false;
  const stop = (): void => {
    cancel?.();
    cancel = null;
  };
  const read = (): void => {
    if (port.connection === 'connected') {
      stop();
      if (interrupted) onChange(false);
      interrupted = false;
    } else {
      cancel ??= clock.after(PATIENCE_MS, () => {
        interrupted = true;
        onChange(true);
      });
    }
  };
  signal.addEventListener('abort', stop, { once: true });
  port.on('connection', read, { signal });
  read();
}
