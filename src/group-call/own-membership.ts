import { GroupCallError } from './group-call-error.ts';
import type { OwnCommand } from './own-command.ts';
import { runs } from './own-context.ts';
import type { OwnContext } from './own-context.ts';
import type { OwnEffect, OwnEffects } from './own-effect.ts';
import { isLocal } from './own-input.ts';
import type { OwnInput, OwnInputKind } from './own-input.ts';
import { isTakenOver, KEY_EFFECTS, ownContent } from './own-key-effects.ts';
import { LEAVE_EFFECTS } from './own-leave-effects.ts';
import { isTakenBack, settle } from './own-settle.ts';
import { STAY_EFFECTS } from './own-stay-effects.ts';
import { OWN_TABLE } from './own-table.ts';
import type { OwnTable } from './own-table.ts';
import { timersLeaving } from './own-timers.ts';
import { WRITE_EFFECTS } from './own-write-effects.ts';

export interface OwnTransition {
  readonly context: OwnContext;
  readonly commands: readonly OwnCommand[];
  /** The table has no row: nothing happened. */
  readonly dropped: boolean;
}

const EFFECTS: OwnEffects = { ...STAY_EFFECTS, ...KEY_EFFECTS, ...WRITE_EFFECTS, ...LEAVE_EFFECTS };
const TABLE: OwnTable = OWN_TABLE;

function kindOf(context: OwnContext, input: OwnInput): OwnInputKind {
  switch (input.type) {
    case 'enter':
      return context.power.own < context.power.needed ? 'enter-refused' : 'enter';
    case 'written':
      return context.write?.expiresTs === null ? 'removed' : 'written';
    case 'key-read':
    case 'key-seen': {
      const isOver = runs(context) && isTakenOver(context, ownContent(context, input.event));
      return isOver ? 'taken-over' : input.type;
    }
    default:
      return input.type;
  }
}

type Effect = (context: OwnContext, input: OwnInput | null, now: number) => OwnEffect;

function effectOf(context: OwnContext, kind: OwnInputKind, input: OwnInput | null, now: number): OwnEffect {
  // Each function stands under its own kind: the compiler cannot follow the pairing through the index.
  const effect = EFFECTS[kind] as Effect | undefined;
  return effect?.(context, input, now) ?? { change: {}, commands: [] };
}

function step(context: OwnContext, kind: OwnInputKind, input: OwnInput | null, now: number): OwnTransition {
  const next = TABLE[context.state][kind];
  if (next === undefined) return { context, commands: [], dropped: true };
  const effect = effectOf(context, kind, input, now);
  const left =
    next === context.state
      ? []
      : timersLeaving(next).map((timer): OwnCommand => ({ do: 'stop-timer', timer }));
  return {
    context: { ...context, ...effect.change, state: next },
    commands: [...left, ...effect.commands],
    dropped: false,
  };
}

/**
 * The one function that moves our own membership of a call. `now`: ms since epoch by the homeserver's clock. A local input
 * without a row throws `GroupCallError('invalid-state')`; any other is dropped.
 */
export function moveOwnMembership(context: OwnContext, input: OwnInput, now: number): OwnTransition {
  const kind = kindOf(context, input);
  const stepped = step(context, kind, input, now);
  if (stepped.dropped) {
    if (isLocal(input)) {
      throw new GroupCallError('invalid-state', { message: `${input.type} while ${context.state}` });
    }
    return stepped;
  }
  const settled = settle(stepped.context, now);
  const commands = [...stepped.commands, ...settled.commands];
  if (settled.context.state !== 'leaving' || !isTakenBack(settled.context)) {
    return { context: settled.context, commands, dropped: false };
  }
  const done = step(settled.context, 'taken-back', null, now);
  return { ...done, commands: [...commands, ...done.commands] };
}
