import type { CallContext } from '../../src/call/call-context.ts';
import { FIRST_EFFECTS } from '../../src/call/call-effects.ts';
import type { CallInput } from '../../src/call/call-input.ts';
import type { CallTable } from '../../src/call/call-table.ts';
import type { AllEffects } from '../../src/call/effect.ts';
import { TALKING_EFFECTS } from '../../src/call/talking-effects.ts';
import { transition } from '../../src/call/transition.ts';
import type { Transition } from '../../src/call/transition.ts';

const EFFECTS: AllEffects = { ...FIRST_EFFECTS, ...TALKING_EFFECTS };

/** The machine with all that is fetched. */
export function move(context: CallContext, input: CallInput, table?: CallTable): Transition {
  return transition(context, input, EFFECTS, table);
}
