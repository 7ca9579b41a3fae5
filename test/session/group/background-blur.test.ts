import { expect } from '@open-wc/testing';
import type { BackgroundBlur } from '../../../src/index.ts';
import { drawnCamera } from '../../media/blur/drawn-person.ts';
import { sharpness } from '../../media/blur/sharpness.ts';
import { until } from '../../until.ts';
import type { Person } from '../world.ts';
import { allConnected, GroupWorld, seesEverybody } from './group-world.ts';
import type { Member } from './group-world.ts';

function cameraOf(stream: MediaStream | null): MediaStreamTrack {
  const track = stream?.getVideoTracks()[0];
  if (track === undefined) throw new Error('no camera');
  return track;
}

class DrawnWorld extends GroupWorld {
  /** The browser asks whether a camera may be used, and nobody answers. */
  asks = false;

  override person(userId: string, deviceId: string): Promise<Person> {
    // Devices with a person in front of a wall full of bars.
    const mediaDevices = {
      getUserMedia: ({ video }: MediaStreamConstraints) =>
        this.asks
          ? new Promise(() => undefined)
          : Promise.resolve(new MediaStream(video ? [drawnCamera()] : [])),
      enumerateDevices: () => Promise.resolve([]),
      addEventListener: () => undefined,
    } as unknown as MediaDevices;
    return super.person(userId, deviceId, { mediaDevices });
  }
}

const camera = { microphone: false, camera: true };
const own = ({ session }: Member): MediaStreamTrack => cameraOf(session.localUserMediaStream);
const received = ({ session }: Member): MediaStreamTrack =>
  cameraOf(session.streamsOf(session.participants[0]!.id).userMediaStream);

describe('a blurred background in a group call', () => {
  let world: DrawnWorld;
  beforeEach(() => {
    world = new DrawnWorld();
  });
  afterEach(() => world.close());

  it('is blurred for the others from the first picture on, and sharp when it is not wanted any more', async () => {
    const [alice, bob] = (await world.members('alice', 'bob')) as [Member, Member];
    const states = new Set<BackgroundBlur>();
    alice.session.on('change', ({ backgroundBlur }) => states.add(backgroundBlur));
    await alice.session.setBackgroundBlur(true, document);
    expect([...states]).eql(['starting', 'on']);
    await alice.session.openPreview(camera);
    expect(alice.session.snapshot.backgroundBlur).equal('on');
    const plain = drawnCamera();
    const before = await sharpness(plain);
    plain.stop();
    expect(await sharpness(own(alice))).below(before / 20);

    await Promise.all([alice.session.enter(camera), bob.session.enter(camera)]);
    await allConnected([alice, bob]);
    await seesEverybody(bob);
    const sharp = await sharpness(received(bob));
    expect(sharp).below(before / 20);

    await alice.session.setLocalVideoMuted(true);
    await alice.session.setLocalVideoMuted(false);
    expect(await sharpness(own(alice))).below(before / 20);

    await alice.session.setBackgroundBlur(false);
    expect(alice.session.snapshot.backgroundBlur).equal('off');
    expect(await sharpness(own(alice))).above(before / 2);
    let seen = 0;
    while (seen < before / 4) seen = await sharpness(received(bob));
    expect(seen).above(4 * sharp);
  });

  it('is there for the next preview where one was closed before its camera was', async () => {
    const [alice] = (await world.members('alice')) as [Member];
    const { session } = alice;
    world.asks = true;
    void session.openPreview(camera);
    const set = session.setBackgroundBlur(true, document);
    await until(() => session.snapshot.backgroundBlur === 'starting');
    session.closePreview();
    await set;
    world.asks = false;
    await session.openPreview(camera);
    expect(session.snapshot).deep.include({ backgroundBlur: 'on', problems: [] });
    await session.setBackgroundBlur(false);
    expect(session.snapshot.backgroundBlur).equal('off');
  });

  it('leaves neither camera nor worker behind', async () => {
    const [alice] = (await world.members('alice')) as [Member];
    const workers = new Set<Worker>();
    const Native = globalThis.Worker;
    globalThis.Worker = class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (options?.name?.includes('blur')) workers.add(this);
      }
      override terminate(): void {
        workers.delete(this);
        super.terminate();
      }
    };
    try {
      await alice.session.enter(camera);
      for (let time = 0; time < 20; time += 1)
        await alice.session.setBackgroundBlur(time % 2 === 0, document);
      expect(workers.size).equal(0);
      await alice.session.setBackgroundBlur(true, document);
      const track = own(alice);
      expect(workers.size).equal(1);
      await alice.session.leave();
      expect(track.readyState).equal('ended');
      expect(workers.size).equal(0);
    } finally {
      globalThis.Worker = Native;
    }
  });
});
