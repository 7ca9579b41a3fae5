import type { MeshSaid } from '../signalling/mesh-event.ts';
import { keepNewest } from './keep-newest.ts';
import type { MeshDelivery } from './mesh-order.ts';
import { flows, meshPairStep, newMeshPair } from './mesh-pair.ts';
import type { MeshPair, MeshPairInput, MeshPeer } from './mesh-pair.ts';
import type { MeshPairCommand } from './mesh-pair-command.ts';
import { participantId } from './participant-id.ts';

export interface MeshPairsPorts {
  readonly self: { readonly userId: string; readonly deviceId: string };
  readonly newCallId: () => string;
}

/** What a pair's call reports. */
export type MeshPairReport = Extract<
  MeshPairInput,
  { readonly type: 'answered' | 'media-connected' | 'media-lost' | 'ended' }
>;

/** More connections carry no device far, and no member can make us open as many as it claims to have devices. */
const MOST_PAIRS = 32;
const MOST_OF_A_USER = 8;
/** Of those who left: their calls stay over when they come back. */
const MOST_REMEMBERED = 64;

/** Who of a call has a connection with us: made on entering, closed on leaving. */
export class MeshPairs {
  readonly #ports: MeshPairsPorts;
  readonly #self: string;
  readonly #pairs = new Map<string, MeshPair>();
  readonly #finished = new Map<string, readonly string[]>();
  #isAnnounced = false;

  constructor(ports: MeshPairsPorts) {
    this.#ports = ports;
    this.#self = participantId(ports.self.userId, ports.self.deviceId);
  }

  /** Those that are kept after a leave included. */
  get pairs(): readonly MeshPair[] {
    return [...this.#pairs.values()];
  }

  /** The next instant at which `due` has something to do; `null`: none. */
  get wakeAt(): number | null {
    const instants = this.#inTime().flatMap(({ dueAt }) => dueAt ?? []);
    return instants.length === 0 ? null : Math.min(...instants);
  }

  sessionOf(userId: string, deviceId: string): string | undefined {
    const pair = this.#pairs.get(participantId(userId, deviceId));
    // A device may be named so that its id reads as that of another user's device.
    return pair?.peer.userId === userId ? pair.peer.membershipId : undefined;
  }

  /** The homeserver has our membership: from now on others believe our invites. */
  announced(now: number): readonly MeshPairCommand[] {
    this.#isAnnounced = true;
    for (const id of this.#pairs.keys()) this.#startAnew(id, now);
    return this.due(now);
  }

  /** Somebody wants it tried at once. */
  again(id: string, now: number): readonly MeshPairCommand[] {
    this.#startAnew(id, now);
    return this.due(now);
  }

  /** All live mesh memberships of the call, in a lasting order; our own may be among them. */
  members(peers: readonly MeshPeer[], now: number): readonly MeshPairCommand[] {
    const present = new Map(
      peers
        .map((peer) => [participantId(peer.userId, peer.deviceId), peer] as const)
        .filter(([id, { userId }]) => {
          const known = this.#pairs.get(id);
          return id !== this.#self && (known === undefined || known.peer.userId === userId);
        }),
    );
    const absent = [...this.#pairs.keys()].filter((id) => !present.has(id));
    const commands = absent.flatMap((id) => this.#input(id, { type: 'absent' }, now));
    for (const [id, peer] of present) {
      const known = this.#pairs.get(id);
      if (known === undefined) this.#add(id, peer, now);
      else {
        const type = known.peer.membershipId === peer.membershipId ? 'present' : 'renewed';
        commands.push(...this.#input(id, { type, peer }, now));
      }
    }
    return [...commands, ...this.due(now)];
  }

  /** What `MeshOrder` let through. */
  heard(delivery: Exclude<MeshDelivery, { readonly to: 'nobody' }>, now: number): readonly MeshPairCommand[] {
    const { to, peer, event } = delivery;
    const { callId } = event;
    const isOurs = this.#pairs.get(peer)?.callId === callId;
    if (event.kind === 'invite') {
      // One that was of no use when it came first, as its sender seemed to have left, may be of use now.
      const input: MeshPairInput =
        to === 'invited-again' && isOurs ? { type: to, callId } : { type: 'invited', callId, invite: event };
      return this.#input(peer, input, now);
    }
    if (isOurs) return [{ do: 'hear', pair: peer, callId, event }];
    return isEnd(event) ? this.#input(peer, { type: 'ended', callId }, now) : [];
  }

  report(pair: string, report: MeshPairReport, now: number): readonly MeshPairCommand[] {
    return this.#input(pair, report, now);
  }

  due(now: number): readonly MeshPairCommand[] {
    const { newCallId } = this.#ports;
    return this.#inTime()
      .filter(({ dueAt }) => dueAt !== null && dueAt <= now)
      .flatMap(({ id }) => this.#input(id, { type: 'due', newCallId }, now));
  }

  /** We leave the call. */
  close(now: number): readonly MeshPairCommand[] {
    return [...this.#pairs.keys()].flatMap((id) => this.#input(id, { type: 'close' }, now));
  }

  /** What led to nothing before is no reason to wait. */
  #startAnew(id: string, now: number): void {
    const pair = this.#pairs.get(id);
    if (pair === undefined || flows(pair)) return;
    const isNext = pair.state === 'idle' && pair.weInvite;
    this.#pairs.set(id, { ...pair, waitingSince: now, ...(isNext && { attempts: 0, dueAt: now }) });
  }

  /** Pairs that time may change. */
  #inTime(): readonly MeshPair[] {
    return this.pairs.filter(({ state }) => this.#isAnnounced || state !== 'idle');
  }

  #add(id: string, peer: MeshPeer, now: number): void {
    const ofUser = this.pairs.filter((pair) => pair.peer.userId === peer.userId);
    if (this.#pairs.size >= MOST_PAIRS || ofUser.length >= MOST_OF_A_USER) return;
    // By UTF-16 code unit, as all clients compare them.
    const weInvite = this.#self < id;
    const finished = this.#finished.get(id) ?? [];
    this.#pairs.set(id, newMeshPair({ id, peer, weInvite, finished }, now));
  }

  #input(id: string, input: MeshPairInput, now: number): MeshPairCommand[] {
    const known = this.#pairs.get(id);
    if (known === undefined) return [];
    const { pair, commands } = meshPairStep(known, input, now);
    if (pair.state === 'gone') {
      this.#pairs.delete(id);
      keepNewest(this.#finished, id, pair.finished, MOST_REMEMBERED);
    } else this.#pairs.set(id, pair);
    return [...commands];
  }
}

function isEnd({ kind }: MeshSaid): boolean {
  return kind === 'hangup' || kind === 'reject';
}
