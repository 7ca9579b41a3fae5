import { expect } from '@open-wc/testing';
import { VoIP } from '../../../src/index.ts';
import type { CallSession } from '../../../src/index.ts';
import { connectMemory } from '../../../src/matrix/memory/index.ts';
import { inState } from '../../session/world.ts';
import { until } from '../../until.ts';
import { counting, heapAfterGarbageCollection } from './counting.ts';

const CALLS = 100;
/** Compiled code and the browser's own caches fill during the first calls; 200 more were seen to add nothing to them. */
const WARM_UP = 60;

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
