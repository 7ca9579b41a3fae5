import { expect } from '@open-wc/testing';
import { systemClock } from '../../../src/foundation/clock.ts';
import { CameraBlur } from '../../../src/media/blur/camera-blur.ts';
import type { BlurParts } from '../../../src/media/blur/painter.ts';
import type { BackgroundBlur } from '../../../src/media/background-blur.ts';
import { LocalMedia } from '../../../src/media/devices/local-media.ts';
import { end, FakeDevices, permissions } from '../fake-devices.ts';
import { silentLog } from '../pair.ts';
import { until } from '../../until.ts';

const NOTHING: BlurParts = { kernels: {}, model: new ArrayBuffer() };

/** A camera's track as a blurring would hand it out, without any picture. */
function blurred(camera: MediaStreamTrack): MediaStreamTrack {
  const track = camera.clone();
  const stop = track.stop.bind(track);
  camera.addEventListener('ended', () => end(track));
  return Object.assign(track, {
    getSettings: () => ({ ...camera.getSettings(), blurred: true }),
    stop: () => {
      stop();
      camera.stop();
    },
  });
}

describe('blurring what the camera shows', () => {
  let devices: FakeDevices;
  let media: LocalMedia;
  let blur: CameraBlur;
  let states: BackgroundBlur[];
  /** What went out of the camera's slot. */
  let sent: string[];
  let refuses: boolean;
  let gate: Promise<unknown>;

  beforeEach(() => {
    devices = new FakeDevices();
    states = [];
    sent = [];
    refuses = false;
    gate = Promise.resolve();
    media = new LocalMedia({
      mediaDevices: devices.asMediaDevices,
      permissions: permissions({ microphone: 'granted', camera: 'granted' }),
      clock: systemClock,
      log: silentLog,
    });
    const changed = (): void => void states.push(blur.state);
    blur = new CameraBlur(() => media, changed, {
      fetchParts: async () => {
        await gate;
        if (refuses) throw new Error('not to be had');
        return NOTHING;
      },
      blurTrack: (camera) => Promise.resolve(blurred(camera)),
    });
    media.on('track', ({ slot, track }) => {
      if (slot !== 'camera') return;
      const { deviceId, blurred } = (track?.getSettings() ?? {}) as { deviceId?: string; blurred?: true };
      sent.push(`${blurred ? 'blurred ' : ''}${deviceId ?? 'none'}`);
    });
  });
  afterEach(() => media.close());

  it('blurs a camera from its first picture, and all that come after it', async () => {
    await blur.set(true, document);
    expect(states).eql(['starting', 'on']);
    await media.open({ microphone: true, camera: true });
    await media.setCameraMuted(true);
    await media.setCameraMuted(false);
    await media.selectDevice('camera', 'cam-2');
    devices.unplug('cam-2');
    await until(() => sent.length === 6);
    expect(sent).eql(['blurred cam-1', 'none', 'blurred cam-1', 'blurred cam-2', 'none', 'blurred cam-1']);
  });

  it('blurs the one that is open and hands out the microphone as it is', async () => {
    await media.open({ microphone: true, camera: true });
    const microphone = media.track('microphone');
    await blur.set(true, document);
    await blur.set(false, document);
    expect(sent).eql(['cam-1', 'blurred cam-1', 'cam-1']);
    expect(states).eql(['starting', 'on', 'on', 'off']);
    expect(media.track('microphone')).equal(microphone);
    expect(devices.live).eql(['mic-1', 'cam-1']);
  });

  it('makes a camera wait that is opened while it starts', async () => {
    let open = (): void => undefined;
    gate = new Promise<void>((resolve) => (open = resolve));
    const set = blur.set(true, document);
    const opened = media.open({ microphone: false, camera: true });
    await until(() => devices.live.length === 1);
    expect(sent).eql([]);
    open();
    await Promise.all([set, opened]);
    expect(sent).eql(['blurred cam-1']);
    expect(states.at(-1)).equal('on');
  });

  it('leaves an open camera as it is where it cannot be had', async () => {
    await media.open({ microphone: false, camera: true });
    refuses = true;
    const error: unknown = await blur.set(true, document).catch((reason: unknown) => reason);
    expect(error).property('code', 'not-blurred');
    expect(sent).eql(['cam-1']);
    expect(media.slots.camera).equal('on');
    expect(states).eql(['starting', 'unavailable', 'unavailable']);
    await media.selectDevice('camera', 'cam-2');
    expect(sent).eql(['cam-1', 'cam-2']);
  });

  it('keeps a closed camera closed where it cannot be had, until it is not wanted any more', async () => {
    refuses = true;
    const error: unknown = await blur.set(true, document).catch((reason: unknown) => reason);
    expect(error).property('code', 'not-blurred');
    expect(states).eql(['starting', 'unavailable']);
    await media.open({ microphone: true, camera: true });
    expect(sent).eql([]);
    expect(media.slots).include({ microphone: 'on', camera: 'failed' });
    expect(devices.live).eql(['mic-1']);
    // What is tried again by itself does not show the background either.
    devices.plug({ kind: 'videoinput', deviceId: 'cam-3' });
    await until(() => devices.asked.length === 3);
    await until(() => media.slots.camera === 'failed');
    expect(sent).eql([]);
    await blur.set(false, document);
    expect(states.at(-1)).equal('off');
    await media.setCameraMuted(false);
    expect(sent).eql(['cam-3']);
  });

  it('opens a camera that it kept closed as soon as it can be had', async () => {
    refuses = true;
    await blur.set(true, document).catch(() => undefined);
    await media.open({ microphone: false, camera: true });
    refuses = false;
    await blur.set(true, document);
    expect(sent).eql(['blurred cam-1']);
    expect(states.at(-1)).equal('on');
  });

  it('is on until the camera could be had without it', async () => {
    await blur.set(true, document);
    await media.open({ microphone: false, camera: true });
    devices.refusals.set('cam-1', 'NotReadableError');
    const error: unknown = await blur.set(false).catch((reason: unknown) => reason);
    expect(error).property('code', 'device-busy');
    expect(states.at(-1)).equal('on');
    devices.refusals.clear();
    await blur.set(false);
    expect(states.at(-1)).equal('off');
    expect(sent).eql(['blurred cam-1', 'cam-1']);
  });

  it('is off where the camera came without it in the end', async () => {
    await blur.set(true, document);
    await media.open({ microphone: false, camera: true });
    // A phone: the camera in use is closed for the new one, and is then the only one to be had.
    const ask = devices.getUserMedia.bind(devices);
    let refused = 0;
    devices.getUserMedia = (constraints) => {
      refused += 1;
      return refused > 2 ? ask(constraints) : Promise.reject(new DOMException('', 'NotReadableError'));
    };
    await blur.set(false).catch(() => undefined);
    expect(sent).eql(['blurred cam-1', 'cam-1']);
    expect(states.at(-1)).equal('off');
    await media.selectDevice('camera', 'cam-2');
    expect(sent.at(-1)).equal('cam-2');
  });

  it('does what was wanted last', async () => {
    await media.open({ microphone: false, camera: true });
    const first = blur.set(true, document);
    const second = blur.set(false, document);
    await Promise.all([first, second]);
    expect(sent.at(-1)).equal('cam-1');
    expect(states.at(-1)).equal('off');
    await Promise.all([blur.set(true, document), blur.set(false, document), blur.set(true, document)]);
    expect(sent.at(-1)).equal('blurred cam-1');
    expect(states.at(-1)).equal('on');
  });

  it('leaves nothing open after twenty changes', async () => {
    await media.open({ microphone: false, camera: true });
    for (let time = 0; time < 20; time += 1) await blur.set(time % 2 === 0, document);
    expect(devices.live).eql(['cam-1']);
    media.close();
    expect(devices.live).eql([]);
  });

  describe('with a camera that does it itself', () => {
    let own: boolean[];
    let isOn: boolean;
    let obeys: boolean;

    beforeEach(() => {
      own = [false, true];
      isOn = false;
      obeys = true;
      const ask = devices.getUserMedia.bind(devices);
      devices.getUserMedia = async (constraints) => {
        const stream = await ask(constraints);
        for (const track of stream.getVideoTracks())
          Object.assign(track, {
            getCapabilities: () => ({ backgroundBlur: own }),
            getSettings: () => ({ deviceId: 'cam-1', backgroundBlur: isOn }),
            applyConstraints: ({ backgroundBlur }: { backgroundBlur: boolean }) => {
              if (obeys) isOn = backgroundBlur;
              return Promise.resolve();
            },
          });
        return stream;
      };
    });

    it('leaves it to the camera', async () => {
      refuses = true;
      await media.open({ microphone: false, camera: true });
      const track = media.track('camera');
      await blur.set(true, document);
      expect(isOn).equal(true);
      expect(media.track('camera')).equal(track);
      await blur.set(false, document);
      expect(isOn).equal(false);
      expect(states).eql(['starting', 'on', 'off']);
    });

    it('blurs by itself where the camera does not obey', async () => {
      obeys = false;
      await blur.set(true, document);
      await media.open({ microphone: false, camera: true });
      expect(sent).eql(['blurred cam-1']);
    });

    it('does not show the background when somebody switches it off in the system', async () => {
      await blur.set(true, document);
      await media.open({ microphone: false, camera: true });
      expect(sent).eql(['cam-1']);
      isOn = false;
      media.track('camera')?.dispatchEvent(new Event('configurationchange'));
      await until(() => isOn);
      [isOn, obeys, own] = [false, false, [false]];
      media.track('camera')?.dispatchEvent(new Event('configurationchange'));
      await until(() => sent.length === 3);
      expect(sent).eql(['cam-1', 'none', 'blurred cam-1']);
    });
  });

  it('ends with its camera', async () => {
    await blur.set(true, document);
    await media.open({ microphone: false, camera: true });
    end(devices.tracks[0]!);
    media.close();
    expect(devices.live).eql([]);
  });
});
