import { expect } from '@open-wc/testing';
import { explore } from './model/explore.ts';
import { PLANTED_BUGS } from './model/planted-bugs.ts';
import { run } from './model/run.ts';
import type { Schedule } from './model/schedule.ts';
import { Violation } from './model/violation.ts';

const SCHEDULES = 10_000;
/** A failing schedule is worth reading only when it is short. */
const MOST_STEPS = 12;

describe('a copy of the machine with a bug in it', () => {
  for (const { bug, machine, found } of PLANTED_BUGS) {
    it(`is found: ${bug}`, function () {
      this.timeout(60_000);
      const { finding } = explore(SCHEDULES, machine);
      expect(finding?.violation.invariant).to.be.oneOf(found);
      expect(finding?.schedule.steps.length, finding?.test).to.be.at.most(MOST_STEPS);
    });
  }

  it('prints the failing schedule as a test that fails the same way', async () => {
    const [planted] = PLANTED_BUGS;
    const { finding } = explore(SCHEDULES, planted.machine);
    const [, printed = ''] = /run\((\{.*\})\);\n\}\);$/s.exec(finding?.test ?? '') ?? [];
    const module = URL.createObjectURL(new Blob([`export default ${printed}`], { type: 'text/javascript' }));
    const { default: pasted } = (await import(module)) as { default: Schedule };
    URL.revokeObjectURL(module);
    expect(pasted).to.deep.equal(finding?.schedule);
    expect(() => run(pasted, planted.machine)).to.throw(Violation, finding?.violation.message);
    expect(() => run(pasted)).not.to.throw();
  });
});
