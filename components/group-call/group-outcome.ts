import type { GroupCallSnapshot } from '../../src/index.ts';
import { FamedlyCallErrorEvent } from '../engine-link/error-event.ts';
import type { ElementErrorCode } from '../engine-link/error-event.ts';
import type { SourceStatus } from '../engine-link/source.ts';
import {
  FamedlyGroupCallEndEvent,
  FamedlyGroupCallStartEvent,
  FamedlyGroupCallStateEvent,
  FamedlyParticipantsEvent,
} from './group-call-events.ts';

/** Tells the page what happens, and keeps how long a stay in the call was. */
export class GroupOutcome {
  readonly #host: HTMLElement;
  #statusTold: SourceStatus | null = null;
  #duration: number | null = null;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** ms of the last stay */
  get duration(): number | null {
    return this.#duration;
  }

  status(status: SourceStatus): void {
    if (status === this.#statusTold) return;
    this.#statusTold = status;
    if (status.is === 'failed') this.tell(status.code, 'The element has no Matrix side to call with');
  }

  follow(now: GroupCallSnapshot, before: GroupCallSnapshot): void {
    const { callId, roomId, state, endReason, participants } = now;
    const detail = { callId, roomId };
    if (ids(participants) !== ids(before.participants)) {
      const told = participants.map(({ id, userId, deviceId }) => ({ id, userId, deviceId }));
      this.#host.dispatchEvent(new FamedlyParticipantsEvent({ ...detail, participants: told }));
    }
    if (before.enteredAt !== null) this.#duration = Date.now() - before.enteredAt;
    if (state === before.state) return;
    this.#host.dispatchEvent(new FamedlyGroupCallStateEvent({ ...detail, state }));
    if (state === 'entered') this.#host.dispatchEvent(new FamedlyGroupCallStartEvent(detail));
    if (state !== 'left' || (before.state !== 'leaving' && before.state !== 'entered')) return;
    const duration = this.#duration ?? 0;
    this.#host.dispatchEvent(new FamedlyGroupCallEndEvent({ ...detail, reason: endReason, duration }));
  }

  tell(code: ElementErrorCode, message: string): void {
    this.#host.dispatchEvent(new FamedlyCallErrorEvent({ code, message }));
  }
}

function ids(participants: GroupCallSnapshot['participants']): string {
  return JSON.stringify(participants.map(({ id }) => id));
}
