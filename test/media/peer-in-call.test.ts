import { expect } from '@open-wc/testing';
import { connect, pair, sendDevices, until } from './pair.ts';

const isFetched = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('/peer/in-call.'));

describe('what only a call in progress needs', () => {
  it('is fetched when the call is connected, not before', async () => {
    const both = pair();
    const { caller, callee } = both;
    await Promise.all([
      sendDevices(caller, { audio: true, video: true }),
      sendDevices(callee, { audio: true, video: true }),
    ]);
    let before: boolean | undefined;
    for (const { peer } of [caller, callee])
      peer.on('connectivity', (connectivity) => {
        if (connectivity === 'connected') before ??= isFetched();
      });
    await connect(both, { video: true });
    expect(before).to.equal(false);
    await until(isFetched);
    both.close();
  });
});
