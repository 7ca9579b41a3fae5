/** What must hold whatever happens. */
export type Invariant =
  | 'nobody rings for ever'
  | 'what is over does not ring'
  | 'old invites do not ring'
  | 'at most one connected pair per call'
  | 'every session ends'
  | 'a hangup that was heard ends the call'
  | 'both sides agree on who talks to whom'
  | 'tracks stop with their call'
  | 'timers stop with their call'
  | 'a ringing callee says nothing but its reject'
  | 'microphone and camera wait for the person'
  | 'candidates wait for the description'
  | 'checks wait for the answer'
  | 'candidates come from the chosen party'
  | 'after the end only goodbyes'
  | 'who ends a call says so'
  | 'the chosen party is told to all'
  | 'local media is opened once'
  | 'strangers change nothing'
  | 'a command without a row is refused'
  | 'everything settles';

export class Violation extends Error {
  override readonly name = 'Violation';
  readonly invariant: Invariant;

  constructor(invariant: Invariant, detail: string) {
    super(`${invariant}: ${detail}`);
    this.invariant = invariant;
  }
}

export function must(invariant: Invariant, holds: boolean, detail: string): asserts holds {
  if (!holds) throw new Violation(invariant, detail);
}
