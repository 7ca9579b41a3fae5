import { equal, ok } from './expect.ts';
import { until } from '../../until.ts';
import { newcomer, pair } from './pair.ts';
import type { ContractCase } from './world.ts';

export const roomCases: readonly ContractCase[] = [
  {
    name: 'knows its own user and device',
    async run(world) {
      const user = await world.createUser();
      const [first, second] = [await world.createDevice(user), await world.createDevice(user)];
      equal([first.port.userId, second.port.userId], [user.userId, user.userId], 'user ids');
      equal([first.port.deviceId, second.port.deviceId], [first.deviceId, second.deviceId], 'device ids');
      ok(first.deviceId !== second.deviceId, 'two devices have two ids');
      equal(first.port.connection, 'connected', 'connection');
    },
  },
  {
    name: 'shows a room with its name and its members',
    async run(world) {
      const { alice, bob, roomId } = await pair(world, { name: 'Ward 3' });
      const room = bob.port.room(roomId);
      equal(room?.name, 'Ward 3', 'name');
      const members = room?.members.map(({ userId, displayName, membership }) => ({
        userId,
        displayName,
        membership,
      }));
      const expected = [
        { userId: alice.userId, displayName: 'Alice', membership: 'join' },
        { userId: bob.userId, displayName: 'Bob', membership: 'join' },
      ];
      equal(sorted(members ?? []), sorted(expected), 'members');
      ok(
        bob.port.rooms().some((listed) => listed.roomId === roomId),
        'listed',
      );
      equal([room?.isPublic, room?.encrypted, room?.directUserId], [false, false, null], 'plain room');
      ok((room?.version ?? '') !== '', 'room version');
    },
  },
  {
    name: 'tells encrypted, public and direct rooms apart',
    async run(world) {
      const { alice, bob, roomId } = await pair(world, { encrypted: true, direct: true });
      equal(alice.port.room(roomId)?.encrypted, true, 'encrypted');
      equal(alice.port.room(roomId)?.directUserId, bob.userId, "Alice's direct chat");
      equal(bob.port.room(roomId)?.directUserId, alice.userId, "Bob's direct chat");
      const open = await world.createRoom(alice, { isPublic: true });
      equal(alice.port.room(open)?.isPublic, true, 'public');
    },
  },
  {
    name: 'shows power levels with their defaults filled in',
    async run(world) {
      const { alice, bob, roomId } = await pair(world, {
        powerLevels: { state_default: 30, events: { 'com.famedly.call.member': 10 } },
      });
      const levels = bob.port.room(roomId)?.powerLevels;
      equal(levels?.stateDefault, 30, 'state_default');
      equal(levels?.events['com.famedly.call.member'], 10, 'an event');
      equal([levels?.usersDefault, levels?.eventsDefault], [0, 0], 'defaults');
      const creator = levels?.users[alice.userId];
      ok(creator === undefined || creator >= 100, 'the creator may everything');
    },
  },
  {
    name: 'hands out the same room until it changes, and says when it does',
    async run(world) {
      const { alice, bob, roomId, bobHears } = await pair(world, { name: 'before' });
      const before = bob.port.room(roomId);
      ok(bob.port.room(roomId) === before, 'the same object');
      await alice.port.sendState(roomId, 'm.room.name', '', { name: 'after' });
      await until(() => bob.port.room(roomId)?.name === 'after', 'the new name');
      ok(bobHears.rooms.includes(roomId), 'a room event');
      ok(before?.name === 'before', 'what was handed out stays as it was');
    },
  },
  {
    name: 'shows an invited member and one who joins',
    async run(world) {
      const { alice, roomId } = await pair(world);
      const carol = await newcomer(world, 'Carol');
      const membership = () =>
        alice.port.room(roomId)?.members.find(({ userId }) => userId === carol.userId)?.membership;
      await world.invite(alice, carol, roomId);
      await until(() => membership() === 'invite', 'the invitation');
      equal(carol.port.room(roomId), undefined, 'an invitation is no joined room');
      await world.join(carol, roomId);
      await until(() => membership() === 'join', 'the joining');
      await until(() => carol.port.room(roomId)?.members.length === 3, 'the room with three members');
    },
  },
  {
    name: 'notices that a member leaves and that another is removed',
    async run(world) {
      const { alice, bob, roomId, aliceHears } = await pair(world);
      const carol = await newcomer(world, 'Carol');
      await world.invite(alice, carol, roomId);
      await world.join(carol, roomId);
      await until(() => alice.port.room(roomId)?.members.length === 3, 'three members');
      await world.leave(bob, roomId);
      await until(() => alice.port.room(roomId)?.members.length === 2, 'Bob left');
      await world.kick(alice, carol, roomId);
      await until(() => alice.port.room(roomId)?.members.length === 1, 'Carol is out');
      const left = aliceHears.states
        .filter(({ type, content }) => type === 'm.room.member' && isLeave(content))
        .map(({ stateKey }) => stateKey);
      equal(left, [bob.userId, carol.userId], 'state events of those who left');
      await until(() => carol.port.room(roomId) === undefined, 'Carol sees the room no more');
    },
  },
  {
    name: 'knows on a new device the rooms that the user is in',
    async run(world) {
      const { alice, bob, roomId } = await pair(world, { name: 'Ward 3', direct: true });
      const second = await world.createDevice(bob);
      const room = second.port.room(roomId);
      equal([room?.name, room?.members.length], ['Ward 3', 2], 'room on the new device');
      equal(room?.directUserId, alice.userId, 'direct on the new device');
    },
  },
];

function sorted<Member extends { userId: string }>(members: readonly Member[]): Member[] {
  return members.toSorted((a, b) => (a.userId < b.userId ? -1 : 1));
}

function isLeave(content: unknown): boolean {
  return (content as { membership?: unknown }).membership === 'leave';
}
