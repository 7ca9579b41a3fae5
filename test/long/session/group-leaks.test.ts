import { expect } from '@open-wc/testing';
import { VoIP } from '../../../src/index.ts';
import { connectMemory } from '../../../src/matrix/memory/index.ts';
import { until } from '../../until.ts';
import { counting, heapAfterGarbageCollection } from './counting.ts';

const STAYS = 50;
/** As for calls of two: compiled code and the browser's own caches fill first. */
const WARM_UP = 30;

describe('a page that joins and leaves a group call fifty times', () => {
  it('keeps no connection, track, timer or session, and its heap within a tenth', async function () {
    this.timeout(15 * 60_000);
    const counted = counting();
    const { delegate, clock } = counted;
    // In its worker the homeserver keeps every event: this page's heap holds the engine alone.
    const server = crypto.randomUUID();
    const log = { debug: () => undefined, warn: () => undefined };
    const matrices = await Promise.all([
      connectMemory({ userId: '@alice:memory', deviceId: 'A1', server }),
      connectMemory({ userId: '@bob:memory', deviceId: 'B1', server }),
    ]);
    const voips = matrices.map((matrix) => new VoIP(matrix, delegate, { clock, log }));
    const roomId = await matrices[0].ensureRoom('Team');
    await matrices[1].ensureRoom('Team');

    const oneStay = async (round: number): Promise<void> => {
      const sessions = await Promise.all(voips.map((voip) => voip.fetchOrCreateGroupCall(roomId)));
      await Promise.all(sessions.map((session) => session.enter()));
      const together = (): boolean =>
        sessions.every(({ participants }) => participants[0]?.connection === 'connected');
      await until(together, 'they are connected');
      if (round % 2 === 0) await sessions[0]?.sendReactionEvent('🖐️', { ephemeral: false });
      // All the ways in which a stay ends take their turn.
      if (round % 3 === 0) await Promise.all(sessions.map((session) => session.leave()));
      else for (const session of round % 3 === 1 ? sessions : sessions.toReversed()) await session.leave();
      await until(() => voips.every(({ groupCalls }) => groupCalls.length === 0), 'no session is left');
      for (const connection of counted.connections.splice(0)) {
        expect(connection.connectionState).to.equal('closed');
      }
      await until(
        () => counted.tracks.every(({ readyState }) => readyState === 'ended'),
        'all tracks stopped',
      );
      counted.tracks.length = 0;
      await until(() => counted.timers === 0, `all timers gone: ${String(counted.timers)}`);
    };

    for (let round = 0; round < WARM_UP; round += 1) await oneStay(round);
    const before = await heapAfterGarbageCollection();
    for (let round = 0; round < STAYS; round += 1) await oneStay(round);
    const after = await heapAfterGarbageCollection();
    console.log(
      `heap after ${String(WARM_UP)} stays ${String(before)}, after ${String(STAYS)} more ${String(after)}`,
    );
    expect(after / before).to.be.below(1.1);
    for (const disposable of [...voips, ...matrices]) disposable.dispose();
  });
});
