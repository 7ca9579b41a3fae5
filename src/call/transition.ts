import type { CallCommand } from './call-command.ts';
import type { CallContext } from './call-context.ts';
import type { Effect, Effects } from './effect.ts';
import type { CallInput } from './call-input.ts';
import { CALL_TABLE } from './call-table.ts';
import type { CallTable } from './call-table.ts';

export interface Transition {
  readonly context: CallContext;
  readonly commands: readonly CallCommand[];
  /** The table has no row: nothing happened. */
  readonly dropped: boolean;
}

/**
 * The one function that moves a call.
 */
export function transition(
  context: CallContext,
  input: CallInput,
  effects: Effects,
  table: CallTable = CALL_TABLE,
): Transition {
  const next = table[context.state][input.type];
  if (next === undefined) return { context, commands: [], dropped: true };
  // Each function stands under the type of its own input: the compiler cannot follow the pairing through the index.
  const { change, commands } = (effects[input.type] as (context: CallContext, input: CallInput) => Effect)(
    context,
    input,
  );
  const leaving: readonly CallCommand[] = next === context.state ? [] : [{ do: 'stop-timers' }];
  const closing: readonly CallCommand[] = next === 'ended' ? [{ do: 'close' }] : [];
  return {
    context: { ...context, ...change, state: next },
    commands: [...leaving, ...commands, ...closing],
    dropped: false,
  };
}
