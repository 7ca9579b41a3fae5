import type { GroupStage } from './group-stage.ts';
import type { Stage } from './stage.ts';

interface Shown {
  readonly id: string;
  readonly title: string;
  /** The element's `:state(…)` when it is there. */
  readonly scene: string;
  /** A selector in the element that has to match too. */
  readonly until?: string;
  /** It comes by itself after seconds. */
  readonly slow?: boolean;
  /** It concerns the whole page: nothing else can be shown beside it. */
  readonly alone?: boolean;
}

/** Of `<famedly-call>`. */
export interface CallState extends Shown {
  readonly of?: 'call';
  readonly script: (stage: Stage) => unknown;
}

/** Of `<famedly-group-call>`. */
export interface GroupState extends Shown {
  readonly of: 'group';
  readonly script: (stage: GroupStage) => unknown;
}

export type ShownState = CallState | GroupState;

export interface StateGroup {
  readonly title: string;
  readonly states: readonly ShownState[];
}
