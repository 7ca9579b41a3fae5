import type { MemoryMatrix } from 'famedly-calls/memory';
import type { DemoPerson } from './people.ts';

/** Somebody's side of the calls. */
export interface PersonSide {
  readonly element: HTMLElement;
  /** Ends the call that goes on. Resolves when whoever has to know is told. */
  readonly leave: () => Promise<void>;
}

/** Where people call. Each of them is in one window at a time. */
export interface PersonPlace {
  readonly name: string;
  /** For somebody who has connected. */
  readonly show: (matrix: MemoryMatrix, person: DemoPerson) => Promise<PersonSide>;
  /** What the element tells the page that it stands in. */
  readonly events: readonly string[];
}
