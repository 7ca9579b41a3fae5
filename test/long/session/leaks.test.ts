import { expect } from '@open-wc/testing';
import { systemClock } from '../../../src/foundation/clock.ts';
import type { Clock } from '../../../src/index.ts';
import { World, inState, rings, until } from '../../session/world.ts';

const CALLS = 100;

declare const gc: () => void;

interface Counted {
  readonly connections: RTCPeerConnection[];
  readonly tracks: MediaStreamTrack[];
  timers: number;
}

/** A delegate and a clock that remember what was made through them. */
function counting(): Counted & { delegate: object; clock: Clock } {
  const counted: Counted = { connections: [], tracks: [], timers: 0 };
  const clock: Clock = {
    now: () => systemClock.now(),
    after(ms, task) {
      counted.timers += 1;
      let open = true;
      const close = (): void => {
        if (open) counted.timers -= 1;
        open = false;
      };
      const cancel = systemClock.after(ms, () => {
        close();
        task();
      });
      return () => {
        cancel();
        close();
      };
    },
  };
  const mediaDevices = {
    getUserMedia: async ({ audio, video }: MediaStreamConstraints) => {
      const size = { width: 160, height: 90, frameRate: 5 };
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: audio ?? false,
        video: video ? size : false,
      });
      counted.tracks.push(...stream.getTracks());
      return stream;
    },
    enumerateDevices: () => navigator.mediaDevices.enumerateDevices(),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  const createPeerConnection = (configuration: RTCConfiguration): RTCPeerConnection => {
    const connection = new RTCPeerConnection(configuration);
    counted.connections.push(connection);
    return connection;
  };
  return Object.assign(counted, { clock, delegate: { mediaDevices, createPeerConnection } });
}

function heapAfterGarbageCollection(): number {
  for (let round = 0; round < 4; round += 1) gc();
  return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
}

describe('a page that makes a hundred calls', () => {
  it('keeps no connection, track, timer or listener, and its heap within a tenth', async function () {
    this.timeout(15 * 60_000);
    const world = new World();
    const counted = counting();
    const { delegate, clock } = counted;
    const alice = await world.person('@alice:memory', 'A1', delegate, { clock });
    const bob = await world.person('@bob:memory', 'B1', delegate, { clock });
    const roomId = await alice.matrix.ensureDirectRoom('@bob:memory');
    await until(() => bob.matrix.room(roomId) !== undefined, 'bob is in the room');
    const incoming = bob.incoming as unknown[];

    const oneCall = async (round: number): Promise<void> => {
      const call = alice.voip.inviteToCall(roomId, 'video', { userId: '@bob:memory' });
      const ringing = await rings(bob);
      // All the ways in which a call ends take their turn.
      if (round % 4 === 3) ringing.reject();
      else ringing.answer();
      if (round % 4 !== 3) {
        await inState(call, 'connected');
        await inState(ringing, 'connected');
        (round % 2 === 0 ? call : ringing).hangup();
      }
      await inState(call, 'ended');
      await inState(ringing, 'ended');
      incoming.length = 0;
      world.log.length = 0;
      counted.connections.splice(0).forEach((connection) => {
        expect(connection.connectionState).to.equal('closed');
      });
      await until(
        () => counted.tracks.every(({ readyState }) => readyState === 'ended'),
        'all tracks stopped',
      );
      counted.tracks.length = 0;
      await until(() => counted.timers === 0, 'all timers gone');
    };

    for (let round = 0; round < 12; round += 1) await oneCall(round);
    const before = heapAfterGarbageCollection();
    for (let round = 0; round < CALLS; round += 1) await oneCall(round);
    const after = heapAfterGarbageCollection();
    console.log(`heap after 12 calls ${String(before)}, after ${String(CALLS)} more ${String(after)}`);
    expect(after / before).to.be.below(1.1);
    expect(alice.voip.calls).to.deep.equal([]);
    world.close();
  });
});
