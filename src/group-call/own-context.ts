import { buildMembership } from '../signalling/membership.ts';
import type { FeedPurpose, MembershipBackend, MembershipContent } from '../signalling/membership.ts';
import { entryName, rawEntries } from '../signalling/raw-memberships.ts';
import type { EntryName } from '../signalling/raw-memberships.ts';
import { sameGroupCall } from './group-call-key.ts';
import type { GroupCallKey } from './group-call-key.ts';
import type { GroupCallEndReason, GroupCallState, MembershipProblem } from './group-call-state.ts';
import { EXPIRY_MS, LEAVE_DELAY_MS } from './own-timers.ts';
import type { SharedKey } from './shared-key.ts';

/** What never changes. */
export interface OwnIdentity {
  readonly roomId: string;
  readonly userId: string;
  readonly deviceId: string;
  /** New each time an engine starts, the same for all its calls. */
  readonly membershipId: string;
  readonly stateKey: string;
  readonly call: GroupCallKey;
  readonly backend: MembershipBackend;
  /** ms for which a membership counts without being written again. */
  readonly expiryMs: number;
}

/** A write that was not both answered and seen in a sync. */
export interface PendingWrite {
  readonly content: MembershipContent;
  /** Of our entry; `null`: the list without it. */
  readonly expiresTs: number | null;
  /** `null`: not answered. */
  readonly eventId: string | null;
  /** The events that may be it: until the answer all that say the same. `passed`: a later one shows that it is there. */
  readonly echoes: readonly string[];
  /** What was shown when it was written. */
  readonly before: unknown;
}

/** A delayed leave that the homeserver has. */
export interface ArmedLeave {
  readonly delayId: string;
  readonly content: MembershipContent;
  /** It is not sent sooner, by the homeserver's clock. */
  readonly notBefore: number;
  /** Something was written that says the same: only another is sure to be sent. */
  readonly mayBeGone: boolean;
}

/** Everything that decides what our membership does next. Immutable. */
export interface OwnContext extends OwnIdentity {
  readonly state: GroupCallState;
  readonly feeds: readonly FeedPurpose[];
  /** `null`: not read. */
  readonly key: SharedKey | null;
  /** What earlier stays have seen. */
  readonly versions: SharedKey['versions'];
  /** When what was read was written, by the homeserver's clock: a sync may bring older events afterwards. */
  readonly readTs: number;
  /** The same of what was read or seen last: a reading may be answered with something older. */
  readonly shownTs: number;
  /** Memberships of earlier engines of this device. */
  readonly stale: readonly string[];
  /** Expiry of what we wrote first in this stay; `null`: nothing yet. */
  readonly firstExpiresTs: number | null;
  /** Whether a write is `due`; `paused`: until it is tried again. */
  readonly writing: 'idle' | 'due' | 'paused';
  readonly write: PendingWrite | null;
  /** Events of ours that were not waited for: they may be shown yet. */
  readonly unseen: readonly string[];
  /** The homeserver may have our entry. */
  readonly onServer: boolean;
  /** ms of the delayed leave; `null`: the homeserver knows none. */
  readonly delay: number | null;
  readonly armed: ArmedLeave | null;
  /** The content of a delayed leave that is not answered; `paused`: until it is tried again. */
  readonly scheduling: MembershipContent | 'paused' | null;
  readonly power: { readonly own: number; readonly needed: number };
  readonly problem: MembershipProblem | null;
  readonly endReason: GroupCallEndReason | null;
}

/** What is known when a call is made; the rest has a default. */
export interface NewOwnMembership extends Omit<OwnIdentity, 'expiryMs'> {
  readonly expiryMs?: number;
  readonly delayedEvents: boolean;
  readonly power: OwnContext['power'];
}

export function newOwnMembership({ delayedEvents, ...given }: NewOwnMembership): OwnContext {
  return {
    expiryMs: EXPIRY_MS,
    ...given,
    state: 'lobby',
    feeds: ['m.usermedia'],
    key: null,
    versions: new Map(),
    readTs: 0,
    shownTs: 0,
    stale: [],
    firstExpiresTs: null,
    writing: 'idle',
    write: null,
    unseen: [],
    onServer: false,
    delay: delayedEvents ? LEAVE_DELAY_MS : null,
    armed: null,
    scheduling: null,
    problem: null,
    endReason: null,
  };
}

/** We want to be in the call. */
export function runs({ state }: Pick<OwnContext, 'state'>): boolean {
  return state === 'entering' || state === 'entered';
}

/** Of writes that are not waited for any more; the oldest is forgotten. */
const MOST_UNSEEN = 8;

/** What was answered and not shown may be shown yet: then it is no other device's. */
export function unawaited({ write, unseen }: Pick<OwnContext, 'write' | 'unseen'>): Partial<OwnContext> {
  return write?.eventId == null
    ? {}
    : { write: null, unseen: [...unseen, write.eventId].slice(-MOST_UNSEEN) };
}

/** This device's entry in this call, whoever of its engines wrote it. */
function isOurPlace({ roomId, deviceId, call }: OwnIdentity, name: EntryName): boolean {
  return name.deviceId === deviceId && sameGroupCall(roomId, name, call);
}

/** Entries that our writing replaces: on entering those, too, that earlier engines of this device left in other calls. */
export function isOursToWrite(context: OwnContext): (name: EntryName) => boolean {
  return (name) =>
    isOurPlace(context, name) ||
    (context.state === 'entering' &&
      name.deviceId === context.deviceId &&
      name.membershipId !== context.membershipId);
}

/** Entries of this device in this call. */
export function namesInOurPlace(context: OwnIdentity, content: unknown): readonly EntryName[] {
  return rawEntries(content)
    .map(entryName)
    .filter((name) => name !== null)
    .filter((name) => isOurPlace(context, name));
}

export function isShown(context: OwnContext): boolean {
  return namesInOurPlace(context, context.key?.shown).some(
    ({ membershipId }) => membershipId === context.membershipId,
  );
}

export function ownEntry(context: OwnContext, expiresTs: number): MembershipContent {
  const { call, deviceId, membershipId, backend, feeds } = context;
  return buildMembership({ ...call, deviceId, membershipId, backend, feeds, expiresTs });
}
