import { expect } from '@open-wc/testing';
import { until } from '../../until.ts';
import { silentMember } from '../../session/group/group-world.ts';
import { inScene } from '../call/stage.ts';
import { GroupStage, whole } from './group-stage.ts';

const isFetched = (file: string): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes(file));
const IN_CALL = [
  '/in-call/group-in-call.',
  '/locales/en.',
  '/group-bar/group-bar.',
  '/group-tile/whole-tile.',
  '/grid/tile-at.',
];
const LATER = [...IN_CALL, '/level-meter/level-meter.', '/lobby/lobby-more.'];

describe('what a group call has more of than people, sound and controls', () => {
  it('is fetched when somebody is connected, not before', async () => {
    // A page remembers 250 files: there are more.
    performance.setResourceTimingBufferSize(10_000);
    const stage = new GroupStage();
    const { port, roomId, people, sessions } = await stage.room('anna', 'ben');
    const [anna] = sessions;
    const [, ben] = people;
    if (!anna || !ben) throw new Error('nobody');
    await silentMember(ben, roomId);
    const element = stage.show({ roomId, client: port });
    await inScene(element, 'lobby');
    await until(() => element.session?.participants.length === 1, 'ben is there');
    let before: boolean | undefined;
    element.session?.on('change', ({ participants }) => {
      if (participants.some(({ connection }) => connection === 'connected')) before ??= LATER.some(isFetched);
    });
    element.join();
    await Promise.all([anna.enter(), inScene(element, 'grid')]);
    expect(LATER.filter(isFetched), 'fetched on entering').to.deep.equal([]);
    await until(() => before !== undefined, 'connected');
    expect(before, 'fetched until the first is connected').to.equal(false);
    await whole(element);
    expect(IN_CALL.filter(isFetched)).to.deep.equal(IN_CALL);
    stage.close();
  });
});
