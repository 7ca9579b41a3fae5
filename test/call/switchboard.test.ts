import { expect } from '@open-wc/testing';
import type { CallContext } from '../../src/call/call-context.ts';
import type { SignalledEvent } from '../../src/call/classify.ts';
import { Switchboard } from '../../src/call/switchboard.ts';
import type { Delivery, SwitchboardPorts } from '../../src/call/switchboard.ts';
import type { CallEvent } from '../../src/signalling/call-event.ts';
import {
  after,
  ALICE,
  answer,
  answeredBy,
  BOB,
  bobsPhone,
  from,
  incoming,
  INVITED,
  invite,
  MALLORY,
  outgoing,
  RINGS,
  ROOM,
} from './calls.ts';

/** A switchboard of Alice's device A among these calls. */
function board(calls: readonly CallContext[] = [], change: Partial<SwitchboardPorts> = {}): Switchboard {
  return new Switchboard({
    self: { userId: ALICE, deviceId: 'A' },
    calls: () => calls,
    ringsIn: () => true,
    canHandleNewCall: () => calls.length === 0,
    ...change,
  });
}

function outcome(delivery: Delivery): string {
  if (delivery.to === 'nobody') return `nobody: ${delivery.reason}`;
  if (delivery.to === 'call') return `call ${delivery.callId}: ${delivery.input.type}`;
  const ring = delivery.to === 'ring' && delivery.replaces !== null ? ` instead of ${delivery.replaces}` : '';
  return `${delivery.to} ${delivery.invitation.invite.callId}${ring}`;
}

function receive(to: Switchboard, ...batch: readonly SignalledEvent[]): readonly string[] {
  return [...to.receive(batch)].map(outcome);
}

const own = { callId: 'call', partyId: 'bobs-phone', version: 1 } as const;
const hangup: CallEvent = { kind: 'hangup', ...own, reason: 'user_hangup' };
const choice: CallEvent = { kind: 'select-answer', ...own, selectedPartyId: 'our-phone' };
const ours = { ...own, partyId: 'our-phone' } as const;
const ourAnswer: CallEvent = {
  kind: 'answer',
  ...ours,
  answer,
  metadata: null,
  capabilities: { transferee: false, dtmf: false },
};
const ourReject: CallEvent = { kind: 'reject', ...ours, reason: 'user_hangup' };

describe('an invite', () => {
  it('rings for as long as it still lives', () => {
    const [delivery] = [...board().receive([from(BOB, invite({ lifetime: 60_000 }), { age: 12_000 })])];
    expect(delivery).to.deep.include({ to: 'ring', replaces: null });
    expect(delivery?.to === 'ring' && delivery.invitation).to.deep.include({
      sender: BOB,
      roomId: ROOM,
      remaining: 48_000,
    });
  });

  it('to whoever is in the room rings', () => {
    expect(receive(board(), from(BOB, invite({ invitee: null })))).to.deep.equal(['ring call']);
  });

  it('that is too old does not ring', () => {
    for (const age of [60_000, 60_001, 9e9, Number.NaN]) {
      expect(receive(board(), from(BOB, invite(), { age })), String(age)).to.deep.equal(['nobody: too old']);
    }
  });

  it('for another user or another device does not ring', () => {
    expect(receive(board(), from(BOB, invite({ invitee: BOB })))).to.deep.equal([
      'nobody: for another user or device',
    ]);
    expect(receive(board(), from(BOB, invite({ inviteeDeviceId: 'A2' })))).to.deep.equal([
      'nobody: for another user or device',
    ]);
    expect(receive(board(), from(BOB, invite({ inviteeDeviceId: 'A' })))).to.deep.equal(['ring call']);
  });

  it('of another device of ours rings when it is meant for this one', () => {
    expect(receive(board(), from(ALICE, invite({ invitee: BOB })))).to.deep.equal([
      'nobody: for another user or device',
    ]);
    expect(receive(board(), from(ALICE, invite({ inviteeDeviceId: 'A' })))).to.deep.equal(['ring call']);
  });

  it('of ours that comes back is an echo', () => {
    const calling = after(outgoing(), ...INVITED).call;
    const echo = from(ALICE, invite({ partyId: 'us', invitee: BOB }));
    expect(receive(board([calling]), echo)).to.deep.equal(['nobody: our own echo']);
  });

  it('that comes twice rings once', () => {
    const calls: CallContext[] = [];
    const one = board(calls);
    expect(receive(one, from(BOB, invite()))).to.deep.equal(['ring call']);
    calls.push(after(incoming(), ...RINGS).call);
    expect(receive(one, from(BOB, invite()))).to.deep.equal(['nobody: invite from this side']);
    const [ringing] = calls.splice(0);
    one.ended(ringing!);
    expect(receive(one, from(BOB, invite()))).to.deep.equal(['nobody: dealt with already']);
  });

  it('is told and does not ring in a public room', () => {
    expect(receive(board([], { ringsIn: () => false }), from(BOB, invite()))).to.deep.equal(['unrung call']);
  });

  it('is missed when there is a call already, once', () => {
    const talking = after(
      incoming(bobsPhone, { callId: 'other', peer: { userId: '@carol:hs', deviceId: null } }),
      ...RINGS,
    ).call;
    const busy = board([talking]);
    expect(receive(busy, from(BOB, invite()))).to.deep.equal(['missed call']);
    expect(receive(busy, from(BOB, invite()))).to.deep.equal(['nobody: dealt with already']);
  });

  it('hides no second one of the same batch: what rings decides about the next', () => {
    const calls: CallContext[] = [];
    const deliveries: string[] = [];
    const batch = [from(BOB, invite()), from(MALLORY, invite({ callId: 'second', partyId: 'm' }))];
    for (const delivery of board(calls).receive(batch)) {
      deliveries.push(outcome(delivery));
      if (delivery.to === 'ring') calls.push(after(incoming(), ...RINGS).call);
    }
    expect(deliveries).to.deep.equal(['ring call', 'missed second']);
  });
});

