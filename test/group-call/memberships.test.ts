import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { LONGEST_MEMBERSHIP_MS } from '../../src/group-call/live-membership.ts';
import { GRACE_MS, Memberships } from '../../src/group-call/memberships.ts';
import type { MemberEvent } from '../../src/group-call/member-event.ts';
import type { MembershipChange } from '../../src/group-call/membership-change.ts';

const ROOM = '!room:hs';
const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
const ALICE = '@alice:hs';
const BOB = '@bob:hs';

let count = 0;

function entry(device: string, change: object = {}): object {
  return {
    application: 'm.call',
    call_id: ROOM,
    scope: 'm.room',
    device_id: device,
    expires_ts: NOW + 6 * MINUTE,
    membershipID: `engine of ${device}`,
    foci_active: [{ type: 'mesh' }],
    ...change,
  };
}

function event(
  sender: string,
  memberships: readonly unknown[],
  change: Partial<MemberEvent> = {},
): MemberEvent {
  count += 1;
  const content = { memberships };
  return { eventId: `$${count}`, stateKey: sender, sender, content, originServerTs: NOW, ...change };
}

const said = (changes: readonly MembershipChange[]) =>
  changes.map(({ type, membership }) => `${type} ${membership.participantId}`);

describe('who is in a call', () => {
  it('joins, renews, restarts and leaves', () => {
    const room = new Memberships(ROOM);
    expect(said(room.read(event(ALICE, [entry('A')]), NOW))).to.deep.equal(['joined @alice:hs:A']);
    expect(said(room.read(event(ALICE, [entry('A')]), NOW))).to.deep.equal(['renewed @alice:hs:A']);
    const [restarted] = room.read(event(ALICE, [entry('A', { membershipID: 'new' })]), NOW);
    expect(restarted).to.have.nested.property('previous.membershipId', 'engine of A');
    expect(restarted).to.have.nested.property('membership.membershipId', 'new');
    expect(said(room.read(event(ALICE, []), NOW))).to.deep.equal(['left @alice:hs:A']);
    expect(room.calls).to.deep.equal([]);
  });

  it('is the sender, whatever the key says', () => {
    const room = new Memberships(ROOM);
    room.read(event(ALICE, [entry('A')], { stateKey: `A_${ALICE}` }), NOW);
    const changes = room.read(event(BOB, [entry('A')], { stateKey: `A_${ALICE}` }), NOW);
    expect(said(changes)).to.deep.equal(['left @alice:hs:A', 'joined @bob:hs:A']);
  });

  it('is read under each form of key, and once for each device', () => {
    const room = new Memberships(ROOM);
    const forms = [ALICE, `B_${ALICE}`, `${ALICE}_C`];
    for (const [i, stateKey] of forms.entries())
      room.read(event(ALICE, [entry('ABC'[i]!)], { stateKey }), NOW);
    expect(room.calls[0]?.members.map((member) => member.stateKeyForm)).to.deep.equal([
      'user',
      'device-first',
      'user-first',
    ]);
    const later = event(ALICE, [entry('A'), entry('B', { membershipID: 'newer' })], {
      originServerTs: NOW + 1,
    });
    expect(said(room.read(later, NOW))).to.include('restarted @alice:hs:B');
    expect(room.calls[0]?.members).to.have.length(3);
  });

  it('is dead six minutes after the end, and not before', () => {
    const room = new Memberships(ROOM);
    room.read(event(ALICE, [entry('A')]), NOW);
    const dies = NOW + 6 * MINUTE + GRACE_MS;
    expect(room.nextExpiry).to.equal(dies);
    expect(room.expire(dies - 1)).to.deep.equal([]);
    expect(said(room.expire(dies))).to.deep.equal(['left @alice:hs:A']);
    expect(room.nextExpiry).to.equal(null);
    expect(room.read(event(ALICE, [entry('A')]), dies)).to.deep.equal([]);
  });

  it('does not stay for years, whatever date it writes', () => {
    const room = new Memberships(ROOM);
    const ahead = { originServerTs: 9e15 };
    room.read(event(ALICE, [entry('A', { expires_ts: 9e15 })], ahead), NOW);
    expect(room.nextExpiry).to.equal(NOW + LONGEST_MEMBERSHIP_MS + GRACE_MS);
  });

  it('is in the room', () => {
    const room = new Memberships(ROOM);
    room.read(event(ALICE, [entry('A')]), NOW);
    room.read(event(BOB, [entry('B')]), NOW);
    expect(said(room.setInRoom(new Set([ALICE])))).to.deep.equal(['left @bob:hs:B']);
    expect(said(room.setInRoom(new Set([ALICE, BOB])))).to.deep.equal(['joined @bob:hs:B']);
  });

  it('keeps the place while others come and go', () => {
    const room = new Memberships(ROOM);
    for (const device of 'ABC') room.read(event(`@${device}:hs`, [entry(device)]), NOW);
    room.read(event('@A:hs', [entry('A', { expires_ts: NOW + 7 * MINUTE })]), NOW);
    room.read(event('@B:hs', []), NOW);
    expect(room.calls[0]?.members.map(({ deviceId }) => deviceId)).to.deep.equal(['A', 'C']);
  });

  it('is no crowd of one user', () => {
    const room = new Memberships(ROOM);
    const crowd = Array.from({ length: 10_000 }, (_, i) => entry(`D${i}`));
    expect(room.read(event(ALICE, crowd), NOW)).to.have.length(32);
    expect(said(room.read(event(BOB, [entry('B')]), NOW))).to.deep.equal(['joined @bob:hs:B']);
  });
});

