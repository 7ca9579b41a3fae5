import { sameContent } from '../signalling/same-content.ts';
import type { MemberEvent } from './member-event.ts';
import { isOursToWrite, isShown, namesInOurPlace } from './own-context.ts';
import type { OwnContext, PendingWrite } from './own-context.ts';
import { changed, NOTHING, only } from './own-effect.ts';
import type { OwnEffect, OwnEffects } from './own-effect.ts';
import { RETRY_MS } from './own-timers.ts';
import { differsFromShown, EMPTY_KEY, readKey, seeForeign, seeOwn } from './shared-key.ts';

/** What others write under a key that is not protected is no entry of ours, and not handed on under our name. */
export function ownContent({ userId }: OwnContext, event: MemberEvent | null): unknown {
  return event?.sender === userId ? event.content : null;
}

/** Engines of this device, in this call, that are neither we nor known to have been before us. */
export function strangers(context: OwnContext, content: unknown): readonly string[] {
  return namesInOurPlace(context, content)
    .map(({ membershipId }) => membershipId)
    .filter((id) => id !== context.membershipId && !context.stale.includes(id));
}

/** Until our first write is seen, whoever is there was there before. */
export function arrives({ state, write }: OwnContext): boolean {
  return state === 'entering' && write?.echoed !== true;
}

function withStale(context: OwnContext, content: unknown): readonly string[] {
  return arrives(context) ? [...context.stale, ...strangers(context, content)] : context.stale;
}

function isEcho(write: PendingWrite | null, event: MemberEvent, content: unknown): write is PendingWrite {
  if (write === null || write.echoed) return false;
  return write.eventId === null ? sameContent(content, write.content) : write.eventId === event.eventId;
}

export function settled(write: PendingWrite | null): PendingWrite | null {
  return write !== null && write.echoed && write.eventId !== null ? null : write;
}

function echo(context: OwnContext, write: PendingWrite, content: unknown): OwnEffect {
  const key = seeOwn(context.key ?? EMPTY_KEY, content);
  // Somebody wrote between what we had read and our write: we took that back without meaning to.
  const overwrote = differsFromShown(key, isOursToWrite(context));
  return {
    change: {
      key,
      write: settled({ ...write, echoed: true }),
      ...(overwrote && context.writing === 'idle' && { writing: 'due' as const }),
    },
    commands: [{ do: 'stop-timer', timer: 'echo-due' }],
  };
}

function foreign(context: OwnContext, content: unknown): OwnEffect {
  const key = seeForeign(context.key ?? EMPTY_KEY, content, isOursToWrite(context));
  const pending = context.write;
  // Whoever hands our newest entry on has seen it: our own event was left out of the sync.
  const passed =
    pending?.expiresTs != null &&
    namesInOurPlace(context, content).some(({ expiresTs }) => expiresTs === pending.expiresTs);
  const write = passed ? settled({ ...pending, echoed: true }) : pending;
  const after = { ...context, key, write, stale: withStale(context, content) };
  const leaves = context.state === 'leaving' || (context.state === 'left' && context.endReason === 'left');
  // Somebody wrote from what was there before we left.
  const returned = leaves && write === null && isShown(after);
  return changed({ key, write, stale: after.stale, ...(returned && { writing: 'due' as const }) });
}

export const KEY_EFFECTS: OwnEffects = {
  'key-read': (context, { event }) => {
    const content = ownContent(context, event);
    return changed({
      key: readKey(context.key ?? EMPTY_KEY, content, isOursToWrite(context)),
      readTs: event?.sender === context.userId ? event.originServerTs : 0,
      stale: withStale(context, content),
      write: context.write?.eventId == null ? context.write : null,
    });
  },
  'key-seen': (context, { event }) => {
    const isOld = event.sender === context.userId && event.originServerTs < context.readTs;
    if (context.key === null || isOld) return NOTHING;
    const content = ownContent(context, event);
    const { write } = context;
    return isEcho(write, event, content) ? echo(context, write, content) : foreign(context, content);
  },
  'read-failed': ({ state, key, writing }) =>
    state === 'leaving'
      ? // Without having read the key, nothing may be written there.
        changed({ writing: key === null ? 'idle' : writing })
      : only({ do: 'start-timer', timer: 'retry-due', ms: RETRY_MS }),
  'echo-due': ({ state, stateKey }) =>
    state === 'leaving' ? changed({ write: null }) : only({ do: 'read-key', stateKey }),
};
