import type { Page, Request } from '@playwright/test';
import { expect } from '@playwright/test';
import { entriesOf, membershipMisfits } from '../../support/group-wire/membership-wire.ts';
import type { Entry } from '../../support/group-wire/membership-wire.ts';
import { dialectOf, meshMisfits } from '../../support/group-wire/mesh-wire.ts';
import type { MeshContent } from '../../support/group-wire/mesh-wire.ts';
import { declineMisfits, notificationMisfits } from '../../support/group-wire/notification-wire.ts';
import { reactionMisfits, redactionMisfits } from '../../support/group-wire/reaction-wire.ts';
import type { Account } from '../../support/servers/accounts-and-rooms.mjs';

export interface SentToDevice {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly content: MeshContent;
}

interface Membership {
  readonly id: unknown;
  readonly dialect: 'deployed' | 'documented';
  /** It named its backend under both names: only this engine does. */
  readonly isOurs: boolean;
}

type Messages = Record<string, Record<string, MeshContent>>;

const DELAY = 'org.matrix.msc4140.delay';
const ROOM_EVENTS: Readonly<Record<string, (content: unknown) => string[]>> = {
  'com.famedly.call.member.reaction': reactionMisfits,
  'org.matrix.msc4075.rtc.notification': notificationMisfits,
  'org.matrix.msc4310.rtc.decline': declineMisfits,
};

/** Reads what pages send for group calls as a stranger would, and keeps what does not fit the protocol. */
export class WireWatch {
  /** ms for which memberships of this test hold. */
  expiry = 360_000;
  /** Messages to devices in the clear. */
  readonly clear: SentToDevice[] = [];
  /** Messages to devices that nobody on the way can read. */
  encrypted = 0;
  /** Requests, by what they are about. */
  readonly requests: string[] = [];
  /** Devices of pages that are not watched: nobody here knows what they wrote. */
  readonly unwatched = new Set<string>();
  readonly #misfits: string[] = [];
  readonly #seen = new Set<string>();
  /** Of all devices, by room, user and device: what they wrote, the newest last. */
  readonly #memberships = new Map<string, Membership[]>();
  /** Entries as they were written, by room and state key. */
  readonly #entries = new Map<string, Set<string>>();
  readonly #counts = new Map<string, number>();
  readonly #delays = new Map<string, Set<string>>();
  readonly #managed: { readonly device: string; readonly delayId: string }[] = [];

