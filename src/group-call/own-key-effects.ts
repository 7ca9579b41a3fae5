import { rawEntries } from '../signalling/raw-memberships.ts';
import type { EntryName } from '../signalling/raw-memberships.ts';
import { sameContent } from '../signalling/same-content.ts';
import type { MemberEvent } from './member-event.ts';
import { isOursToWrite, isShown, namesInOurPlace, runs, unawaited } from './own-context.ts';
import type { OwnContext, PendingWrite } from './own-context.ts';
import { changed, NOTHING, only } from './own-effect.ts';
import type { OwnEffect, OwnEffects } from './own-effect.ts';
import { ECHO_MS, RETRY_MS } from './own-timers.ts';
import { differsFromShown, readKey, seeForeign, seeOwn } from './shared-key.ts';
import type { SharedKey } from './shared-key.ts';

/** What others write under a key that is not protected is no entry of ours, and not handed on under our name. */
export function ownContent({ userId }: OwnContext, event: MemberEvent | null): unknown {
  return event?.sender === userId ? event.content : null;
}

/** Engines of this device, in this call, that are neither we nor known to have been before us. */
function strangers(context: OwnContext, content: unknown): readonly EntryName[] {
  return namesInOurPlace(context, content).filter(
    ({ membershipId: id }) => id !== context.membershipId && !context.stale.includes(id),
  );
}

/** A device that was away may put back what an engine before us wrote: only one that came after us takes our place. */
export function isTakenOver(context: OwnContext, content: unknown): boolean {
  const { firstExpiresTs } = context;
  if (arrives(context) || firstExpiresTs === null) return false;
  return strangers(context, content).some(({ expiresTs }) => expiresTs > firstExpiresTs);
}

function isSeen(write: PendingWrite | null): boolean {
  return write !== null && write.echoes.length > 0;
}

/** Until our first write is seen, whoever is there was there before. */
function arrives({ state, write }: OwnContext): boolean {
  return state === 'entering' && !isSeen(write);
}

function withStale(context: OwnContext, content: unknown): readonly string[] {
  if (!arrives(context)) return context.stale;
  return [...context.stale, ...strangers(context, content).map(({ membershipId }) => membershipId)];
}

function isEcho(write: PendingWrite | null, event: MemberEvent, content: unknown): write is PendingWrite {
  if (write === null) return false;
  // Before the answer, what says the same may be a delayed leave of ours: the answer tells.
  return write.eventId === null
    ? sameContent(content, write.content)
    : !isSeen(write) && write.eventId === event.eventId;
}

/** `null`: it was answered and seen. */
export function settled(write: PendingWrite | null): PendingWrite | null {
  if (write?.eventId == null || !isSeen(write)) return write;
  const { echoes, eventId } = write;
  return echoes.includes(eventId) || echoes.includes('passed') ? null : { ...write, echoes: [] };
}

/**
 * Of two writes at once a client may be told of one alone: where that is another's, without us, ours counts for nothing.
 * And where ours is yet to be shown, it overwrote the other.
 */
export function unlessOverrun(context: OwnContext, write: PendingWrite | null): Partial<OwnContext> {
  const { key } = context;
  const waits = write?.eventId != null && !isSeen(write) && write.expiresTs !== null;
  const isOverrun = waits && key?.shown !== write.before && !isShown(context);
  return isOverrun && runs(context) ? unawaited({ ...context, write }) : { write };
}

function echo(context: OwnContext, before: SharedKey, write: PendingWrite, event: MemberEvent): OwnEffect {
  const key = seeOwn(before, event.content);
  // Somebody wrote between what we had read and our write: we took that back without meaning to.
  const overwrote = differsFromShown(key, isOursToWrite(context));
  return {
    change: {
      key,
      write: settled({ ...write, echoes: [...write.echoes, event.eventId] }),
      ...(overwrote && context.writing === 'idle' && { writing: 'due' as const }),
    },
    commands: [{ do: 'stop-timer', timer: 'echo-due' }],
  };
}

/** By our own wish: whoever puts us back is mistaken. */
function leaves({ state, endReason }: OwnContext): boolean {
  return state === 'leaving' || state === 'lobby' || (state === 'left' && endReason === 'left');
}

function isListed(context: OwnContext, names: readonly EntryName[]): boolean {
  return names.some(({ membershipId }) => membershipId === context.membershipId);
}

