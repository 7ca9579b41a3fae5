import { after } from './after.ts';
import { before } from './before.ts';
import { during } from './during.ts';
import { groupStates, groupTrouble } from './group-states.ts';
import { over } from './over.ts';
import { problems } from './problems.ts';
import type { ShownState, StateGroup } from './shown-state.ts';
import { trouble } from './trouble.ts';

export const groups: readonly StateGroup[] = [
  before,
  during,
  trouble,
  over,
  after,
  problems,
  groupStates,
  groupTrouble,
];
export const allStates: readonly ShownState[] = groups.flatMap(({ states }) => states);
