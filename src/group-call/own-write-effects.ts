import { runs, unawaited } from './own-context.ts';
import type { OwnContext, PendingWrite } from './own-context.ts';
import { changed } from './own-effect.ts';
import type { OwnEffect, OwnEffects } from './own-effect.ts';
import { settled, unlessOverrun } from './own-key-effects.ts';
import { disarm } from './own-leave-effects.ts';
import { ECHO_MS, REFRESH_MS, RETRY_MS } from './own-timers.ts';
import type { OwnCommand } from './own-command.ts';

function answered({ write }: OwnContext, eventId: string): PendingWrite | null {
  return write === null ? null : settled({ ...write, eventId });
}

function awaitEcho({ state }: OwnContext, write: PendingWrite | null): readonly OwnCommand[] {
  if (write === null || state === 'left') return [];
  return [{ do: 'start-timer', timer: 'echo-due', ms: ECHO_MS }];
}

function refused(context: OwnContext, problem: OwnContext['problem'], ms: number): OwnEffect {
  const change = { write: null, problem };
  switch (context.state) {
    case 'entering':
    case 'entered':
      return {
        change: { ...change, writing: 'paused' },
        commands: [{ do: 'start-timer', timer: 'retry-due', ms }],
      };
    case 'leaving':
    case 'left':
    case 'lobby': {
      // Whoever gave up waiting for the answer does not know: an entry that nobody takes back stays until it expires.
      const mayBeThere = problem?.kind === 'not-written' && context.write?.expiresTs != null;
      return changed({ write: null, writing: mayBeThere ? 'due' : 'idle' });
    }
  }
}

/** The answers to what we wrote. */
export const WRITE_EFFECTS: OwnEffects = {
  written: (context, { eventId }) => {
    const write = answered(context, eventId);
    if (!runs(context)) return changed({ write });
    const change = unlessOverrun(context, write);
    return {
      change: { ...change, problem: null },
      commands: [
        { do: 'start-timer', timer: 'refresh-due', ms: REFRESH_MS },
        ...awaitEcho(context, change.write ?? null),
      ],
    };
  },
  removed: (context, { eventId }) => {
    const write = answered(context, eventId);
    // Nothing waits for it any more.
    if (context.state === 'left' || context.state === 'lobby')
      return changed({ write: null, onServer: false });
    if (context.state !== 'leaving') return { change: { write }, commands: awaitEcho(context, write) };
    return {
      change: { write, onServer: false, armed: null },
      commands: [...disarm(context), ...awaitEcho(context, write)],
    };
  },
  'write-failed': (context) => refused(context, { kind: 'not-written' }, RETRY_MS),
  // As soon as there is a delayed leave again.
  'write-late': (context) =>
    runs(context)
      ? changed({ write: null, writing: 'due', problem: { kind: 'not-written' } })
      : refused(context, { kind: 'not-written' }, RETRY_MS),
  'write-forbidden': (context) => {
    const problem = { kind: 'power-missing', ...context.power } as const;
    if (context.state !== 'entering') return refused(context, problem, REFRESH_MS);
    return {
      change: { write: null, writing: 'idle', onServer: false, armed: null, problem },
      commands: disarm(context),
    };
  },
  power: ({ writing, problem }, { own, needed }) => {
    const power = { own, needed };
    if (problem?.kind !== 'power-missing') return changed({ power });
    if (own < needed) return changed({ power, problem: { kind: 'power-missing', own, needed } });
    return changed({ power, problem: null, writing: writing === 'paused' ? 'due' : writing });
  },
  // What was not seen until now is not waited for: the entry must not expire because no sync comes.
  'refresh-due': (context) => changed({ writing: 'due', ...unawaited(context) }),
  'retry-due': ({ key, write, writing, scheduling, stateKey }) => ({
    change: {
      writing: writing === 'paused' ? 'due' : writing,
      scheduling: scheduling === 'paused' ? null : scheduling,
    },
    commands: key === null || write?.eventId != null ? [{ do: 'read-key', stateKey }] : [],
  }),
};
