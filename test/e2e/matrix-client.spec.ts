import { expect, LIBRARIES, test } from './contract/fixtures.ts';

for (const library of LIBRARIES) {
  for (const encrypted of [false, true]) {
    test(`${library}: one batch for each device, with what was sent, in ${encrypted ? 'an encrypted' : 'a plain'} room`, async ({
      servers,
      openContractPage,
    }) => {
      const page = await openContractPage(library);
      const batches = await page.evaluate(sendAndReceive, [servers.homeserverUrl, encrypted] as const);
      const expected = { type: 'm.call.invite', content: { call_id: 'one' }, encrypted, fresh: true };
      expect(batches).toEqual([[expected], [expected]]);
    });
  }
}

async function sendAndReceive([homeserverUrl, encrypted]: readonly [string, boolean]) {
  const world = new window.SynapseWorld({ homeserverUrl });
  const [alice, bob] = [await world.createUser(), await world.createUser()];
  const devices = [await world.createDevice(alice), await world.createDevice(bob)];
  const roomId = await world.createRoom(alice, { members: [bob], encrypted, direct: true });
  const received = devices.map(({ port }) => {
    const events: object[] = [];
    port.on('batch', ({ events: batch }) => {
      for (const { roomId: room, type, content, encrypted, age } of batch) {
        if (room === roomId) events.push({ type, content, encrypted, fresh: age < 5_000 });
      }
    });
    return events;
  });
  await devices[0]!.port.sendEvent(roomId, 'm.call.invite', { call_id: 'one' });
  await window.until(() => received.every((events) => events.length > 0));
  await world.dispose();
  return received;
}