/** Another device's write, or a delayed leave. */
function foreign(context: OwnContext, before: SharedKey, content: unknown, sentAt: number): OwnEffect {
  const { armed, state, write: pending } = context;
  const names = namesInOurPlace(context, content);
  const tookOurs = context.onServer && names.length === 0;
  const saysTheSame =
    armed !== null && names.length === 0 && sameContent(rawEntries(content), rawEntries(armed.content));
  // Our own leave, it seems; before its time, or for the second time, it is another's.
  const fired = saysTheSame && !armed.mayBeGone && sentAt >= armed.notBefore;
  const key = fired
    ? seeOwn(before, content)
    : seeForeign(before, content, isOursToWrite(context), leaves(context) || tookOurs);
  // Whoever hands our newest entry on has seen it: our own event was left out of the sync.
  const passed = pending?.expiresTs != null && names.some(({ expiresTs }) => expiresTs === pending.expiresTs);
  const write = passed ? settled({ ...pending, echoes: ['passed'] }) : pending;
  // Somebody wrote from what was there before we left.
  const returned = leaves(context) && (write === null || isSeen(write)) && isListed(context, names);
  return {
    change: {
      ...{ key, stale: withStale(context, content) },
      ...unlessOverrun({ ...context, key }, write),
      ...(state === 'entering' && isListed(context, names) && { onServer: true }),
      ...(saysTheSame && { armed: { ...armed, mayBeGone: true } }),
      ...(returned && { writing: 'due' as const }),
    },
    commands: [],
  };
}

/** Times of other homeservers say nothing. */
function timeOf({ userId }: OwnContext, event: MemberEvent | null): number {
  return event?.sender === userId ? event.originServerTs : 0;
}

function read(context: OwnContext, event: MemberEvent | null, content: unknown): Partial<OwnContext> {
  const readTs = timeOf(context, event);
  return {
    key: readKey(content, isOursToWrite(context), (context.key ?? context).versions),
    readTs,
    shownTs: readTs,
    stale: withStale(context, content),
    // Of an earlier stay: somebody put us back.
    onServer: context.onServer || isListed(context, namesInOurPlace(context, content)),
  };
}

export const KEY_EFFECTS: OwnEffects = {
  'key-read': (context, { event }) => {
    const content = ownContent(context, event);
    const { key, write } = context;
    // Read from what was synced, or outrun by a sync: it says nothing new.
    const isOld = timeOf(context, event) < context.shownTs;
    if (key !== null && (isOld || sameContent(content, key.shown))) {
      if (write?.eventId == null) return NOTHING;
      // Of two writes at once a client is told of the last alone: what is not there by now was overwritten.
      if (runs(context) && (write.expiresTs === null || !isShown(context))) {
        return changed(unawaited(context));
      }
      return only({ do: 'start-timer', timer: 'echo-due', ms: ECHO_MS });
    }
    return changed({ ...read(context, event, content), ...unawaited(context) });
  },
  'key-seen': (context, { event }) => {
    const content = ownContent(context, event);
    const { key, write, userId, shownTs } = context;
    if (key === null) {
      const first = read(context, event, content);
      // Of a stay before this one.
      if (write?.eventId === event.eventId) return changed({ ...first, write: null });
      return changed({ ...first, ...(leaves(context) && first.onServer && { writing: 'due' as const }) });
    }
    if (event.sender === userId && event.originServerTs < context.readTs) return NOTHING;
    const effect = context.unseen.includes(event.eventId)
      ? changed({ key: seeOwn(key, content) })
      : isEcho(write, event, content)
        ? echo(context, key, write, event)
        : foreign(context, key, content, timeOf(context, event));
    const newest = Math.max(shownTs, timeOf(context, event));
    return { ...effect, change: { ...effect.change, shownTs: newest } };
  },
  'read-failed': ({ state, key, writing }) =>
    state === 'leaving'
      ? // Without having read the key, nothing may be written there.
        changed({ writing: key === null ? 'idle' : writing })
      : only({ do: 'start-timer', timer: 'retry-due', ms: RETRY_MS }),
  'echo-due': ({ state, stateKey }) =>
    state === 'leaving' ? changed({ write: null }) : only({ do: 'read-key', stateKey }),
};
