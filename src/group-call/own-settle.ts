import { rawEntries } from '../signalling/raw-memberships.ts';
import { sameContent } from '../signalling/same-content.ts';
import type { OwnCommand } from './own-command.ts';
import { isShown, ownEntry } from './own-context.ts';
import type { OwnContext } from './own-context.ts';
import { waitsUntil } from './own-leave-effects.ts';
import { contentOf } from './shared-key.ts';
import type { SharedKey } from './shared-key.ts';

export interface Settled {
  readonly context: OwnContext;
  readonly commands: readonly OwnCommand[];
}

/** What there is to do once an input was taken in: the same whatever input it was. */
export function settle(context: OwnContext, now: number): Settled {
  switch (context.state) {
    case 'entering':
    case 'entered':
      return stay(context, now);
    case 'leaving':
    case 'left':
    case 'lobby':
      return takeBack(context);
  }
}

/** Whether nothing of us is left to take back, and nobody's entry to put back. */
export function isTakenBack({ write, writing, userId, stateKey }: OwnContext): boolean {
  if (writing === 'due') return false;
  const isShared = stateKey === userId;
  return write === null || (!isShared && write.eventId !== null && write.expiresTs === null);
}

function stay(context: OwnContext, now: number): Settled {
  const { key } = context;
  if (key === null) return { context, commands: [] };
  const scheduled = schedule(context, key);
  const written = write(scheduled.context, key, now);
  return { context: written.context, commands: [...scheduled.commands, ...written.commands] };
}

/** What a delayed leave says is frozen when it is made: it is made anew when somebody else's entry has changed. */
function schedule(context: OwnContext, key: SharedKey): Settled {
  const { armed, delay, scheduling, stateKey } = context;
  const holds = armed?.mayBeGone === false && sameContent(rawEntries(armed.content), key.others);
  if (delay === null || scheduling !== null || holds) return { context, commands: [] };
  const content = contentOf(key, null);
  return {
    context: { ...context, scheduling: content },
    commands: [{ do: 'schedule-leave', stateKey, content, delay }],
  };
}

function write(context: OwnContext, key: SharedKey, now: number): Settled {
  const { armed, delay, expiryMs, onServer, stateKey, writing } = context;
  if (context.write !== null || writing === 'paused') return { context, commands: [] };
  // What was never answered may never have been there.
  const lost = onServer && !isShown(context) && (writing === 'idle' || context.state === 'entered');
  // First what takes us out, then what puts us in; whoever was taken out comes back at once.
  if (!lost && (writing === 'idle' || isUnarmed(context, now))) return { context, commands: [] };
  const expiresTs = Math.trunc(now) + expiryMs;
  const content = contentOf(key, ownEntry(context, expiresTs));
  // Whoever was taken out gets a new delayed leave at the same time.
  const until = !lost ? (armed?.notBefore ?? null) : delay === null ? null : waitsUntil(context, now);
  return {
    context: {
      ...context,
      writing: 'idle',
      onServer: true,
      firstExpiresTs: context.firstExpiresTs ?? expiresTs,
      write: { content, expiresTs, eventId: null, echoes: [], before: key.shown },
    },
    commands: [{ do: 'write-key', stateKey, content, until }],
  };
}

/** A leave that is not there yet, or may be sent by now: what is written could outlast us. */
function isUnarmed({ armed, scheduling }: OwnContext, now: number): boolean {
  if (armed === null) return scheduling !== null && scheduling !== 'paused';
  return now >= armed.notBefore;
}

function takeBack(context: OwnContext): Settled {
  const { key, stateKey, writing } = context;
  const pending = context.write;
  // An entry that is on its way is taken back once it is there; of a list without us there is one at a time.
  const waits = pending !== null && (pending.eventId === null || pending.expiresTs === null);
  if (writing !== 'due' || key === null || waits) return { context, commands: [] };
  const content = contentOf(key, null);
  return {
    context: {
      ...context,
      writing: 'idle',
      write: { content, expiresTs: null, eventId: null, echoes: [], before: key.shown },
    },
    commands: [{ do: 'write-key', stateKey, content, until: null }],
  };
}
