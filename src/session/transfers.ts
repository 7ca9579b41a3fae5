import type { MatrixPort } from '../matrix/port.ts';
import type { ReplacesEvent } from '../signalling/call-event.ts';
import type { CallSession } from './call-session.ts';

/** What places the call that takes over. */
interface CallPlacer {
  readonly port: MatrixPort;
  placeCall(
    roomId: string,
    type: 'voice' | 'video',
    callee: { readonly userId: string },
    callId: string,
  ): CallSession;
}

/** Follows transfers (MSC2747): places the call that takes over, or waits for it. */
export class Transfers {
  readonly #voip: CallPlacer;
  /** Calls that will come in place of others. */
  readonly #awaited = new Map<string, CallSession>();

  constructor(voip: CallPlacer) {
    this.#voip = voip;
  }

  awaits(callId: string): boolean {
    return this.#awaited.has(callId);
  }

  /** Whether this incoming call was awaited: it then takes the other one's place. */
  take(session: CallSession): boolean {
    const before = this.#awaited.get(session.callId);
    if (before === undefined) return false;
    this.#awaited.delete(session.callId);
    before.replacedBy(session);
    before.hangup('replaced');
    return true;
  }

  follow(session: CallSession, offer: ReplacesEvent): void {
    if (offer.awaitCall !== null) {
      this.#await(session, offer.awaitCall);
      return;
    }
    const roomId = offer.targetRoom ?? this.#roomWith(offer.target?.userId, session.roomId);
    if (offer.createCall === null || offer.target === null || roomId === null) {
      session.rejectTransfer();
      return;
    }
    const { userId } = offer.target;
    const { type } = session.snapshot;
    const next = this.#voip.placeCall(roomId, type, { userId }, offer.createCall);
    session.replacedBy(next);
    session.hangup('replaced');
  }

  #await(session: CallSession, callId: string): void {
    this.#awaited.set(callId, session);
    session.on('ended', () => this.#awaited.delete(callId));
  }

  /** The room to call somebody in: the one we are in, if they are there, else our direct chat with them. */
  #roomWith(userId: string | undefined, here: string): string | null {
    if (userId === undefined) return null;
    const { port } = this.#voip;
    const isIn = (roomId: string): boolean =>
      port.room(roomId)?.members.some((member) => member.userId === userId) === true;
    if (isIn(here)) return here;
    return port.rooms().find((room) => room.directUserId === userId)?.roomId ?? null;
  }
}
