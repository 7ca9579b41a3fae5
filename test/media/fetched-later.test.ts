import { expect } from '@open-wc/testing';
import { systemClock } from '../../src/foundation/clock.ts';
import { LocalMedia } from '../../src/media/devices/local-media.ts';
import { loadOnce } from '../../src/media/load-once.ts';
import { MediaError } from '../../src/media/media-error.ts';
import { connect, pair, sendDevices, silentLog } from './pair.ts';
import { until } from '../until.ts';

const isFetched = (file: string): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes(file));

describe('what only a call in progress needs', () => {
  it('of its connection is fetched when it is connected, not before', async () => {
    const both = pair();
    const { caller, callee } = both;
    await Promise.all([
      sendDevices(caller, { audio: true, video: true }),
      sendDevices(callee, { audio: true, video: true }),
    ]);
    let before: boolean | undefined;
    for (const { peer } of [caller, callee])
      peer.on('connectivity', (connectivity) => {
        if (connectivity === 'connected') before ??= isFetched('/peer/connected-peer.');
      });
    await connect(both, { video: true });
    expect(before).to.equal(false);
    await until(() => isFetched('/peer/connected-peer.'));
    both.close();
  });

  it('of its devices is fetched when it is told so, not before', async () => {
    const media = new LocalMedia({
      mediaDevices: navigator.mediaDevices,
      clock: systemClock,
      log: silentLog,
    });
    await media.open({ microphone: true, camera: true });
    await media.setMicrophoneMuted(true);
    await media.setCameraMuted(true);
    expect(media.slots).to.include({ microphone: 'muted', camera: 'muted' });
    expect(isFetched('/devices/device-changes.')).to.equal(false);
    await media.prepare();
    expect(isFetched('/devices/device-changes.')).to.equal(true);
    media.close();
  });
});

describe('something loaded once', () => {
  it('is tried again by the next who asks where it did not come', async () => {
    let tries = 0;
    const load = loadOnce(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new TypeError('no network')) : Promise.resolve(tries);
    });
    const first: unknown = await load().catch((error: unknown) => error);
    expect(first).to.be.instanceOf(MediaError).with.property('code', 'unknown');
    expect(await Promise.all([load(), load()])).to.deep.equal([2, 2]);
  });
});
