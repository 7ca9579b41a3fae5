import { expect } from '@open-wc/testing';
import type { Clock } from '../../src/foundation/clock.ts';
import { LocalMedia } from '../../src/media/devices/local-media.ts';
import { listDevices } from '../../src/media/devices/list-devices.ts';
import { MediaError } from '../../src/media/media-error.ts';
import { end, FakeDevices, permissions } from './fake-devices.ts';
import { silentLog } from './pair.ts';
import { until } from '../until.ts';

const granted = permissions({ microphone: 'granted', camera: 'granted' });

/** The wait for devices to settle is over when the test says so. */
class ManualClock implements Clock {
  readonly tasks = new Set<() => void>();
  now(): number {
    return 0;
  }
  after(_ms: number, task: () => void): () => void {
    this.tasks.add(task);
    return () => this.tasks.delete(task);
  }
  run(): void {
    for (const task of [...this.tasks]) {
      this.tasks.delete(task);
      task();
    }
  }
}

/** Everything that the media told, in short words. */
function told(media: LocalMedia): string[] {
  const events: string[] = [];
  media.on('track', ({ slot, track }) =>
    events.push(`track ${slot} ${track?.getSettings().deviceId ?? 'none'}`),
  );
  media.on('slot', ({ slot, state }) => events.push(`slot ${slot} ${state}`));
  media.on('problem', ({ code, slot }) => events.push(`problem ${code} ${slot ?? ''}`));
  media.on('recovered', ({ slot, label }) => events.push(`recovered ${slot} ${label}`));
  return events;
}

async function code(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof MediaError ? error.code : String(error);
}

const both = { microphone: true, camera: true };

