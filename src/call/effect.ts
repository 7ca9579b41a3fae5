import type { CallCommand } from './call-command.ts';
import type { CallContext } from './call-context.ts';
import type { CallInput } from './call-input.ts';

/** What a transition changes beside the state, and what it asks for. */
export interface Effect {
  readonly change: Partial<CallContext>;
  readonly commands: readonly CallCommand[];
}

type Inputs = { [Type in CallInput['type']]: Extract<CallInput, { readonly type: Type }> };

/** By the type of the input. */
export type AllEffects = {
  readonly [Type in CallInput['type']]: (context: CallContext, input: Inputs[Type]) => Effect;
};
export type Effects = Partial<AllEffects>;

export function effect(change: Partial<CallContext>, ...commands: readonly CallCommand[]): Effect {
  return { change, commands };
}

/** Nothing but commands. */
export function only(...commands: readonly CallCommand[]): Effect {
  return effect({}, ...commands);
}