describe('an invite that is over', () => {
  const endings: readonly (readonly [string, SignalledEvent, string])[] = [
    ['taken back by the caller', from(BOB, hangup), 'missed call'],
    ['given to another party', from(BOB, choice), 'missed call'],
    ['answered by another device of ours', from(ALICE, ourAnswer), 'nobody: dealt with already'],
    ['declined by another device of ours', from(ALICE, ourReject), 'nobody: dealt with already'],
    [
      'declined by an old device of ours',
      from(ALICE, { ...hangup, partyId: null, version: 0 }),
      'nobody: dealt with already',
    ],
  ];
  for (const [what, event, told] of endings) {
    it(`does not ring in the batch in which it is ${what}`, () => {
      expect(receive(board(), from(BOB, invite()), event)[0]).to.equal(told);
      expect(receive(board(), event, from(BOB, invite()))[1]).to.equal(told);
    });

    it(`does not ring after the batch in which it was ${what}`, () => {
      const late = board();
      receive(late, event);
      expect(receive(late, from(BOB, invite()))).to.deep.equal([told]);
    });
  }

  it('rings on when only a stranger says so', () => {
    for (const event of [hangup, choice, ourAnswer, ourReject]) {
      expect(receive(board(), from(MALLORY, event), from(BOB, invite()))[1], event.kind).to.equal(
        'ring call',
      );
    }
  });

  it('rings on when it is another room’s call', () => {
    const elsewhere = from(BOB, hangup, { roomId: '!other:hs' });
    expect(receive(board(), elsewhere, from(BOB, invite()))[1]).to.equal('ring call');
  });

  it('stays over, however much a stranger says', () => {
    const flood = Array.from({ length: 1_000 }, (_, index) =>
      from(MALLORY, { ...hangup, callId: `call ${index}` }),
    );
    const one = board();
    receive(one, from(ALICE, ourAnswer), ...flood);
    expect(receive(one, from(BOB, invite()))).to.deep.equal(['nobody: dealt with already']);
    const other = board();
    expect(receive(other, from(BOB, invite()), from(BOB, hangup), ...flood)[0]).to.equal('missed call');
  });
});

describe('glare', () => {
  const preparing = after(outgoing({ callId: 'a-ours' }), ...INVITED.slice(0, 2)).call;
  const small = after(outgoing({ callId: 'a-ours' }), ...INVITED).call;
  const large = after(outgoing({ callId: 'z-ours' }), ...INVITED).call;

  it('is lost while we prepare, whatever the ids', () => {
    expect(receive(board([preparing]), from(BOB, invite()))).to.deep.equal(['ring call instead of a-ours']);
  });

  it('is won by the smaller call id once both invites are out', () => {
    expect(receive(board([small]), from(BOB, invite()))).to.deep.equal(['nobody: our invite wins']);
    expect(receive(board([large]), from(BOB, invite()))).to.deep.equal(['ring call instead of z-ours']);
  });

  it('is the same for both sides', () => {
    const theirs = {
      ...small,
      callId: 'call',
      self: { userId: BOB, deviceId: 'B' },
      peer: { userId: ALICE, deviceId: null },
    };
    const bob = board([theirs], { self: { userId: BOB, deviceId: 'B' } });
    expect(receive(bob, from(ALICE, invite({ callId: 'a-ours', invitee: BOB })))).to.deep.equal([
      'ring a-ours instead of call',
    ]);
  });

  it('that was won does not ring later', () => {
    const calls = [small];
    const one = board(calls);
    receive(one, from(BOB, invite()));
    calls.splice(0);
    expect(receive(one, from(BOB, invite()))).to.deep.equal(['nobody: dealt with already']);
  });

  it('is none between different rooms or with somebody else, or in a call that was answered', () => {
    expect(receive(board([small]), from(BOB, invite(), { roomId: '!other:hs' }))).to.deep.equal([
      'missed call',
    ]);
    expect(receive(board([small]), from(MALLORY, invite()))).to.deep.equal(['missed call']);
    const answered = after(large, answeredBy(bobsPhone)).call;
    expect(receive(board([answered]), from(BOB, invite()))).to.deep.equal(['missed call']);
  });

  it('in which the caller hung up already is not lost', () => {
    expect(receive(board([large]), from(BOB, invite()), from(BOB, hangup))[0]).to.equal('missed call');
  });
});

describe('an event', () => {
  it('goes to its call', () => {
    const ringing = after(incoming(), ...RINGS).call;
    expect(receive(board([ringing]), from(BOB, hangup))).to.deep.equal(['call call: hung-up']);
  });

  it('of no call here goes to nobody', () => {
    expect(receive(board(), from(BOB, hangup))).to.deep.equal(['nobody: no such call: hangup']);
  });

  it('in another room does not reach a call of the same id', () => {
    const ringing = after(incoming(), ...RINGS).call;
    const elsewhere = from(BOB, hangup, { roomId: '!other:hs' });
    expect(receive(board([ringing]), elsewhere)).to.deep.equal(['nobody: no such call: hangup']);
  });
});
