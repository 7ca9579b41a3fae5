import { expect } from '@open-wc/testing';
import { systemClock } from '../../../src/foundation/clock.ts';
import { VoIP } from '../../../src/index.ts';
import type { CallSession, Clock } from '../../../src/index.ts';
import { connectMemory } from '../../../src/matrix/memory/index.ts';
import { inState, until } from '../../session/world.ts';

const CALLS = 100;
/** Compiled code and the browser's own caches fill during the first calls; 200 more were seen to add nothing to them. */
const WARM_UP = 60;

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

/** What the browser holds for a closed connection goes some turns of the event loop after the object that wrapped it. */
async function heapAfterGarbageCollection(): Promise<number> {
  for (let round = 0; round < 20; round += 1) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
}

describe('a page that makes a hundred calls', () => {
  it('keeps no connection, track, timer or listener, and its heap within a tenth', async function () {
    this.timeout(15 * 60_000);
    const counted = counting();
    const { delegate, clock } = counted;
    // In its worker the homeserver keeps every event: this page's heap holds the engine alone.
    const server = crypto.randomUUID();
    const log = { debug: () => undefined, warn: () => undefined };
    const [matrixA, matrixB] = await Promise.all([
      connectMemory({ userId: '@alice:memory', deviceId: 'A1', server }),
      connectMemory({ userId: '@bob:memory', deviceId: 'B1', server }),
    ]);
    const roomId = await matrixA.ensureDirectRoom('@bob:memory');
    await until(() => matrixB.room(roomId) !== undefined, 'bob is in the room');
    const alice = new VoIP(matrixA, { ...delegate, playRingtone: () => undefined }, { clock, log });
    const bob = new VoIP(matrixB, { ...delegate, playRingtone: () => undefined }, { clock, log });
    const incoming: CallSession[] = [];
    bob.on('incomingcall', (call) => incoming.push(call));

    const oneCall = async (round: number): Promise<void> => {
      const call = alice.inviteToCall(roomId, 'video', { userId: '@bob:memory' });
      await until(() => incoming.length > 0, 'a call rings');
      const ringing = incoming.splice(0)[0]!;
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

    for (let round = 0; round < WARM_UP; round += 1) await oneCall(round);
    const before = await heapAfterGarbageCollection();
    for (let round = 0; round < CALLS; round += 1) await oneCall(round);
    const after = await heapAfterGarbageCollection();
    console.log(
      `heap after ${String(WARM_UP)} calls ${String(before)}, after ${String(CALLS)} more ${String(after)}`,
    );
    expect(after / before).to.be.below(1.1);
    expect(alice.calls).to.deep.equal([]);
    for (const disposable of [alice, bob, matrixA, matrixB]) disposable.dispose();
  });
});
