import { expect } from '@open-wc/testing';
import { explore } from '../../session/group/model/explore.ts';

const SCHEDULES = 5_000;
const SEED = 7;
const LEAST_STEPS = 30;

describe('up to six devices in a group call, for longer', () => {
  it(`keep every invariant in ${SCHEDULES} schedules`, async function () {
    this.timeout(15 * 60_000);
    const { finding, schedules, medianLength, took } = await explore(SCHEDULES, SEED);
    console.log(`${schedules} schedules of ${medianLength} steps in ${took} s`);
    expect(JSON.stringify(finding?.schedule), finding?.violation.message).to.equal(undefined);
    expect(schedules).to.equal(SCHEDULES);
    expect(medianLength).to.be.at.least(LEAST_STEPS);
  });
});
