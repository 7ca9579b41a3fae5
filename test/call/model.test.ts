import { expect } from '@open-wc/testing';
import { CALL_TABLE } from '../../src/call/call-table.ts';
import { explore, rowsOf } from './model/explore.ts';
import { printExploration } from './model/print-exploration.ts';

const SCHEDULES = 10_000;
const LEAST_PER_ROW = 50;
const LEAST_STEPS = 20;

describe('calls between two, three and four devices, whatever happens in whatever order', () => {
  it(`keep every invariant in ${SCHEDULES} schedules that use every row of the table`, function () {
    this.timeout(240_000);
    const exploration = explore(SCHEDULES);
    console.log(printExploration(exploration));

    expect(exploration.finding?.test, exploration.finding?.violation.message).to.equal(undefined);
    expect(exploration.schedules).to.equal(SCHEDULES);
    expect(exploration.medianLength).to.be.at.least(LEAST_STEPS);
    for (const row of rowsOf(CALL_TABLE)) {
      expect(exploration.rows.get(row), row).to.be.at.least(LEAST_PER_ROW);
    }
  });
});
