import type { Stage } from './stage.ts';

export interface ShownState {
  readonly id: string;
  readonly title: string;
  /** The element's `:state(…)` when it is there. */
  readonly scene: string;
  readonly script: (stage: Stage) => unknown;
  /** A selector in the element that has to match too. */
  readonly until?: string;
  /** It comes by itself after seconds. */
  readonly slow?: boolean;
  /** It concerns the whole page: nothing else can be shown beside it. */
  readonly alone?: boolean;
}

export interface StateGroup {
  readonly title: string;
  readonly states: readonly ShownState[];
}
