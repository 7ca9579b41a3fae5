import type { CallContext, Device } from './call-context.ts';
import { classify } from './classify.ts';
import type { SignalledEvent } from './classify.ts';
import type { RemoteInput } from './call-input.ts';
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
  readonly calls: () => Iterable<CallContext>;
  readonly ringsIn: (roomId: string) => boolean;
  /** Whether one more call may ring while `calls` go on. */
  readonly canHandleNewCall: (invitation: Invitation) => boolean;
}

const PREPARING: ReadonlySet<string> = new Set(['fledgling', 'wait-local-media', 'create-offer']);

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
    for (const call of this.#ports.calls()) {
      if (call.callId === event.callId && call.roomId === roomId) return call;
    }
    return undefined;
  }

  #deliver(signalled: SignalledEvent): Delivery {
    const { event } = signalled;
    const call = this.#callOf(signalled);
    const nobody = (reason: string): Delivery => ({ to: 'nobody', callId: event.callId, reason });
    if (call !== undefined) {
      const read = classify(call, signalled);
      return 'input' in read ? { to: 'call', callId: event.callId, input: read.input } : nobody(read.ignored);
    }
    if (event.kind !== 'invite') return nobody(`no such call: ${event.kind}`);
    return this.#invited(signalled, event, nobody);
  }

  #invited(
    { sender, roomId, age }: SignalledEvent,
    invite: InviteEvent,
    nobody: (reason: string) => Delivery,
  ): Delivery {
    const { self } = this.#ports;
    const invitation = { invite, sender, roomId, remaining: invite.lifetime - age };
    if (sender === self.userId && invite.inviteeDeviceId !== self.deviceId) {
      return nobody('a call of another device of ours');
    }
    if (invite.invitee !== null && invite.invitee !== self.userId) return nobody('for another user');
    if (invite.inviteeDeviceId !== null && invite.inviteeDeviceId !== self.deviceId) {
      return nobody('for another device');
    }
    if (!(invitation.remaining > 0)) return nobody('too old');
    const { callId } = invite;
    if (this.#finished.has(roomId, callId, self.userId)) return nobody('dealt with already');
    const delivery = this.#ring(invitation, nobody);
    if (delivery.to !== 'ring') this.#finished.add(roomId, callId, self.userId);
    return delivery;
  }

  #ring(invitation: Invitation, nobody: (reason: string) => Delivery): Delivery {
    const { sender, roomId, invite } = invitation;
    if (this.#finished.has(roomId, invite.callId, sender)) return { to: 'missed', invitation };
    if (!this.#ports.ringsIn(roomId)) return { to: 'unrung', invitation };
    const ours = this.#ownInvite(roomId, sender);
    if (ours === undefined) {
      const free = this.#ports.canHandleNewCall(invitation);
      return free ? { to: 'ring', invitation, replaces: null } : { to: 'missed', invitation };
    }
    const weStay = !PREPARING.has(ours.state) && ours.callId < invite.callId;
    return weStay ? nobody('our invite wins') : { to: 'ring', invitation, replaces: ours.callId };
  }

  /** Our own unanswered call to the one who calls us: glare. */
  #ownInvite(roomId: string, userId: string): CallContext | undefined {
    for (const call of this.#ports.calls()) {
      const open = call.state === 'invite-sent' || PREPARING.has(call.state);
      if (open && call.direction === 'outgoing' && call.roomId === roomId) {
        if (call.peer.userId === userId) return call;
      }
    }
    return undefined;
  }
}