describe('the calls of a room', () => {
  it('are one where the whole room is spelled in two ways', () => {
    const room = new Memberships(ROOM);
    room.read(event(ALICE, [entry('A', { call_id: '' })]), NOW);
    room.read(event(BOB, [entry('B')]), NOW);
    expect(room.calls).to.have.length(1);
    expect(room.calls[0]).to.include({ callId: '' }).and.have.property('members').with.length(2);
  });

  it('are several by id, application and scope', () => {
    const room = new Memberships(ROOM);
    const others = [{ call_id: 'x' }, { application: 'm.game' }, { scope: 'm.user' }];
    room.read(event(ALICE, [entry('A'), ...others.map((change) => entry('A', change))]), NOW);
    expect(room.calls).to.have.length(4);
  });

  it('are joined whole room first, then where most people are', () => {
    const room = new Memberships(ROOM);
    expect(room.callToJoin()).to.equal(undefined);
    room.read(event(ALICE, [entry('A', { call_id: 'few' })]), NOW);
    room.read(event(BOB, [entry('B', { call_id: 'many' }), entry('C', { call_id: 'many' })]), NOW);
    expect(room.callToJoin()?.callId).to.equal('many');
    room.read(event('@carol:hs', [entry('D', { call_id: '' })]), NOW);
    expect(room.callToJoin()?.callId).to.equal('');
    expect(room.callToJoin({ callId: ROOM })?.callId).to.equal('');
    expect(room.callToJoin({ callId: 'few' })?.callId).to.equal('few');
    expect(room.callToJoin({ application: 'm.game' })).to.equal(undefined);
  });

  it('stay the same object while nobody changes', () => {
    const room = new Memberships(ROOM);
    room.read(event(ALICE, [entry('A')]), NOW);
    const { calls } = room;
    room.expire(NOW);
    room.read(event(BOB, 'nonsense' as never), NOW);
    expect(room.calls).to.equal(calls);
  });

  it('are what a fresh reader of the same state sees', () => {
    const device = fc.constantFrom('A', 'B', 'C');
    const one = fc.record({
      sender: fc.constantFrom(ALICE, BOB),
      devices: fc.uniqueArray(device),
      engine: fc.constantFrom('1', '2'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (all) => {
        const followed = new Memberships(ROOM);
        const last = new Map<string, MemberEvent>();
        const joined = new Set<string>();
        for (const { sender, devices, engine } of all) {
          const written = event(
            sender,
            devices.map((id) => entry(id, { membershipID: engine })),
          );
          last.set(sender, written);
          for (const { type, membership } of followed.read(written, NOW)) {
            if (type === 'joined') joined.add(membership.participantId);
            if (type === 'left') joined.delete(membership.participantId);
          }
        }
        const fresh = new Memberships(ROOM);
        for (const each of last.values()) fresh.read(each, NOW);
        const members = ({ calls }: Memberships) => calls.flatMap((call) => call.members);
        expect(members(followed)).to.have.deep.members([...members(fresh)]);
        expect([...joined]).to.have.members(members(fresh).map(({ participantId }) => participantId));
      }),
    );
  });
});
