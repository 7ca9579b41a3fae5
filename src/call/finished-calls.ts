import type { SignalledEvent } from './classify.ts';

/** Of each user, so that nobody's many words push those of another out. */
const MOST_CALLS = 64;
const MOST_USERS = 256;

/** Calls that the other side, or a device of ours, finished: an invite that arrives later for one of them does not ring. */
export class FinishedCalls {
  readonly #byUser = new Map<string, Set<string>>();

  /** `by` is the user whose word finishes the call: nobody else can silence an invite of theirs. */
  add(roomId: string, callId: string, by: string): void {
    const calls = this.#byUser.get(by) ?? new Set();
    this.#byUser.delete(by);
    this.#byUser.set(by, calls);
    const call = keyOf(roomId, callId);
    calls.delete(call);
    calls.add(call);
    dropOldest(calls, MOST_CALLS);
    dropOldest(this.#byUser, MOST_USERS);
  }

  has(roomId: string, callId: string, by: string): boolean {
    return this.#byUser.get(by)?.has(keyOf(roomId, callId)) === true;
  }

  /** Takes note of events that leave nothing to ring for. */
  note({ event, sender, roomId }: SignalledEvent, self: string): void {
    const { kind, callId } = event;
    const callerEnds = kind === 'hangup' || kind === 'select-answer';
    const ownDeviceEnds = sender === self && (kind === 'answer' || kind === 'reject');
    if (callerEnds || ownDeviceEnds) this.add(roomId, callId, sender);
  }
}

function keyOf(roomId: string, callId: string): string {
  return JSON.stringify([roomId, callId]);
}

function dropOldest(all: Set<string> | Map<string, unknown>, most: number): void {
  const [oldest] = all.keys();
  if (all.size > most && oldest !== undefined) all.delete(oldest);
}
