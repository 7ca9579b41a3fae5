import { CallError } from './call-error.ts';
import type { CallCommand } from './call-command.ts';
import type { CallContext } from './call-context.ts';
import { effectOf } from './call-effects.ts';
import { isLocal } from './call-input.ts';
import type { CallInput } from './call-input.ts';
import { CALL_TABLE } from './call-table.ts';
import type { CallTable } from './call-table.ts';
import { timersLeaving } from './call-timers.ts';

export interface Transition {
  readonly context: CallContext;
  readonly commands: readonly CallCommand[];
  /** The table has no row: nothing happened. */
  readonly dropped: boolean;
}

/**
 * The one function that moves a call. A local input without a row throws `CallError('invalid-state')`; any other is
 * dropped.
 */
export function transition(
  context: CallContext,
  input: CallInput,
  table: CallTable = CALL_TABLE,
): Transition {
  const next = table[context.state][input.type];
  if (next === undefined) {
    if (isLocal(input)) {
      throw new CallError('invalid-state', { message: `${input.type} while ${context.state}` });
    }
    return { context, commands: [], dropped: true };
  }
  const effect = effectOf(context, input);
  const left =
    next === context.state
      ? []
      : timersLeaving(next).map((timer): CallCommand => ({ do: 'stop-timer', timer }));
  const closing: readonly CallCommand[] = next === 'ended' ? [{ do: 'close' }] : [];
  return {
    context: { ...context, ...effect.change, state: next },
    commands: [...left, ...effect.commands, ...closing],
    dropped: false,
  };
}