describe('local media', () => {
  let devices: FakeDevices;
  let clock: ManualClock;
  let media: LocalMedia;
  let events: string[];
  const start = (given: Permissions = granted): void => {
    media = new LocalMedia({
      mediaDevices: devices.asMediaDevices,
      permissions: given,
      clock,
      log: silentLog,
    });
    events = told(media);
  };
  /** Holds back what is asked from now on until the returned function is called. */
  const slow = (): (() => void) => {
    let open = (): void => undefined;
    devices.gate = new Promise((resolve) => {
      open = resolve;
    });
    return () => {
      devices.gate = null;
      open();
    };
  };
  beforeEach(() => {
    devices = new FakeDevices();
    clock = new ManualClock();
    start();
  });
  afterEach(() => {
    media.close();
    expect(devices.live).to.deep.equal([]);
    expect(clock.tasks.size).to.equal(0);
  });

  it('opens both without a prompt side by side', async () => {
    await media.open(both);
    expect(devices.asked).to.have.members(['audio', 'video']);
    expect(media.slots).to.include({ microphone: 'on', camera: 'on', screen: 'off' });
    expect(media.userMediaStream.getTracks()).to.have.members([
      media.track('microphone'),
      media.track('camera'),
    ]);
    await media.open(both);
    expect(devices.asked).to.have.length(2);
  });

  it('asks once for both where the person is asked', async () => {
    start(permissions({ microphone: 'prompt', camera: 'prompt' }));
    await media.open(both);
    expect(devices.asked).to.deep.equal(['audio+video']);
    expect(media.slots).to.include({ microphone: 'on', camera: 'on' });
  });

  it('does not ask twice more when the person refused', async () => {
    start(permissions({ microphone: 'prompt', camera: 'prompt' }));
    devices.refusals.set('audioinput', 'NotAllowedError').set('videoinput', 'NotAllowedError');
    await media.open(both);
    expect(devices.asked).to.deep.equal(['audio+video']);
    expect(events).to.include.members([
      'problem permission-denied microphone',
      'problem permission-denied camera',
    ]);
  });

  it('opens the microphone where only the camera is blocked', async () => {
    start(permissions({ microphone: 'granted', camera: 'denied' }));
    devices.refusals.set('videoinput', 'NotAllowedError');
    await media.open(both);
    expect(devices.asked).to.deep.equal(['audio+video', 'audio']);
    expect(media.slots).to.include({ microphone: 'on', camera: 'failed' });
    expect(events).to.include('problem permission-denied camera');
  });

  for (const [name, expected] of [
    ['NotAllowedError', 'permission-denied'],
    ['NotFoundError', 'device-missing'],
    ['NotReadableError', 'device-busy'],
    ['AbortError', 'device-busy'],
    ['SecurityError', 'insecure-context'],
    ['TypeError', 'unknown'],
  ] as const) {
    for (const prompt of ['granted', 'prompt'] as const) {
      it(`says ${expected} for a camera's ${name} (${prompt}), and goes on with the microphone`, async () => {
        start(permissions({ microphone: 'granted', camera: prompt }));
        devices.refusals.set('videoinput', name);
        await media.open(both);
        expect(media.slots).to.include({ microphone: 'on', camera: 'failed' });
        expect(events.filter((event) => event.startsWith('problem'))).to.deep.equal([
          `problem ${expected} camera`,
        ]);
      });
    }
  }

  it('has no devices in an insecure context, and breaks nothing', async () => {
    media = new LocalMedia({ mediaDevices: undefined, clock, log: silentLog });
    events = told(media);
    await media.open(both);
    expect(media.slots).to.include({ microphone: 'failed', camera: 'failed' });
    expect(events).to.include('problem insecure-context microphone');
    expect(await code(media.startScreenShare())).to.equal('insecure-context');
    expect(await code(media.selectDevice('camera', 'cam-1'))).to.equal('insecure-context');
    await media.setMicrophoneMuted(true);
    await media.setCameraMuted(true);
    expect(await listDevices(undefined)).to.deep.equal([]);
  });

  it('mutes the microphone in place and closes the camera', async () => {
    await media.open(both);
    const microphone = media.track('microphone')!;
    await media.setMicrophoneMuted(true);
    await media.setCameraMuted(true);
    expect(microphone.enabled).to.equal(false);
    expect(devices.live).to.deep.equal(['mic-1']);
    expect(media.slots).to.include({ microphone: 'muted', camera: 'muted' });
    expect(media.track('camera')).to.equal(null);
    await media.setMicrophoneMuted(false);
    await media.setCameraMuted(false);
    expect(media.track('microphone')).to.equal(microphone);
    expect(microphone.enabled).to.equal(true);
    expect(devices.live).to.deep.equal(['mic-1', 'cam-1']);
  });

  it('opens muted what was muted before, and a camera muted while opening stays dark', async () => {
    const go = slow();
    await media.setMicrophoneMuted(true);
    expect(media.slots.microphone).to.equal('off');
    const opening = media.open(both);
    await media.setCameraMuted(true);
    go();
    await opening;
    expect(media.slots).to.include({ microphone: 'muted', camera: 'muted' });
    expect(media.track('microphone')?.enabled).to.equal(false);
    expect(devices.live).to.deep.equal(['mic-1']);
  });

  it('takes another device when one is unplugged, and the first again when it is back', async () => {
    await media.open(both);
    await media.setMicrophoneMuted(true);
    devices.unplug('mic-1');
    await until(() => events.includes('recovered microphone label of mic-2'));
    expect(media.track('microphone')?.enabled).to.equal(false);
    expect(events).not.to.include('problem device-lost microphone');
    devices.plug({ kind: 'audioinput', deviceId: 'mic-1' });
    clock.run();
    await until(() => events.includes('recovered microphone label of mic-1'));
    expect(devices.live).to.have.members(['mic-1', 'cam-1']);
    expect(media.slots.microphone).to.equal('muted');
  });

  it('says that a device is lost when there is no other, and when one is back', async () => {
    devices.devices = devices.devices.filter(({ deviceId }) => deviceId !== 'cam-2');
    await media.open(both);
    devices.unplug('cam-1');
    await until(() => events.includes('problem device-lost camera'));
    expect(media.slots.camera).to.equal('failed');
    clock.run();
    devices.plug({ kind: 'videoinput', deviceId: 'cam-3' });
    devices.dispatchEvent(new Event('devicechange'));
    expect(clock.tasks.size).to.equal(1);
    clock.run();
    await until(() => events.includes('recovered camera label of cam-3'));
    expect(events.filter((event) => event.startsWith('problem'))).to.have.length(1);
  });

  it('opens a missing device once it is plugged in, a refused one not', async () => {
    devices.devices = [];
    devices.refusals.set('audioinput', 'NotAllowedError');
    await media.open(both);
    devices.plug({ kind: 'audioinput', deviceId: 'mic-1' });
    devices.plug({ kind: 'videoinput', deviceId: 'cam-1' });
    clock.run();
    await until(() => media.slots.camera === 'on');
    expect(media.slots.microphone).to.equal('failed');
    expect(devices.asked).to.have.length(3);
  });

  it('switches devices: the newer choice wins, a failing one changes nothing', async () => {
    await media.open(both);
    const go = slow();
    const older = media.selectDevice('camera', 'cam-2');
    const newer = media.selectDevice('camera', 'cam-1');
    go();
    await Promise.all([older, newer]);
    expect(media.track('camera')?.getSettings().deviceId).to.equal('cam-1');
    expect(devices.live).to.have.members(['mic-1', 'cam-1']);

    const used = media.track('camera');
    expect(await code(media.selectDevice('camera', 'cam-9'))).to.equal('device-missing');
    devices.refusals.set('mic-2', 'NotReadableError');
    expect(await code(media.selectDevice('microphone', 'cam-2'))).to.equal('device-missing');
    expect(media.track('camera')).to.equal(used);
    expect(media.slots).to.include({ microphone: 'on', camera: 'on' });
  });

  it('closes the camera in use where the other is busy as long as it is open', async () => {
    await media.open(both);
    devices.refusals.set('cam-2', 'NotReadableError');
    expect(await code(media.selectDevice('camera', 'cam-2'))).to.equal('device-busy');
    expect(media.track('camera')?.readyState).to.equal('live');
    expect(media.track('camera')?.getSettings().deviceId).to.equal('cam-1');
    expect(media.slots.camera).to.equal('on');
  });

  it('keeps a choice for a camera that is closed', async () => {
    await media.open({ microphone: true, camera: false });
    await media.selectDevice('camera', 'cam-2');
    expect(devices.asked).to.deep.equal(['audio']);
    await media.setCameraMuted(false);
    expect(media.track('camera')?.getSettings().deviceId).to.equal('cam-2');
    await media.setCameraMuted(true);
    devices.unplug('cam-2');
    await media.setCameraMuted(false);
    expect(media.track('camera')?.getSettings().deviceId).to.equal('cam-1');
  });

  it('shares the screen with its sound until the browser ends it', async () => {
    await media.startScreenShare();
    expect(media.slots).to.include({ screen: 'on', 'screen-audio': 'on' });
    expect(media.screenStream?.getTracks()).to.have.length(2);
    end(media.track('screen')!);
    expect(media.slots).to.include({ screen: 'off', 'screen-audio': 'off' });
    expect(media.screenStream).to.equal(null);
    expect(events.slice(-4)).to.deep.equal([
      'slot screen off',
      'track screen none',
      'slot screen-audio off',
      'track screen-audio none',
    ]);
    expect(devices.live).to.deep.equal([]);
  });

  it('tells a closed picker from a refusing system', async () => {
    devices.screen = new DOMException('Permission denied by user', 'NotAllowedError');
    expect(await code(media.startScreenShare())).to.equal('cancelled');
    devices.screen = new DOMException('Permission denied by system', 'NotAllowedError');
    expect(await code(media.startScreenShare())).to.equal('permission-denied');
    expect(events).to.deep.equal([
      'slot screen opening',
      'slot screen off',
      'slot screen opening',
      'slot screen off',
    ]);
  });

  it('goes on sharing when the choice of another screen is cancelled', async () => {
    devices.screen = 'picture';
    await media.startScreenShare();
    const before = events.length;
    devices.screen = new DOMException('', 'NotAllowedError');
    expect(await code(media.startScreenShare())).to.equal('cancelled');
    expect(events).to.have.length(before);
    expect(media.track('screen')?.readyState).to.equal('live');
  });

  it('asks for nothing when the share is stopped before what shares it was fetched', async () => {
    const sharing = code(media.startScreenShare());
    media.stopScreenShare();
    expect(await sharing).to.equal('cancelled');
    expect(devices.tracks).to.deep.equal([]);
    expect(events).to.deep.equal([]);
  });

  it('opens the picker within the click once the call is connected', async () => {
    await media.prepare();
    const sharing = media.startScreenShare();
    expect(media.slots.screen).to.equal('opening');
    await sharing;
  });

  it('drops a screen that is chosen after the share was stopped', async () => {
    await media.prepare();
    const go = slow();
    const sharing = code(media.startScreenShare());
    media.stopScreenShare();
    go();
    expect(await sharing).to.equal('cancelled');
    expect(media.slots.screen).to.equal('off');
    expect(devices.live).to.deep.equal([]);
  });

  it('stops what arrives after the end, and tells nothing more', async () => {
    await media.prepare();
    await media.open({ microphone: true, camera: false });
    const go = slow();
    const opening = media.setCameraMuted(false);
    const sharing = code(media.startScreenShare());
    const choosing = media.selectDevice('microphone', 'mic-2');
    devices.dispatchEvent(new Event('devicechange'));
    const before = events.length;
    media.close();
    go();
    await Promise.all([opening, choosing, sharing]);
    await until(() => devices.tracks.length === 5);
    const asked = devices.asked.length;
    await media.open(both);
    await media.setMicrophoneMuted(false);
    await media.setCameraMuted(false);
    await media.selectDevice('camera', 'cam-2');
    expect(await code(media.startScreenShare())).to.equal('cancelled');
    expect(devices.asked).to.have.length(asked);
    expect(devices.live).to.deep.equal([]);
    expect(events).to.have.length(before);
  });
});

describe('devices of the browser', () => {
  it('are listed by kind, id and label', async () => {
    const media = new LocalMedia({
      mediaDevices: navigator.mediaDevices,
      clock: new ManualClock(),
      log: silentLog,
    });
    await media.open(both);
    const list = await listDevices(navigator.mediaDevices);
    expect(list.map(({ kind }) => kind)).to.include.members(['audioinput', 'videoinput']);
    expect(list.every(({ deviceId, label }) => deviceId !== '' && label !== '')).to.equal(true);
    expect(media.track('camera')?.getSettings()).to.include({ width: 1280, height: 720 });
    const tracks = media.userMediaStream.getTracks();
    media.close();
    expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended', 'ended']);
  });
});
