import type { SimulatedTime } from '../../../call/model/simulated-time.ts';

interface Message {
  readonly data: unknown;
}

/** What `MemoryMatrix` and the homeserver use of a message port. */
class End {
  onmessage: ((message: Message) => void) | null = null;
  readonly #post: (data: unknown) => void;

  constructor(post: (data: unknown) => void) {
    this.#post = post;
  }

  postMessage(data: unknown): void {
    this.#post(data);
  }

  close(): void {
    this.onmessage = null;
  }
}

/** A device's way to the homeserver: in order each way, and as slow as is asked for. */
export class SimulatedLine {
  readonly #time: SimulatedTime;
  readonly #leg: () => number;
  readonly #run: (task: () => void) => void;
  readonly #near: End;
  readonly #far: End;
  #lastUp = 0;
  #lastDown = 0;
  #isDead = false;

  /** `leg`: ms that a message takes; `run`: lets the device do something, or later if it sleeps. */
  constructor(time: SimulatedTime, leg: () => number, run: (task: () => void) => void) {
    this.#time = time;
    this.#leg = leg;
    this.#run = run;
    this.#near = new End((data) => this.#up(data));
    this.#far = new End((data) => this.#down(data));
  }

  get device(): MessagePort {
    return this.#near as unknown as MessagePort;
  }

  get homeserver(): MessagePort {
    return this.#far as unknown as MessagePort;
  }

  /** The device is gone: what it sent arrives, nothing else. */
  die(): void {
    this.#isDead = true;
  }

  #up(data: unknown): void {
    if (this.#isDead) return;
    this.#lastUp = Math.max(this.#lastUp, this.#time.now + this.#leg());
    this.#time.after(this.#lastUp - this.#time.now, () => this.#far.onmessage?.({ data }));
  }

  #down(data: unknown): void {
    this.#lastDown = Math.max(this.#lastDown, this.#time.now + this.#leg());
    this.#time.after(this.#lastDown - this.#time.now, () => {
      this.#run(() => this.#near.onmessage?.({ data }));
    });
  }
}
