import type { Phone } from './support/phone.ts';
import { expect, test } from './support/call-fixtures.ts';
import { callEventTypes, roomEvents } from './support/room-events.ts';

test('before the answer no check leaves the callee, and the caller learns no address', async ({
  openPair,
}) => {
  const { alice, bob, roomId } = await openPair();
  await alice.call(roomId, 'video', bob.account);
  await bob.expectState('ringing');
  // The answer is ready, all candidates of both are known, and the caller's have arrived.
  await expect.poll(() => bob.page.evaluate(() => window.phone.connection.signalingState)).toBe('stable');
  for (const phone of [alice, bob]) {
    await expect
      .poll(() => phone.page.evaluate(() => window.phone.connection.iceGatheringState))
      .toBe('complete');
  }
  await expect.poll(() => lastCandidateHasArrived(bob, roomId)).toBe(true);

  expect(await traffic(bob)).toEqual({ checks: 0, bytes: 0, remoteCandidates: 0 });
  expect(await traffic(alice)).toEqual({ checks: 0, bytes: 0, remoteCandidates: 0 });
  expect(await callEventTypes(alice.account, roomId, bob.account)).toEqual([]);
  expect(await bob.page.evaluate(() => window.phone.devices.asked)).toBe(0);

  await bob.do('answer');
  await Promise.all([alice.expectState('connected'), bob.expectState('connected')]);
  for (const phone of [alice, bob]) {
    const { checks, bytes, remoteCandidates } = await traffic(phone);
    expect(Math.min(checks, bytes, remoteCandidates)).toBeGreaterThan(0);
  }
});

test('who declines has sent no check and told no address', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await alice.call(roomId, 'video', bob.account);
  await bob.expectState('ringing');
  await bob.do('reject');
  await alice.expectState('ended');
  const events = await roomEvents(alice.account, roomId);
  const bobs = events.filter(
    ({ sender, type }) => sender === bob.account.userId && type.startsWith('m.call.'),
  );
  expect(bobs.map(({ type }) => type)).toEqual(['m.call.reject']);
  expect(JSON.stringify(bobs)).not.toMatch(/candidate|typ /);
});

/** What a peer connection has sent, and whom it could send to. */
function traffic({ page }: Phone) {
  return page.evaluate(async () => {
    const stats = [...(await window.phone.connection.getStats()).values()] as {
      type: string;
      requestsSent?: number;
      bytesSent?: number;
    }[];
    const sum = (type: string, field: 'requestsSent' | 'bytesSent') =>
      stats.filter((stat) => stat.type === type).reduce((all, stat) => all + (stat[field] ?? 0), 0);
    return {
      checks: sum('candidate-pair', 'requestsSent'),
      bytes: sum('candidate-pair', 'bytesSent') + sum('transport', 'bytesSent'),
      remoteCandidates: stats.filter(({ type }) => type === 'remote-candidate').length,
    };
  });
}

function lastCandidateHasArrived({ page }: Phone, roomId: string): Promise<boolean> {
  return page.evaluate((roomId) => {
    const events = window.client.getRoom(roomId)?.getLiveTimeline().getEvents() ?? [];
    return events.some(
      (event) =>
        event.getType() === 'm.call.candidates' &&
        event.getContent<{ candidates: { candidate: string }[] }>().candidates.at(-1)?.candidate === '',
    );
  }, roomId);
}
