import type { VoIP } from 'famedly-calls';
import type { MemoryMatrix } from 'famedly-calls/memory';
import type { DemoPerson } from './people.ts';

/** Where people call. Each of them is in one window at a time. */
export interface PersonPlace {
  readonly name: string;
  /** The element that somebody who has connected calls with. */
  readonly show: (
    matrix: MemoryMatrix,
    person: DemoPerson,
  ) => Promise<HTMLElement & { readonly voip: VoIP | null }>;
  /** What the element tells the page that it stands in. */
  readonly events: readonly string[];
}
