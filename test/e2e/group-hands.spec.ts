import { requestAs } from '../support/servers/accounts-and-rooms.mjs';
import { expect, test } from './support/group-fixtures.ts';
import { roomEvents } from './support/room-events.ts';

const HAND = '✋';

// From version 11 on a redaction says in its content what it takes back, before that beside it.
for (const roomVersion of ['10', '11']) {
  test(`hands go up and down, and what passes is shown once, in a room of version ${roomVersion}`, async ({
    openGroup,
  }) => {
    const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol'], { roomVersion });
    const [alice, bob, carol] = phones;
    await Promise.all(phones.map((phone) => phone.enter(roomId)));
    await alice.expectConnected([bob, carol]);

    const raised = await bob.do('sendReactionEvent', HAND, { ephemeral: false });
    for (const phone of phones) {
      await phone.expectSnapshot({ hands: [{ participantId: bob.id, key: HAND }] });
    }
    await carol.do('sendReactionEvent', HAND, { ephemeral: false });
    for (const phone of phones) {
      await phone.expectSnapshot({ hands: [{ participantId: bob.id }, { participantId: carol.id }] });
    }
    await alice.do('sendReactionEvent', '🎉');
    for (const { page } of phones) {
      const shown = () => page.evaluate(() => window.groupPhone.reactions);
      await expect.poll(shown).toEqual([{ participantId: alice.id, key: '🎉' }]);
    }

    await bob.do('removeReactionEvent', raised!);
    for (const phone of phones) await phone.expectSnapshot({ hands: [{ participantId: carol.id }] });
    await carol.do('leave');
    for (const phone of [alice, bob]) await phone.expectSnapshot({ hands: [] });
  });
}

test('a hand belongs to the membership of who raised it, and is seen by whoever comes later', async ({
  openGroup,
  reloadGroup,
}) => {
  const { phones, roomId } = await openGroup(['Alice', 'Bob']);
  const [alice, bob] = phones;
  await Promise.all(phones.map((phone) => phone.enter(roomId)));
  await alice.expectConnected([bob]);
  await bob.do('sendReactionEvent', HAND, { ephemeral: false });
  await alice.expectSnapshot({ hands: [{ participantId: bob.id }] });
  const events = await roomEvents(alice.account, roomId);
  const reaction = events.find(({ type }) => type === 'com.famedly.call.member.reaction');
  const { event_id: eventId } = reaction!.content['m.relates_to'] as { event_id: string };
  const path = `/rooms/${encodeURIComponent(roomId)}/event/${encodeURIComponent(eventId)}`;
  expect(await requestAs(alice.account, 'GET', path)).toMatchObject({
    type: 'com.famedly.call.member',
    sender: bob.account.userId,
    content: { memberships: [{ device_id: bob.account.deviceId }] },
  });

  await reloadGroup(alice);
  await alice.enter(roomId);
  // It moves with the membership every two minutes.
  await alice.expectSnapshot({ hands: [{ participantId: bob.id, key: HAND }] }, 10_000);
});
