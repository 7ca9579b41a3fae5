import type { InviteEvent } from '../signalling/call-event.ts';
import type { MeshEvent, MeshSaid } from '../signalling/mesh-event.ts';
import { HeldEvents } from './held-events.ts';
import { keepNewest } from './keep-newest.ts';
import { LeakyBucket } from './leaky-bucket.ts';
import { MeshSequence } from './mesh-sequence.ts';
import { participantId } from './participant-id.ts';

/** A to-device event of this group call together with what Matrix vouches for. */
export interface MeshArrival {
  readonly userId: string;
  /** The device that encrypted it; `null` where that is not known. */
  readonly senderDevice: string | null;
  readonly encrypted: boolean;
  readonly mesh: MeshEvent;
}

/** What an arrived event leads to, in order. */
export type MeshDelivery =
  | { readonly to: 'call'; readonly peer: string; readonly event: MeshSaid }
  /** An invite that was delivered before: what we said to it may be lost. */
  | { readonly to: 'invited-again'; readonly peer: string; readonly event: InviteEvent }
  | { readonly to: 'nobody'; readonly peer: string; readonly callId: string; readonly reason: string };

export interface MeshOrderPorts {
  /** Our own `membershipID`. */
  readonly sessionId: string;
  /** Whether the room is encrypted: nothing that came in clear counts then. */
  readonly isEncrypted: () => boolean;
  /** `membershipID` of a device that we have, or keep, a connection with. */
  readonly sessionOf: (userId: string, deviceId: string) => string | undefined;
}

interface Session {
  readonly userId: string;
  readonly deviceId: string;
  readonly sessionId: string;
}

interface SessionSequences extends Session {
  readonly calls: Map<string, MeshSequence>;
}

const MOST_CALLS_OF_A_PEER = 8;
const MOST_USERS = 256;
/** Characters: twice the longest description that is read. */
const LONGEST_EVENT = 400_000;
/** Of one user: far more than joining, trickling and restarting need. */
const BURST = 256;
const PER_SECOND = 32;

/** Lets through what the present devices of a call say to us, in their order, once; bounded in time, number and size. */
export class MeshOrder {
  readonly #ports: MeshOrderPorts;
  readonly #held = new HeldEvents();
  readonly #peers = new Map<string, SessionSequences>();
  readonly #rates = new Map<string, LeakyBucket>();

  constructor(ports: MeshOrderPorts) {
    this.#ports = ports;
  }

  /** The next instant at which `due` has something to do; `null`: none. */
  get wakeAt(): number | null {
    const sequences = [...this.#peers.values()].flatMap(({ calls }) => [...calls.values()]);
    const instants = [this.#held, ...sequences].flatMap(({ wakeAt }) => wakeAt ?? []);
    return instants.length === 0 ? null : Math.min(...instants);
  }

  receive(arrival: MeshArrival, now: number): readonly MeshDelivery[] {
    const refused = this.#refusal(arrival, now);
    if (refused !== null) return [nobody(arrival, refused)];
    if (this.#isPresent(sessionOf(arrival))) return this.#sequence(arrival, now);
    const out = this.#held.hold(arrival, now);
    return out === null ? [] : [nobody(out, 'too many are held')];
  }

  /** To be called at `wakeAt`, and whenever who is in the call has changed. */
  due(now: number): readonly MeshDelivery[] {
    for (const [peer, session] of this.#peers) {
      // What an engine that is gone said last means nothing to the connection with its successor.
      if (!this.#isPresent(session)) this.#peers.delete(peer);
    }
    const over = this.#held.take(({ until }) => until <= now);
    const known = this.#held.take(({ arrival }) => this.#isPresent(sessionOf(arrival)));
    return [
      ...this.#waited(now),
      ...known.flatMap((arrival) => this.#sequence(arrival, now)),
      ...over.map((arrival) => nobody(arrival, 'a session that is not in the call')),
    ];
  }

  #isPresent({ userId, deviceId, sessionId }: Session): boolean {
    return this.#ports.sessionOf(userId, deviceId) === sessionId;
  }

  #refusal({ userId, senderDevice, encrypted, mesh }: MeshArrival, now: number): string | null {
    if (mesh.destSessionId !== this.#ports.sessionId) return 'for another session';
    if (!encrypted && this.#ports.isEncrypted()) return 'in clear in an encrypted room';
    if (senderDevice !== null && senderDevice !== mesh.senderDeviceId) return 'in the name of another device';
    const rate = this.#rates.get(userId) ?? new LeakyBucket(BURST, PER_SECOND);
    keepNewest(this.#rates, userId, rate, MOST_USERS);
    if (rate.isFull(now)) return 'too many';
    rate.add(now);
    return JSON.stringify(mesh.event).length > LONGEST_EVENT ? 'too long' : null;
  }

  #sequence(arrival: MeshArrival, now: number): readonly MeshDelivery[] {
    const { mesh } = arrival;
    const { event } = mesh;
    const peer = peerOf(arrival);
    const { calls } = this.#sequencesOf(arrival);
    const sequence = calls.get(event.callId) ?? new MeshSequence();
    keepNewest(calls, event.callId, sequence, MOST_CALLS_OF_A_PEER);
    const sequenced = sequence.receive(mesh, now);
    if ('deliver' in sequenced) return sequenced.deliver.map(toCall(peer));
    return sequenced.dropped === 'repeated' && event.kind === 'invite'
      ? [{ to: 'invited-again', peer, event }]
      : [nobody(arrival, sequenced.dropped)];
  }

  #sequencesOf(arrival: MeshArrival): SessionSequences {
    const peer = peerOf(arrival);
    const session = sessionOf(arrival);
    const known = this.#peers.get(peer);
    if (known?.sessionId === session.sessionId) return known;
    const sequences = { ...session, calls: new Map<string, MeshSequence>() };
    this.#peers.set(peer, sequences);
    return sequences;
  }

  #waited(now: number): readonly MeshDelivery[] {
    return [...this.#peers].flatMap(([peer, { calls }]) =>
      [...calls.values()].flatMap((sequence) => sequence.due(now)).map(toCall(peer)),
    );
  }
}

function sessionOf({ userId, mesh }: MeshArrival): Session {
  return { userId, deviceId: mesh.senderDeviceId, sessionId: mesh.senderSessionId };
}

function peerOf({ userId, mesh }: MeshArrival): string {
  return participantId(userId, mesh.senderDeviceId);
}

function toCall(peer: string): (mesh: MeshEvent) => MeshDelivery {
  return ({ event }) => ({ to: 'call', peer, event });
}

function nobody(arrival: MeshArrival, reason: string): MeshDelivery {
  return { to: 'nobody', peer: peerOf(arrival), callId: arrival.mesh.event.callId, reason };
}
