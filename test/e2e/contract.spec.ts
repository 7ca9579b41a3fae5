import { applies, contract } from '../matrix/contract/contract.ts';
import { LIBRARIES, test } from './contract/fixtures.ts';
import { SYNAPSE_FAULTS } from './contract/synapse-faults.ts';

for (const { library, tag } of LIBRARIES) {
  test.describe(`contract of the Matrix port over ${library}`, { tag }, () => {
    for (const { name } of contract.filter((one) => applies(one, { faults: SYNAPSE_FAULTS }))) {
      test(name, async ({ servers: { homeserverUrl }, openContractPage }) => {
        const page = await openContractPage(library);
        await page.evaluate(([name, wishes]) => window.runContractCase(name, wishes), [
          name,
          { homeserverUrl },
        ] as const);
      });
    }
  });
}

test.describe('contract of the Matrix port over a client without encryption', () => {
  for (const { name } of contract.filter((one) => one.name.includes('encrypted'))) {
    test(name, async ({ servers: { homeserverUrl }, openContractPage }) => {
      const page = await openContractPage('matrix-js-sdk');
      await page.evaluate(([name, wishes]) => window.runContractCase(name, wishes), [
        name,
        { homeserverUrl, unencrypted: true },
      ] as const);
    });
  }
});
