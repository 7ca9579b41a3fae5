import type { LiveMembership } from '../group-call/live-membership.ts';
import type { MeshPeer } from '../group-call/mesh-pair.ts';
import type { Log } from '../foundation/log.ts';
import type { MatrixPort } from '../matrix/port.ts';
import { buildMeshEvent } from '../signalling/mesh-event.ts';
import type { MeshEvent, MeshSaid } from '../signalling/mesh-event.ts';

/** Something to say to one device. */
export interface Letter {
  readonly to: MeshPeer;
  readonly event: MeshSaid;
  /** Called when it leaves: numbers are given in the order in which letters leave. */
  readonly seal: (event: MeshSaid) => MeshEvent;
  /** It did not leave, and trying again does not help. */
  readonly failed: (why: 'unreachable' | 'refused') => void;
}

export interface MeshPostOptions {
  readonly port: Pick<MatrixPort, 'sendToDevice'>;
  readonly roomId: string;
  readonly log: Log;
  /** Who is in the call, as the room says now. */
  readonly members: () => readonly Pick<LiveMembership, 'userId' | 'deviceId' | 'membershipId'>[];
}

/** To those who went without a word: most of them never come back. */
const MOST_GOODBYES = 32;

/**
 * Sends what a group call's devices say to each other: in order for each of them, what is ready for several at once in
 * one request, and to those only who are in the call when it leaves.
 */
export class MeshPost {
  readonly #options: MeshPostOptions;
  #waiting: readonly Letter[] = [];
  readonly #busy = new Set<string>();
  readonly #underWay = new Set<Promise<void>>();
  #isDue = false;
  #isAnnounced = false;

  constructor(options: MeshPostOptions) {
    this.#options = options;
  }

  /** Others can know that we are in the call: they believe our invites from now on. */
  announced(): void {
    this.#isAnnounced = true;
    this.#flush();
  }

  /** Who was out for a moment may be back. */
  membersChanged(): void {
    this.#soon();
  }

  send(letter: Letter): void {
    const like = this.#waiting.findIndex((other) => isFollowedBy(other, letter));
    this.#waiting =
      like === -1
        ? [...this.#waiting, letter]
        : this.#waiting.with(like, merged(this.#waiting[like] ?? letter, letter));
    this.#soon();
  }

  /** A call is over: what it wanted to say waits no more, but for its goodbye to who knows of it. */
  withdraw(callId: string): void {
    const isUnknown = this.#waiting.some(({ event }) => event.callId === callId && this.#isEarly(event));
    this.#waiting = this.#waiting.filter(
      ({ event }) => event.callId !== callId || (isGoodbye(event) && !isUnknown),
    );
  }

  /** Resolves when nothing waits and nothing is under way. */
  async emptied(): Promise<void> {
    // What was sent in this turn is about to leave.
    await Promise.resolve();
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** What the same turn has for others goes out with it. */
  #soon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.#flush();
    });
  }

  #flush(): void {
    const late = this.#waiting.filter(({ event, to }) => isGoodbye(event) && !this.#isIn(to));
    const forgotten = late.slice(0, -MOST_GOODBYES);
    this.#waiting = this.#waiting.filter((letter) => !forgotten.includes(letter));
    for (;;) {
      const batch = this.#nextBatch();
      if (batch.length === 0) return;
      this.#waiting = this.#waiting.filter((letter) => !batch.includes(letter));
      const delivery = this.#deliver(batch).finally(() => this.#underWay.delete(delivery));
      this.#underWay.add(delivery);
    }
  }

  /** For each engine that nothing is under way to, its first letter, as far as they are of one type. */
  #nextBatch(): readonly Letter[] {
    const firsts = new Map<string, Letter>();
    for (const letter of this.#waiting) {
      const id = idOf(letter);
      if (!firsts.has(id) && !this.#busy.has(id)) firsts.set(id, letter);
    }
    const ready = [...firsts.values()].filter(({ event, to }) => !this.#isEarly(event) && this.#isIn(to));
    const [first] = ready;
    return ready.filter((letter) => first !== undefined && sameType(letter, first));
  }

  /** Nothing goes to a device outside: what it waits for comes with its return, or is withdrawn. */
  #isIn({ userId, deviceId, membershipId }: MeshPeer): boolean {
    return this.#options
      .members()
      .some((one) => one.userId === userId && one.deviceId === deviceId && one.membershipId === membershipId);
  }

  /** Whoever gets an invite of somebody who is not in the call drops it; that it is ready already saves time. */
  #isEarly({ kind }: MeshSaid): boolean {
    return kind === 'invite' && !this.#isAnnounced;
  }

  async #deliver(batch: readonly Letter[]): Promise<void> {
    const { port, roomId, log } = this.#options;
    for (const letter of batch) this.#busy.add(idOf(letter));
    const sealed = batch.map(({ to, event, seal }) => buildMeshEvent(seal(event), to.dialect));
    const messages = batch.map(({ to: { userId, deviceId } }, index) => {
      return { userId, deviceId, content: sealed[index]?.content ?? {} };
    });
    try {
      const unreached = await port.sendToDevice(roomId, sealed[0]?.type ?? '', messages);
      for (const { userId, deviceId } of unreached) {
        const letter = batch.find(({ to }) => to.userId === userId && to.deviceId === deviceId);
        log.warn('A device of the call cannot be reached encrypted', { kind: letter?.event.kind });
        letter?.failed('unreachable');
      }
    } catch {
      log.warn('A call event was not sent', { kind: batch[0]?.event.kind });
      for (const letter of batch) letter.failed('refused');
    }
    for (const letter of batch) this.#busy.delete(idOf(letter));
    this.#flush();
  }
}

/** Of an engine: what waits for one that may never come back is in nobody's way. */
function idOf({ to }: Letter): string {
  return JSON.stringify([to.userId, to.deviceId, to.membershipId]);
}

function sameType(a: Letter, b: Letter): boolean {
  const [one, other] = [a, b].map(({ to }) => to.dialect === 'documented');
  return a.event.kind === b.event.kind && one === other;
}

function isGoodbye({ kind }: MeshSaid): boolean {
  return kind === 'hangup' || kind === 'reject';
}

/** What waits says no less when the newer one is in it. */
function isFollowedBy(waiting: Letter, next: Letter): boolean {
  const { kind, callId } = next.event;
  return (
    (kind === 'candidates' || kind === 'metadata-changed' || kind === 'shown') &&
    waiting.event.kind === kind &&
    waiting.event.callId === callId
  );
}

function merged(waiting: Letter, next: Letter): Letter {
  const { event } = next;
  if (event.kind !== 'candidates' || waiting.event.kind !== 'candidates') return next;
  return { ...next, event: { ...event, candidates: [...waiting.event.candidates, ...event.candidates] } };
}
