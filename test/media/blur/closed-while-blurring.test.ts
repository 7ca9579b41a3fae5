import { expect } from '@open-wc/testing';
import { systemClock } from '../../../src/foundation/clock.ts';
import { CameraBlur } from '../../../src/media/blur/camera-blur.ts';
import { LocalMedia } from '../../../src/media/devices/local-media.ts';
import { FakeDevices, permissions } from '../fake-devices.ts';
import { silentLog } from '../pair.ts';
import { until } from '../../until.ts';

const camera = { microphone: false, camera: true };
const NEVER = new Promise<void>(() => undefined);

describe('devices that are closed while their camera is being blurred', () => {
  let devices: FakeDevices;
  /** As a session has them: `null` once they are closed. */
  let media: LocalMedia | null;
  let blur: CameraBlur;
  let fetched: number;
  /** Cameras that were to be blurred. */
  let taken: MediaStreamTrack[];
  let gate: Promise<void>;

  function opened(): LocalMedia {
    media = new LocalMedia({
      mediaDevices: devices.asMediaDevices,
      permissions: permissions({ microphone: 'granted', camera: 'granted' }),
      clock: systemClock,
      log: silentLog,
    });
    blur.install(media);
    return media;
  }
  function close(): void {
    media?.close();
    media = null;
  }

  beforeEach(() => {
    devices = new FakeDevices();
    media = null;
    fetched = 0;
    taken = [];
    gate = Promise.resolve();
    blur = new CameraBlur(
      () => media,
      () => undefined,
      {
        fetchParts: () => {
          fetched += 1;
          return Promise.resolve({ kernels: {}, model: new ArrayBuffer() });
        },
        blurTrack: async (track) => {
          taken.push(track);
          await Promise.race([
            gate,
            new Promise((_, reject) => track.addEventListener('ended', () => reject(new Error('ended')))),
          ]);
          return track;
        },
      },
    );
  });
  afterEach(close);

  it('while the browser asks for it: what is wanted next is done', async () => {
    devices.gate = NEVER;
    void opened().open(camera);
    const set = blur.set(true, document);
    await until(() => devices.asked.length === 1);
    close();
    await set;
    expect(blur.state).equal('on');
    devices.gate = null;
    await opened().open(camera);
    expect(taken).eql([media?.track('camera')]);
    await blur.set(false);
    expect(blur.state).equal('off');
  });

  it('while the browser asks for it once more: what is wanted next is done', async () => {
    await opened().open(camera);
    devices.gate = NEVER;
    const set = blur.set(true, document);
    await until(() => devices.asked.length === 2);
    close();
    await set;
    await blur.set(false);
    expect(blur.state).equal('off');
  });

  it('before its first picture: it is closed at once, and nobody hears that it was not blurred', async () => {
    await blur.set(true, document);
    gate = NEVER;
    const done = opened().open(camera);
    await until(() => taken.length === 1);
    close();
    expect(devices.live).eql([]);
    await done;
    expect(blur.state).equal('on');
  });

  it('before the browser hands it out: it is closed unseen', async () => {
    await blur.set(true, document);
    let open = (): void => undefined;
    devices.gate = new Promise<void>((resolve) => (open = resolve));
    const done = opened().open(camera);
    close();
    open();
    await done;
    expect(devices.live).eql([]);
    expect(taken).eql([]);
    expect(fetched).equal(1);
  });
});
