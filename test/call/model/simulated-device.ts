import { newCall } from '../../../src/call/call-context.ts';
import type { CallContext, CallIdentity } from '../../../src/call/call-context.ts';
import type { LocalInput, Party, RemoteInput } from '../../../src/call/call-input.ts';
import type { Delivery, Invitation, Switchboard } from '../../../src/call/switchboard.ts';
import type { CallEvent } from '../../../src/signalling/call-event.ts';
import { DeviceWatch } from './device-watch.ts';
import type { DeviceName } from './schedule.ts';
import { SimulatedCall } from './simulated-call.ts';
import type { CallWorld } from './simulated-call.ts';
import type { SimulatedMedia } from './simulated-media.ts';
import { must } from './violation.ts';
import { overTheWire } from './wire.ts';
import type { Wire } from './wire.ts';

export interface DeviceOptions {
  readonly name: DeviceName;
  readonly userId: string;
  readonly world: CallWorld;
  /** Speaks version 0. */
  readonly old: boolean;
  /** ms by which its clock is wrong; `null`: its server tells how old events are. */
  readonly clock: number | null;
  readonly ringsWhenBusy: boolean;
  readonly answersGlare: boolean;
  readonly opaqueId: () => string;
  /** Into the timelines of everybody in the room. */
  readonly post: (wire: Wire) => void;
}

export interface Callee {
  readonly userId: string;
  readonly deviceId: string | null;
}

/** One device: a switchboard, its calls, and what `VoIP` does with both. */
export class SimulatedDevice {
  readonly options: DeviceOptions;
  readonly #board: Switchboard;
  readonly #watch: DeviceWatch;
  calls: readonly SimulatedCall[] = [];
  /** Arrived at the homeserver, not synced. */
  inbox: readonly Wire[] = [];
  breaksDescription = false;
  sendTrouble: 'none' | 'refused' | 'response lost' = 'none';
  isCut = false;

  constructor(options: DeviceOptions) {
    this.options = options;
    this.#watch = new DeviceWatch(this);
    this.#board = new options.world.machine.switchboard({
      self: { userId: options.userId, deviceId: options.name },
      calls: () => this.calls.map((call) => call.context),
      ringsIn: () => true,
      canHandleNewCall: () => options.ringsWhenBusy || this.calls.length === 0,
    });
  }

  get name(): DeviceName {
    return this.options.name;
  }
  get userId(): string {
    return this.options.userId;
  }

  place(
    roomId: string,
    callee: Callee,
    callId: string,
    meanwhile: (call: SimulatedCall) => void = () => undefined,
  ): boolean {
    const { userId, name } = this.options;
    const itself = callee.userId === userId && (callee.deviceId ?? name) === name;
    const talking = this.calls.some(
      ({ context }) => context.roomId === roomId && context.peer.userId === callee.userId,
    );
    if (itself || talking) return false;
    const call = this.#add({ callId, roomId, direction: 'outgoing', type: 'voice', peer: callee }, null);
    meanwhile(call);
    if (call.isOpen) call.input({ type: 'place' });
    return true;
  }

  /** What the person wants; the machine refuses what has no row. */
  command(input: LocalInput, from = this.calls): boolean {
    const call = from.find((one) => one.takes(input.type));
    if (call !== undefined) {
      call.input(input);
      return true;
    }
    const [other] = from;
    if (other === undefined) return false;
    const before = other.context;
    other.input(input);
    must('a command without a row is refused', other.context === before, input.type);
    return true;
  }

  receive(wire: Wire): void {
    // An old client knows its echo without a party id.
    const echo = wire.from?.context.self.deviceId === this.name;
    if (!this.options.old || !echo) this.inbox = [...this.inbox, wire];
  }

  /** The next `count` events as one sync batch. */
  sync(count: number): boolean {
    const batch = this.inbox.slice(0, count);
    if (batch.length === 0) return false;
    this.inbox = this.inbox.slice(count);
    const { clock, world } = this.options;
    const now = world.time.now;
    const signalled = batch.map(({ event, sender, roomId, sentAt }) => ({
      event,
      sender,
      roomId,
      age: clock === null ? now - sentAt : Math.max(0, now + clock - sentAt),
    }));
    this.#watch.hears(batch);
    for (const delivery of this.#board.receive(signalled)) this.#deliver(delivery);
    this.#watch.heard();
    return true;
  }

  leftRoom(userId: string): void {
    for (const call of this.calls) {
      if (userId === call.context.peer.userId || userId === this.userId) call.input({ type: 'left-room' });
    }
  }

  #deliver(delivery: Delivery): void {
    if (delivery.to === 'call') this.#tell(delivery.callId, delivery.input);
    else if (delivery.to === 'ring') this.#ring(delivery.invitation, delivery.replaces);
  }

  #tell(callId: string, input: RemoteInput): void {
    this.calls.find(({ context }) => context.callId === callId)?.input(input);
  }

  #ring({ invite, sender, roomId, remaining }: Invitation, replaces: string | null): void {
    this.#watch.rings(invite.callId, this.options.clock !== null);
    const loser = this.calls.find(({ context }) => context.callId === replaces);
    const media = loser?.handOver();
    loser?.input({ type: 'glare-lost' });
    must('every session ends', loser?.isOpen !== true, 'lost glare and goes on');
    const peer = { userId: sender, deviceId: null };
    const caller: Party = { id: invite.partyId, version: invite.version };
    const { callId, offer, metadata } = invite;
    const call = this.#add({ callId, roomId, direction: 'incoming', type: 'voice', peer }, caller, media);
    call.input({ type: 'ring', offer, metadata, remaining });
    if (loser !== undefined && this.options.answersGlare) call.input({ type: 'answer' });
  }

  #add(
    identity: Pick<CallIdentity, 'callId' | 'roomId' | 'direction' | 'type' | 'peer'>,
    caller: Party | null,
    media?: SimulatedMedia,
  ): SimulatedCall {
    const { userId, name, world, opaqueId } = this.options;
    const self = { userId, deviceId: name };
    const context: CallContext = newCall(
      { ...identity, self, partyId: opaqueId(), lifetime: 60_000 },
      caller,
    );
    const call = new SimulatedCall(
      context,
      world,
      {
        send: (from, event) => this.#send(from, event),
        ended: (one) => {
          this.#board.ended(one.context);
          this.calls = this.calls.filter((other) => other !== one);
        },
        breaksDescription: () => {
          const breaks = this.breaksDescription;
          this.breaksDescription = false;
          return breaks;
        },
      },
      media,
    );
    this.calls = [...this.calls, call];
    return call;
  }

  #send(from: SimulatedCall, event: CallEvent): void {
    const { old, world, userId } = this.options;
    const trouble = this.sendTrouble;
    if (trouble !== 'none' && (event.kind === 'invite' || event.kind === 'answer')) {
      this.sendTrouble = 'none';
      from.sendFailed();
      if (trouble === 'refused') return;
    }
    const { roomId } = from.context;
    const sentAt = world.time.now;
    for (const arrived of overTheWire(event, old)) {
      this.options.post({ event: arrived, sender: userId, roomId, sentAt, from });
    }
  }
}
