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
  const read = (): void => {
    if (port.connection !== 'connected') {
      cancel ??= clock.after(PATIENCE_MS, () => onChange(true));
      return;
    }
    cancel?.();
    cancel = null;
    onChange(false);
  };
  signal.addEventListener('abort', () => cancel?.());
  port.on('connection', read, { signal });
  read();
}
