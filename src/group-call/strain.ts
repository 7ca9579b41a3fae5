/** How much less is sent because it is too much: for the processor, or for a path. */
export interface Strain {
  /** 0: nothing is wrong; up to `MOST_STRAIN`. */
  readonly level: number;
  /** Looks in a row that said the same: above 0 that it was good, below that it was not. */
  readonly run: number;
  /** Good looks before more is tried: more of them each time that trying was wrong. */
  readonly patience: number;
  /** The last change of the level was for the better. */
  readonly isTrying: boolean;
}

export const MOST_STRAIN = 3;
/** One bad look may be a moment's. */
const BAD_LOOKS = 2;
const LEAST_PATIENCE = 4;
const MOST_PATIENCE = 32;

export const NO_STRAIN: Strain = { level: 0, run: 0, patience: LEAST_PATIENCE, isTrying: false };

/** After one more look: soon less, slowly more. */
export function nextStrain(strain: Strain, isBad: boolean): Strain {
  const { level, patience, isTrying } = strain;
  const run = isBad ? Math.min(strain.run, 0) - 1 : Math.max(strain.run, 0) + 1;
  if (run <= -BAD_LOOKS) {
    const longer = Math.min(patience * 2, MOST_PATIENCE);
    return {
      level: Math.min(level + 1, MOST_STRAIN),
      run: 0,
      patience: isTrying ? longer : patience,
      isTrying: false,
    };
  }
  if (run < patience) return { ...strain, run };
  // With nothing left to try, what was good for long enough counts as mended.
  return level === 0 ? NO_STRAIN : { level: level - 1, run: 0, patience, isTrying: true };
}
