import type { Clock } from '../../foundation/clock.ts';

/** Everything that can go wrong between one device and the homeserver, on demand. */
export class Faults {
  /** ms that every request and every answer is under way. */
  delay = 0;
  /** Each message to the device arrives twice. */
  duplicateToDevice = false;
  /** Messages to the device that arrive together arrive in reverse order. */
  reorderToDevice = false;
  readonly #clock: Clock;
  readonly #changed: () => void;
  #paused = false;
  #connected = true;
  #tokenKnown = true;
  #limitedUntil = 0;
  #refusals = 0;
  #onConnection: (connected: boolean) => void = () => undefined;

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  /** News are held back; the device's requests work. */
  get paused(): boolean {
    return this.#paused;
  }

  get connected(): boolean {
    return this.#connected;
  }

  get tokenKnown(): boolean {
    return this.#tokenKnown;
  }

  /** How many requests the rate limit has refused. */
  get refusals(): number {
    return this.#refusals;
  }

  set onConnection(listener: (connected: boolean) => void) {
    this.#onConnection = listener;
  }

  pauseSync(): void {
    this.#paused = true;
  }

  resumeSync(): void {
    this.#paused = false;
    this.#changed();
  }

  disconnect(): void {
    this.#connected = false;
    this.#onConnection(false);
  }

  reconnect(): void {
    this.#connected = true;
    this.#onConnection(true);
  }

  expireToken(): void {
    this.#tokenKnown = false;
    this.#changed();
  }

  /** For `ms` from now what the device sends is refused. */
  rateLimit(ms: number): void {
    this.#limitedUntil = this.#clock.now() + ms;
  }

  /** ms after which the device may try to send again; 0 where it may now. Counts the refusal. */
  refusal(): number {
    const wait = Math.max(0, this.#limitedUntil - this.#clock.now());
    if (wait > 0) this.#refusals += 1;
    return wait;
  }
}
