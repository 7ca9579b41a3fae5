import { expect } from '@open-wc/testing';
import { explore } from './model/explore.ts';

const SCHEDULES = 300;
/** Others are run by the long test. */
const SEED = 7;
const LEAST_STEPS = 30;

describe('up to six devices in a group call, whatever happens in whatever order', () => {
  it(`keep every invariant in ${SCHEDULES} schedules`, async function () {
    this.timeout(120_000);
    const { finding, schedules, medianLength, took } = await explore(SCHEDULES, SEED);
    console.log(`${schedules} schedules of ${medianLength} steps in ${took} s`);
    expect(JSON.stringify(finding?.schedule), finding?.violation.message).to.equal(undefined);
    expect(medianLength).to.be.at.least(LEAST_STEPS);
  });
});
