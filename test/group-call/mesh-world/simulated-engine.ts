import { MeshOrder } from '../../../src/group-call/mesh-order.ts';
import type { MeshDelivery } from '../../../src/group-call/mesh-order.ts';
import type { MeshPairCommand } from '../../../src/group-call/mesh-pair-command.ts';
import type { MeshPeer } from '../../../src/group-call/mesh-pair.ts';
import { MeshPairs } from '../../../src/group-call/mesh-pairs.ts';
import type { CallEvent } from '../../../src/signalling/call-event.ts';
import { arrival } from '../arrivals.ts';
import { SimulatedCall } from './simulated-call.ts';
import type { MeshWorld } from './mesh-world.ts';

/** What goes from engine to engine. */
export interface Letter {
  readonly from: SimulatedEngine;
  readonly toSession: string;
  readonly event: CallEvent;
  readonly seq: number;
}

/** One run of the engine on a device, from entering to leaving. */
export class SimulatedEngine {
  readonly id: string;
  readonly session: string;
  readonly calls = new Map<string, SimulatedCall>();
  readonly pairs: MeshPairs;
  readonly #world: MeshWorld;
  readonly #order: MeshOrder;
  readonly #seqs = new Map<string, number>();
  /** By call: what may have to be said once more. */
  readonly #letters = new Map<string, Letter>();
  #stopTimer: () => void = () => undefined;
  isRunning = true;

  constructor(world: MeshWorld, deviceId: string, session: string) {
    this.id = `@user:hs:${deviceId}`;
    this.session = session;
    this.#world = world;
    this.pairs = new MeshPairs({
      self: { userId: '@user:hs', deviceId },
      newCallId: () => world.newId(),
    });
    this.#order = new MeshOrder({
      sessionId: session,
      isEncrypted: () => true,
      sessionOf: (user, device) => this.pairs.sessionOf(user, device),
    });
  }

  announced(): void {
    this.#turn(() => this.#execute(this.pairs.announced(this.#world.time.now)));
  }

  see(peers: readonly MeshPeer[]): void {
    this.#turn(() => this.#execute(this.pairs.members(peers, this.#world.time.now)));
  }

  receive({ from, toSession, event, seq }: Letter): void {
    const deviceId = from.id.slice('@user:hs:'.length);
    const sent = { seq, event, userId: '@user:hs', deviceId, session: from.session, dest: toSession };
    this.#turn(() => this.#hear(this.#order.receive(arrival(sent), this.#world.time.now)));
  }

  leave(): void {
    this.#turn(() => this.#execute(this.pairs.close(this.#world.time.now)));
    this.#stop();
  }

  /** Nothing is said, and nothing runs any more. */
  crash(): void {
    this.#stop();
    for (const call of this.calls.values()) call.end('silently');
  }

  #stop(): void {
    this.isRunning = false;
    this.#stopTimer();
  }

  /** Something happens, then whatever is due, until nothing is. */
  #turn(happens: () => void): void {
    if (!this.isRunning) return;
    happens();
    const { time } = this.#world;
    this.#hear(this.#order.due(time.now));
    this.#execute(this.pairs.due(time.now));
    this.#stopTimer();
    const wakes = [this.#order.wakeAt, this.pairs.wakeAt].flatMap((at) => at ?? []);
    if (wakes.length === 0) return;
    this.#stopTimer = time.after(Math.max(0, Math.min(...wakes) - time.now), () => {
      this.#turn(() => undefined);
    });
  }

  #hear(deliveries: readonly MeshDelivery[]): void {
    for (const delivery of deliveries) {
      if (delivery.to !== 'nobody') this.#execute(this.pairs.heard(delivery, this.#world.time.now));
    }
  }

  #execute(commands: readonly MeshPairCommand[]): void {
    for (const command of commands) {
      const { pair, callId } = command;
      switch (command.do) {
        case 'invite':
          this.#newCall(pair, callId).invite();
          break;
        case 'accept':
          this.#newCall(pair, callId).accept();
          break;
        case 'hear':
          this.calls.get(callId)?.hear(command.event);
          break;
        case 'end':
          this.calls.get(callId)?.end(command.how);
          break;
        case 'resend-invite':
        case 'resend-answer': {
          const letter = this.#letters.get(callId);
          if (letter !== undefined) this.#world.carry(pair, letter);
        }
      }
    }
  }

  #newCall(pair: string, callId: string): SimulatedCall {
    const call = new SimulatedCall(callId, {
      time: this.#world.time,
      send: (event) => this.#send(pair, event),
      report: (type) => {
        this.#turn(() => this.#execute(this.pairs.report(pair, { type, callId }, this.#world.time.now)));
      },
      other: () => this.#world.otherEnd(this, callId),
    });
    this.calls.set(callId, call);
    return call;
  }

  #send(pair: string, event: CallEvent): void {
    const known = this.pairs.pairs.find(({ id }) => id === pair);
    const toSession = known?.peer.membershipId ?? this.#world.sessionSeen(pair);
    const seq = this.#seqs.get(event.callId) ?? 0;
    this.#seqs.set(event.callId, seq + 1);
    const letter = { from: this, toSession, event, seq };
    if (event.kind === 'invite' || event.kind === 'answer') this.#letters.set(event.callId, letter);
    this.#world.carry(pair, letter);
  }
}
