import { expect } from '@open-wc/testing';
import { explore } from './model/explore.ts';
import { PLANTED_BUGS } from './model/planted-bugs.ts';
import { run } from './model/run.ts';

const SCHEDULES = 1_000;
const SEED = 7;
/** A failing schedule is worth reading only when it is short. */
const MOST_STEPS = 20;

describe('a group call with a bug in it', () => {
  for (const { bug, found, plant } of PLANTED_BUGS) {
    it(`is found: ${bug}`, async function () {
      this.timeout(60_000);
      const heal = plant();
      let finding;
      try {
        ({ finding } = await explore(SCHEDULES, SEED));
      } finally {
        heal();
      }
      expect(finding?.violation.invariant).to.be.oneOf(found);
      expect(finding?.schedule.steps.length).to.be.at.most(MOST_STEPS);
      if (finding !== null) await run(finding.schedule);
    });
  }
});
