import { CallError, MatrixError, MediaError } from '../../src/index.ts';
import type { CallSnapshot, MissedCall } from '../../src/index.ts';
import {
  FamedlyCallEndEvent,
  FamedlyCallIncomingEvent,
  FamedlyCallMissedEvent,
  FamedlyCallStartEvent,
  FamedlyCallStateEvent,
} from './call-events.ts';
import type { CallDetail } from './call-events.ts';
import { FamedlyCallErrorEvent } from '../engine-link/error-event.ts';
import type { ElementErrorCode } from '../engine-link/error-event.ts';

/** Tells the page what happens, and keeps what the end of a call is told by. */
export class CallOutcome {
  readonly #host: HTMLElement;
  #failure: string | null = null;
  #endedAt: number | null = null;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Code of what went wrong last in this call. */
  get failure(): string | null {
    return this.#failure;
  }

  /** ms since epoch */
  get endedAt(): number | null {
    return this.#endedAt;
  }

  shown(snapshot: CallSnapshot): void {
    this.#failure = null;
    this.#endedAt = snapshot.state === 'ended' ? snapshot.connectedAt : null;
    if (snapshot.state === 'ringing')
      this.#host.dispatchEvent(new FamedlyCallIncomingEvent(detailOf(snapshot)));
  }

  stateChanged(snapshot: CallSnapshot, before: CallSnapshot): void {
    const detail = detailOf(snapshot);
    const { state, endReason, endedBy, connectedAt } = snapshot;
    this.#host.dispatchEvent(new FamedlyCallStateEvent({ ...detail, state }));
    if (state === 'ringing') this.#host.dispatchEvent(new FamedlyCallIncomingEvent(detail));
    if (state === 'connected' && before.connectedAt === null) {
      this.#host.dispatchEvent(new FamedlyCallStartEvent(detail));
    }
    if (state !== 'ended') return;
    this.#endedAt = Date.now();
    const duration = connectedAt === null ? null : this.#endedAt - connectedAt;
    this.#host.dispatchEvent(new FamedlyCallEndEvent({ ...detail, reason: endReason, endedBy, duration }));
  }

  missed({ callId, roomId, userId, type }: MissedCall): void {
    this.#host.dispatchEvent(new FamedlyCallMissedEvent({ callId, roomId, userId, type }));
  }

  failed(error: CallError | MediaError): void {
    const { cause } = error;
    this.#failure = error instanceof CallError && cause instanceof MatrixError ? cause.code : error.code;
    this.tell(error.code, error.message);
  }

  /** Something that was asked for could not be done. False where the person themself took it back. */
  refused(error: unknown): boolean {
    const known = error instanceof CallError || error instanceof MediaError || error instanceof MatrixError;
    if (known && error.code === 'cancelled') return false;
    this.tell(known ? error.code : 'unknown', known ? error.message : 'The browser refused');
    return true;
  }

  tell(code: ElementErrorCode, message: string): void {
    this.#host.dispatchEvent(new FamedlyCallErrorEvent({ code, message }));
  }
}

function detailOf({ callId, roomId, peer, type, direction }: CallSnapshot): CallDetail {
  return { callId, roomId, userId: peer.userId, type, direction };
}
