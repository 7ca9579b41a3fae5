import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { MOST_STRAIN, NO_STRAIN, nextStrain } from '../../src/group-call/strain.ts';
import type { Strain } from '../../src/group-call/strain.ts';

function after(looks: readonly boolean[], from: Strain = NO_STRAIN): Strain {
  return looks.reduce((strain, isBad) => nextStrain(strain, isBad), from);
}

function times(count: number, isBad: boolean): readonly boolean[] {
  return Array<boolean>(count).fill(isBad);
}

/** Good looks until the level falls. */
function looksUntilTried(from: Strain): number {
  let strain = from;
  for (let looks = 1; ; looks += 1) {
    const { level } = strain;
    strain = nextStrain(strain, false);
    if (strain.level < level) return looks;
  }
}

const looks = fc.array(fc.boolean(), { maxLength: 200, size: 'max' });

describe('strain', () => {
  it('stays within its bounds and moves by one level at most', () => {
    fc.assert(
      fc.property(looks, (all) => {
        let strain = NO_STRAIN;
        for (const isBad of all) {
          const next = nextStrain(strain, isBad);
          expect(next.level).to.be.within(0, MOST_STRAIN);
          expect(next.patience).to.be.within(4, 32);
          expect(Math.abs(next.level - strain.level)).to.be.at.most(1);
          if (next.level > strain.level) expect(isBad).to.equal(true);
          if (next.level < strain.level) expect(isBad).to.equal(false);
          strain = next;
        }
      }),
    );
  });

  it('does not mind one bad look, and gives way to two', () => {
    expect(after([true, false, true, false, true]).level).to.equal(0);
    expect(after([true, true]).level).to.equal(1);
    expect(after(times(20, true)).level).to.equal(MOST_STRAIN);
  });

  it('is gone after long enough without trouble, wherever it began', () => {
    fc.assert(
      fc.property(looks, (all) => {
        const { level, patience } = after(times(5 * 32, false), after(all));
        expect({ level, patience }).to.deep.equal({ level: 0, patience: NO_STRAIN.patience });
      }),
    );
  });

  it('tries more later each time that trying was wrong, so that the picture does not go up and down', () => {
    let strain = after(times(2, true));
    const waits = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const wait = looksUntilTried(strain);
      waits.push(wait);
      strain = after([...times(wait, false), true, true], strain);
    }
    expect(waits).to.deep.equal([4, 8, 16, 32, 32]);
  });
});
