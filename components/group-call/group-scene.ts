import type { GroupCallSnapshot } from '../../src/index.ts';
import type { Obstacle } from '../parts/card/obstacle.ts';

/** What fills the element. One of them at a time; each has a drawing. */
export type GroupScene =
  'loading' | 'problem' | 'forbidden' | 'lobby' | 'entering' | 'grid' | 'spotlight' | 'left';

export interface GroupSceneFacts {
  readonly snapshot: GroupCallSnapshot | null;
  readonly obstacle: Obstacle | null;
  /** The person has seen that the call is over for them. */
  readonly dismissed: boolean;
  /** Somebody, or something, is on the stage. */
  readonly staged: boolean;
}

export function groupSceneOf({ snapshot, obstacle, dismissed, staged }: GroupSceneFacts): GroupScene {
  const { problem = null, endReason } = snapshot ?? {};
  switch (snapshot?.state) {
    case 'entered':
      return staged ? 'spotlight' : 'grid';
    case 'leaving':
      return 'left';
    case 'left':
      // Who wanted to come back reads why they may not.
      if (!dismissed && (problem?.code !== 'forbidden' || endReason !== 'left')) return 'left';
      break;
    case 'entering':
      return 'entering';
    case 'lobby':
    case undefined:
      break;
  }
  if (obstacle !== null) return 'problem';
  if (snapshot === null) return 'loading';
  return problem === null || problem.code === 'signalling-failed' ? 'lobby' : 'forbidden';
}

/** We are in the call. */
export function isIn(scene: GroupScene): boolean {
  return scene === 'grid' || scene === 'spotlight';
}

/** We can be seen in the preview. */
export function isBefore(scene: GroupScene): boolean {
  return scene === 'lobby' || scene === 'entering';
}
