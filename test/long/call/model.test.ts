import { expect } from '@open-wc/testing';
import { explore } from '../../call/model/explore.ts';
import { printExploration } from '../../call/model/print-exploration.ts';

const SCHEDULES = 50_000;

describe('calls between two, three and four devices, for longer', () => {
  it(`keep every invariant in ${SCHEDULES} schedules`, function () {
    this.timeout(20 * 60_000);
    const exploration = explore(SCHEDULES);
    console.log(printExploration(exploration));

    expect(exploration.finding?.test, exploration.finding?.violation.message).to.equal(undefined);
    expect(exploration.schedules).to.equal(SCHEDULES);
  });
});
