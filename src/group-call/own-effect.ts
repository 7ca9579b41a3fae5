import type { OwnCommand } from './own-command.ts';
import type { OwnContext } from './own-context.ts';
import type { OwnInput, OwnInputKind } from './own-input.ts';

/** What a transition changes beside the state, and what it asks for. */
export interface OwnEffect {
  readonly change: Partial<OwnContext>;
  readonly commands: readonly OwnCommand[];
}

type Meant = {
  readonly 'enter-refused': 'enter';
  readonly removed: 'written';
  readonly 'taken-over': 'key-read' | 'key-seen';
  readonly 'taken-back': never;
};
type Given<Kind extends OwnInputKind> = Extract<
  OwnInput,
  { readonly type: Kind extends keyof Meant ? Meant[Kind] : Kind }
>;

export type OwnEffects = {
  readonly [Kind in OwnInputKind]?: (context: OwnContext, input: Given<Kind>, now: number) => OwnEffect;
};

export const NOTHING: OwnEffect = { change: {}, commands: [] };

export function only(...commands: readonly OwnCommand[]): OwnEffect {
  return { change: {}, commands };
}

export function changed(change: Partial<OwnContext>): OwnEffect {
  return { change, commands: [] };
}
