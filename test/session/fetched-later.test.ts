import { expect } from '@open-wc/testing';
import { World, rings } from './world.ts';
import { until } from '../until.ts';

const isFetched = (file: string): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes(file));

describe('what a call does only while people talk', () => {
  it('is fetched when they do, not before', async () => {
    const world = new World();
    const { alice, bob, roomId } = await world.pair();
    const call = alice.voip.inviteToCall(roomId, 'video', { userId: '@bob:memory' });
    const incoming = await rings(bob);
    const before: boolean[] = [];
    for (const side of [call, incoming]) {
      side.on('statechange', (state) => {
        if (state === 'connected') before.push(isFetched('/session/talking.'));
      });
    }
    incoming.answer();
    await until(() => before.length > 0, 'connected');
    expect(before[0]).to.equal(false);
    await until(() => isFetched('/session/talking.'), 'fetched');
    world.close();
  });
});