  /** `foreign`: not the engine; what it writes is known, not checked. */
  watch(page: Page, account: Account, { foreign = false } = {}): void {
    page.on('request', (request) => this.#read(request, account, foreign));
    page.on('response', async (response) => {
      if (foreign || !response.url().includes(DELAY)) return;
      // A page that is gone takes its answers along.
      const answer = (await response.json().catch(() => ({}))) as { delay_id?: string };
      if (answer.delay_id !== undefined) addTo(this.#delays, idOf(account), answer.delay_id);
    });
  }

  /** What the page had encrypted. */
  readEncrypted(sent: readonly SentToDevice[]): void {
    for (const message of sent) this.#checkMesh(message);
  }

  check(): void {
    const strangers = this.#managed.filter(
      ({ device, delayId }) => this.#delays.get(device)?.has(delayId) !== true,
    );
    expect([...new Set(this.#misfits)], 'what does not fit the protocol').toEqual([]);
    expect(strangers, 'delayed events that are not their own').toEqual([]);
  }

  #read(request: Request, account: Account, isForeign: boolean): void {
    const url = new URL(request.url());
    const path = url.pathname.split('/').map(decodeURIComponent);
    const what = path[4];
    if (request.method() === 'POST' && path[4] === 'org.matrix.msc4140' && !isForeign) {
      this.requests.push(`delayed ${path[7] ?? ''}`);
      this.#managed.push({ device: idOf(account), delayId: path[6] ?? '' });
    }
    if (request.method() !== 'PUT') return;
    const content = request.postDataJSON() as MeshContent;
    if (what === 'rooms' && path[6] === 'state' && path[7] === 'com.famedly.call.member') {
      const delay = url.searchParams.get(DELAY);
      const written = { roomId: path[5] ?? '', stateKey: path[8] ?? '', content, delay };
      this.requests.push(delay === null ? 'membership' : 'delayed leave');
      this.#readMembership(written, account, isForeign);
    } else if (!isForeign && !this.#seen.has(request.url())) {
      // Sent again after a failure it has the same address.
      this.#seen.add(request.url());
      if (what === 'sendToDevice') this.#readToDevice(path[5] ?? '', content, account);
      if (path[6] === 'send') this.#misfits.push(...(ROOM_EVENTS[path[7] ?? '']?.(content) ?? []));
      if (path[6] === 'redact') this.#misfits.push(...redactionMisfits(content));
    }
  }

  #readMembership(
    written: { roomId: string; stateKey: string; content: MeshContent; delay: string | null },
    account: Account,
    isForeign: boolean,
  ): void {
    const { roomId, stateKey, content, delay } = written;
    const { own, others } = entriesOf(content, account.deviceId);
    const key = `${roomId} ${stateKey}`;
    if (!isForeign) {
      const known = this.#entries.get(key);
      const isChanged = others.some((entry) => known?.has(JSON.stringify(sorted(entry))) !== true);
      if (isChanged) this.#misfits.push('membership event: the entry of another device, changed');
      if (!stateKey.includes(account.userId)) this.#misfits.push('membership event: the key of another');
      if (delay === null) this.#misfits.push(...membershipMisfits(content, account.deviceId, this.expiry));
      else this.#misfits.push(...leaveMisfits(own, Number(delay)));
    }
    for (const entry of [...own, ...others]) addTo(this.#entries, key, JSON.stringify(sorted(entry)));
    for (const { membershipID: id, foci_active: foci, backend } of own) {
      const dialect = foci === undefined ? 'documented' : 'deployed';
      const isOurs = foci !== undefined && backend !== undefined;
      const device = `${roomId} ${idOf(account)}`;
      this.#memberships.set(device, [...(this.#memberships.get(device) ?? []), { id, dialect, isOurs }]);
    }
  }

  #readToDevice(type: string, { messages }: MeshContent, account: Account): void {
    const sent = Object.entries(messages as Messages).flatMap(([userId, devices]) =>
      Object.entries(devices).map(([deviceId, content]) => ({ to: `${userId}:${deviceId}`, content })),
    );
    if (type === 'm.room.encrypted') {
      this.encrypted += sent.length;
      return;
    }
    if (dialectOf(type) === null) return;
    this.requests.push('to device');
    for (const { to, content } of sent) {
      const message = { from: idOf(account), to, type, content };
      this.clear.push(message);
      this.#checkMesh(message);
    }
  }

  #checkMesh({ from, to, type, content }: SentToDevice): void {
    this.#misfits.push(...meshMisfits(type, content));
    const { room_id: room, sender_session_id: sender, dest_session_id: dest, device_id, seq } = content;
    const mine = this.#memberships.get(`${String(room)} ${from}`) ?? [];
    const theirs = this.#memberships.get(`${String(room)} ${to}`) ?? [];
    const complain = (wrong: boolean, what: string): void => {
      if (wrong) this.#misfits.push(`${type}: ${what}`);
    };
    complain(!from.endsWith(`:${String(device_id)}`), 'is not from the device that it names');
    complain(mine.at(-1)?.id !== sender, 'sender_session_id is not the membership of its sender');
    if (this.unwatched.has(to)) return;
    complain(!theirs.some(({ id }) => id === dest), 'dest_session_id is no membership of its receiver');
    complain(theirs.at(-1)?.dialect !== dialectOf(type), 'is not in the dialect of its receiver');
    const isForOurs = type.endsWith('.shown');
    complain(isForOurs && theirs.at(-1)?.isOurs !== true, 'is not for its receiver');
    const counted = `${from} ${to} ${String(content['call_id'])}`;
    const next = this.#counts.get(counted) ?? 0;
    // An invite or an answer that was lost is sent again as it was.
    complain(Number(seq) > next, 'seq left a number out');
    this.#counts.set(counted, Math.max(next, Number(seq) + 1));
  }
}

/** A delayed leave is everything that stands there but the entry of who leaves. */
function leaveMisfits(own: readonly Entry[], delay: number): string[] {
  const isInTime = Number.isInteger(delay) && delay >= 1_000 && delay <= 18_000;
  return [
    ...(own.length > 0 ? ['delayed leave: it does not leave'] : []),
    ...(isInTime ? [] : [`delayed leave: after ${delay} ms`]),
  ];
}

function idOf({ userId, deviceId }: Account): string {
  return `${userId}:${deviceId}`;
}

/** Fields in one order, so that what says the same reads the same. */
function sorted(entry: Entry): Entry {
  return Object.fromEntries(Object.entries(entry).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key) ?? new Set();
  sets.set(key, known.add(value));
}
