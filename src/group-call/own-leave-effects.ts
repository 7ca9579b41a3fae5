import type { OwnCommand } from './own-command.ts';
import { runs } from './own-context.ts';
import type { OwnContext } from './own-context.ts';
import { changed, NOTHING, only } from './own-effect.ts';
import type { OwnEffect, OwnEffects } from './own-effect.ts';
import { restartEvery, RETRY_MS, SHORTEST_DELAY_MS } from './own-timers.ts';

/** Only what we made ourselves: deployed clients cancel every delayed event under the key. */
export function disarm({ armed }: OwnContext): readonly OwnCommand[] {
  return armed === null ? [] : [{ do: 'cancel-leave', delayId: armed.delayId }];
}

function restartLater({ delay }: OwnContext): readonly OwnCommand[] {
  return delay === null ? [] : [{ do: 'start-timer', timer: 'restart-due', ms: restartEvery(delay) }];
}

/** ms that an answer may have taken, and that our knowledge of the homeserver's clock may be wrong by. */
const SLACK_MS = 5_000;

/** A delayed leave that the homeserver gets now is not sent sooner. */
export function waitsUntil({ delay }: OwnContext, now: number): number {
  const ms = delay ?? 0;
  return now + ms - Math.min(SLACK_MS, ms / 4);
}

function isArmed({ armed }: OwnContext, delayId: string): boolean {
  return armed?.delayId === delayId;
}

function again(context: OwnContext, delayId: string): OwnEffect {
  return isArmed(context, delayId) ? only(...restartLater(context)) : NOTHING;
}

/** One that is still there would take us out, and hold back what is written: nothing restarts it any more. */
function withoutLeave(context: OwnContext): OwnEffect {
  const change = { delay: null, scheduling: null };
  if (!runs(context)) return changed(change);
  return { change: { ...change, armed: null }, commands: disarm(context) };
}

/** The delayed leave: what takes us out when we can no longer say it. */
export const LEAVE_EFFECTS: OwnEffects = {
  scheduled: (context, { delayId }, now) => {
    const { scheduling, onServer } = context;
    const useful = runs(context) || onServer;
    if (!useful || scheduling === null || scheduling === 'paused') {
      return { change: { scheduling: null }, commands: [{ do: 'cancel-leave', delayId }] };
    }
    return {
      change: {
        armed: { delayId, content: scheduling, notBefore: waitsUntil(context, now), mayBeGone: false },
        scheduling: null,
      },
      commands: [...disarm(context), ...(runs(context) ? restartLater(context) : [])],
    };
  },
  'delay-too-long': (context, { most }) => {
    const { delay } = context;
    if (delay === null) return changed({ scheduling: null });
    const shorter = most !== null && most < delay ? most : Math.floor(delay / 2);
    if (shorter < SHORTEST_DELAY_MS) return withoutLeave(context);
    return changed({ delay: shorter, scheduling: null });
  },
  'delay-unsupported': withoutLeave,
  'schedule-failed': (context) => ({
    change: { scheduling: 'paused' },
    commands: runs(context) ? [{ do: 'start-timer', timer: 'retry-due', ms: RETRY_MS }] : [],
  }),
  'restart-due': ({ armed }) =>
    armed === null ? NOTHING : only({ do: 'restart-leave', delayId: armed.delayId }),
  restarted: (context, { delayId }, now) => {
    const { armed } = context;
    if (armed?.delayId !== delayId) return NOTHING;
    const { commands } = again(context, delayId);
    return { change: { armed: { ...armed, notBefore: waitsUntil(context, now) } }, commands };
  },
  'restart-failed': (context, { delayId }) => again(context, delayId),
  'leave-gone': (context, { delayId }) => {
    if (!isArmed(context, delayId)) return NOTHING;
    // It may have taken us out.
    const writes = context.state !== 'leaving' && context.writing === 'idle';
    return changed({ armed: null, ...(writes && { writing: 'due' as const }) });
  },
};
