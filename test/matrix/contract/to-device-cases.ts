import { equal, ok, rejects } from './expect.ts';
import { until } from '../../until.ts';
import { EVENT, pair } from './pair.ts';
import { Recorder } from './recorder.ts';
import type { ContractCase } from './world.ts';

export const toDeviceCases: readonly ContractCase[] = [
  {
    name: 'sends to many devices at once, each its own content',
    async run(world) {
      const { alice, bob, roomId, aliceHears, bobHears } = await pair(world);
      const second = await world.createDevice(bob);
      const secondHears = new Recorder(second.port);
      const undelivered = await alice.port.sendToDevice(roomId, EVENT, [
        { userId: bob.userId, deviceId: bob.deviceId, content: { n: 1 } },
        { userId: bob.userId, deviceId: second.deviceId, content: { n: 2 } },
      ]);
      equal(undelivered, [], 'all delivered');
      await until(() => bobHears.toDevice.length + secondHears.toDevice.length === 2, 'both messages');
      equal(
        bobHears.toDevice.map(({ content }) => content),
        [{ n: 1 }],
        'first device',
      );
      equal(
        secondHears.toDevice.map(({ content }) => content),
        [{ n: 2 }],
        'second device',
      );
      equal(bobHears.toDevice[0]?.sender, alice.userId, 'sender');
      equal(bobHears.toDevice[0]?.type, EVENT, 'type');
      equal(bobHears.toDevice[0]?.encrypted, false, 'clear in a clear room');
      equal(bobHears.toDevice[0]?.senderDevice, null, 'no device vouches for clear text');
      equal(aliceHears.toDevice, [], 'nobody else hears');
    },
  },
  {
    name: 'sends encrypted to the devices of encrypted rooms and knows the sending device',
    async run(world) {
      const { alice, bob, roomId, bobHears } = await pair(world, { encrypted: true });
      const send = alice.port.sendToDevice(roomId, EVENT, [
        { userId: bob.userId, deviceId: bob.deviceId, content: { n: 1 } },
      ]);
      if (!alice.port.capabilities.encryption) {
        await rejects(send, 'unsupported', 'encrypted room');
        return;
      }
      equal(await send, [], 'delivered');
      await until(() => bobHears.toDevice.length === 1, 'the message');
      const [message] = bobHears.toDevice;
      equal([message?.type, message?.content], [EVENT, { n: 1 }], 'decrypted');
      equal([message?.encrypted, message?.sender], [true, alice.userId], 'encrypted by Alice');
      const device = bob.port.capabilities.senderDevice ? alice.deviceId : null;
      equal(message?.senderDevice, device, "the sender's device");
    },
  },
  {
    name: 'answers which devices of an encrypted room have no known key, and reaches the others',
    async run(world) {
      const { alice, bob, roomId, bobHears } = await pair(world, { encrypted: true });
      if (!alice.port.capabilities.encryption) return;
      const stranger = { userId: bob.userId, deviceId: 'NOSUCHDEVICE', content: { n: 1 } };
      const undelivered = await alice.port.sendToDevice(roomId, EVENT, [
        stranger,
        { userId: bob.userId, deviceId: bob.deviceId, content: { n: 2 } },
      ]);
      equal(undelivered, [stranger], 'undelivered');
      await until(() => bobHears.toDevice.length === 1, 'the other message');
      ok(bobHears.toDevice[0]?.encrypted === true, 'encrypted');
    },
  },
];
