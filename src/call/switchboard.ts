import type { CallContext, Device } from './call-context.ts';
import { classify } from './classify.ts';
import type { SignalledEvent } from './classify.ts';
import type { RemoteInput } from './call-input.ts';
import { PREPARING } from './call-state.ts';
import { FinishedCalls } from './finished-calls.ts';
import type { InviteEvent } from '../signalling/call-event.ts';

export interface Invitation {
  readonly invite: InviteEvent;
  readonly sender: string;
  readonly roomId: string;
  /** ms that it still lives. */
  readonly remaining: number;
}

/** What an arrived event leads to, in order. */
export type Delivery =
  | { readonly to: 'call'; readonly callId: string; readonly input: RemoteInput }
  /** A new call rings; `replaces` is our own call that lost glare to it, to be ended with `glare-lost` first. */
  | { readonly to: 'ring'; readonly invitation: Invitation; readonly replaces: string | null }
  | { readonly to: 'missed'; readonly invitation: Invitation }
  /** In a public room: told, does not ring. */
  | { readonly to: 'unrung'; readonly invitation: Invitation }
  | { readonly to: 'nobody'; readonly callId: string; readonly reason: string };

export interface SwitchboardPorts {
  readonly self: Device;
  /** Calls that have not ended. */
  readonly calls: () => readonly CallContext[];
  readonly ringsIn: (roomId: string) => boolean;
  /** Whether one more call may ring while `calls` go on. */
  readonly canHandleNewCall: (invitation: Invitation) => boolean;
}

function nobody(callId: string, reason: string): Delivery {
  return { to: 'nobody', callId, reason };
}

/** Decides what rings, what is missed and which call an event belongs to. */
export class Switchboard {
  readonly #ports: SwitchboardPorts;
  readonly #finished = new FinishedCalls();

  constructor(ports: SwitchboardPorts) {
    this.#ports = ports;
  }

  /** A call that ended here: nothing makes it ring again. */
  ended({ roomId, callId }: CallContext): void {
    this.#finished.add(roomId, callId, this.#ports.self.userId);
  }

  /**
   * Reads a whole sync batch before anything rings. Each delivery must be carried out before the next is asked for: what
   * rings decides about the next invite.
   */
  *receive(batch: readonly SignalledEvent[]): Generator<Delivery> {
    const early = batch.filter((event) => this.#callOf(event) === undefined);
    for (const event of early) this.#finished.note(event, this.#ports.self.userId);
    for (const event of batch) yield this.#deliver(event);
  }

  #callOf({ event, roomId }: SignalledEvent): CallContext | undefined {
    return this.#ports.calls().find((call) => call.callId === event.callId && call.roomId === roomId);
  }

  #deliver(signalled: SignalledEvent): Delivery {
    const { event } = signalled;
    const { callId, kind } = event;
    const call = this.#callOf(signalled);
    if (call !== undefined) {
      const read = classify(call, signalled);
      return 'input' in read ? { to: 'call', callId, input: read.input } : nobody(callId, read.ignored);
    }
    return kind === 'invite' ? this.#invited(signalled, event) : nobody(callId, `no such call: ${kind}`);
  }

  #invited({ sender, roomId, age }: SignalledEvent, invite: InviteEvent): Delivery {
    const { userId, deviceId } = this.#ports.self;
    const { callId, invitee, inviteeDeviceId } = invite;
    const namesUs = (invitee ?? userId) === userId && (inviteeDeviceId ?? deviceId) === deviceId;
    // What another device of ours sends to nobody's device in particular is its own call.
    if (!namesUs || (sender === userId && inviteeDeviceId === null)) {
      return nobody(callId, 'for another user or device');
    }
    const invitation = { invite, sender, roomId, remaining: invite.lifetime - age };
    if (!(invitation.remaining > 0)) return nobody(callId, 'too old');
    if (this.#finished.has(roomId, callId, userId)) return nobody(callId, 'dealt with already');
    const delivery = this.#ring(invitation);
    if (delivery.to !== 'ring') this.#finished.add(roomId, callId, userId);
    return delivery;
  }

  #ring(invitation: Invitation): Delivery {
    const { calls, ringsIn, canHandleNewCall } = this.#ports;
    const { sender, roomId, invite } = invitation;
    const { callId } = invite;
    if (this.#finished.has(roomId, callId, sender)) return { to: 'missed', invitation };
    if (!ringsIn(roomId)) return { to: 'unrung', invitation };
    // Our own unanswered call to the one who calls us: glare.
    const ours = calls().find(
      (call) =>
        (call.state === 'invite-sent' || PREPARING.has(call.state)) &&
        call.direction === 'outgoing' &&
        call.roomId === roomId &&
        call.peer.userId === sender,
    );
    if (ours === undefined) {
      return canHandleNewCall(invitation)
        ? { to: 'ring', invitation, replaces: null }
        : { to: 'missed', invitation };
    }
    if (!PREPARING.has(ours.state) && ours.callId < callId) return nobody(callId, 'our invite wins');
    return { to: 'ring', invitation, replaces: ours.callId };
  }
}
