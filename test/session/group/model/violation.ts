/** What must hold whatever happens. */
export type Invariant =
  | 'the connections are the pairs of those present'
  | 'no ghost stays'
  | 'nobody is lost for longer than a round trip'
  | 'nothing goes to a device outside'
  | 'nobody is thrown out of a call'
  | 'everything is gone at the end';

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
