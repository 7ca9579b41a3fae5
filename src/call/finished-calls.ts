import type { SignalledEvent } from './classify.ts';

/** Calls that the other side, or a device of ours, finished: an invite that arrives later for one of them does not ring. */
const MOST = 256;

export class FinishedCalls {
  readonly #keys = new Set<string>();

  /** `by` is the user whose word finishes the call: nobody else can silence an invite of theirs. */
  add(roomId: string, callId: string, by: string): void {
    const key = JSON.stringify([roomId, callId, by]);
    this.#keys.delete(key);
    this.#keys.add(key);
    const [oldest] = this.#keys;
    if (this.#keys.size > MOST && oldest !== undefined) this.#keys.delete(oldest);
  }

  has(roomId: string, callId: string, by: string): boolean {
    return this.#keys.has(JSON.stringify([roomId, callId, by]));
  }

  /** Takes note of events that leave nothing to ring for. */
  note({ event, sender, roomId }: SignalledEvent, self: string): void {
    const { kind, callId } = event;
    const callerEnds = kind === 'hangup' || kind === 'select-answer';
    const ownDeviceEnds = sender === self && (kind === 'answer' || kind === 'reject');
    if (callerEnds || ownDeviceEnds) this.add(roomId, callId, sender);
  }
}
