import { expect } from '@open-wc/testing';
import { MeshOrder } from '../../src/group-call/mesh-order.ts';
import type { MeshDelivery } from '../../src/group-call/mesh-order.ts';
import { arrival, candidates, invite, markOf, OURS, own } from './arrivals.ts';
import type { Sent } from './arrivals.ts';

/** Sessions by user and device; Bob's device B is in the call. */
class Ear {
  readonly sessions = new Map([['@bob:hs B', 'session-b']]);
  readonly order: MeshOrder;

  constructor(isEncrypted = true) {
    this.order = new MeshOrder({
      sessionId: OURS,
      isEncrypted: () => isEncrypted,
      sessionOf: (userId, deviceId) => this.sessions.get(`${userId} ${deviceId}`),
    });
  }

  receive(now: number, ...all: readonly Sent[]): readonly string[] {
    return all.flatMap((sent) => this.order.receive(arrival(sent), now)).map(told);
  }

  due(now: number): readonly string[] {
    return this.order.due(now).map(told);
  }
}

function told(delivery: MeshDelivery): string {
  if (delivery.to === 'call') return markOf(delivery.event);
  return delivery.to === 'nobody' ? `nobody: ${delivery.reason}` : delivery.to;
}

describe('what a device says about a call', () => {
  it('is heard at once while nothing is missing', () => {
    const ear = new Ear();
    expect(ear.receive(0, { seq: 0 }, { seq: 1 }, { seq: 2 })).to.deep.equal(['c0', 'c1', 'c2']);
    expect(ear.order.wakeAt).to.equal(null);
  });

  it('is put in order', () => {
    const ear = new Ear();
    expect(ear.receive(0, { seq: 2 }, { seq: 1 })).to.deep.equal([]);
    expect(ear.receive(200, { seq: 0 })).to.deep.equal(['c0', 'c1', 'c2']);
    expect(ear.order.wakeAt).to.equal(null);
  });

  it('waits 300 ms for what is missing, and no longer', () => {
    const ear = new Ear();
    ear.receive(1_000, { seq: 3 });
    ear.receive(1_100, { seq: 6 });
    expect(ear.order.wakeAt).to.equal(1_300);
    expect(ear.due(1_299)).to.deep.equal([]);
    expect(ear.due(1_300)).to.deep.equal(['c3']);
    expect(ear.order.wakeAt).to.equal(1_400);
    expect(ear.due(1_400)).to.deep.equal(['c6']);
    expect(ear.receive(1_500, { seq: 7 })).to.deep.equal(['c7']);
  });

  it('is heard when it comes later than that, and only once', () => {
    const ear = new Ear();
    ear.receive(0, { seq: 1 });
    ear.due(300);
    expect(ear.receive(400, { seq: 0 })).to.deep.equal(['c0']);
    expect(ear.receive(500, { seq: 0 }, { seq: 1 })).to.deep.equal(['nobody: repeated', 'nobody: repeated']);
  });

  it('is not heard late where something newer took its place', () => {
    const ear = new Ear();
    const negotiate = (type: 'offer' | 'answer') =>
      ({
        kind: 'negotiate',
        ...own,
        description: { type, sdp: 'v=0' },
        lifetime: 1,
        metadata: null,
      }) as const;
    ear.receive(0, { seq: 2, event: negotiate('offer') });
    ear.due(300);
    expect(ear.receive(400, { seq: 0, event: negotiate('offer') })).to.deep.equal(['nobody: outdated']);
    expect(ear.receive(400, { seq: 1, event: negotiate('answer') })).to.deep.equal(['negotiate']);
  });

  it('is what is shown now, not what was shown before', () => {
    const ear = new Ear();
    const shown = (camera: number) =>
      ({ kind: 'shown', callId: 'call', partyId: 'party', shown: { camera } }) as const;
    ear.receive(0, { seq: 1, event: shown(0) });
    expect(ear.due(300)).to.deep.equal(['shown']);
    expect(ear.receive(400, { seq: 0, event: shown(360) })).to.deep.equal(['nobody: outdated']);
  });

  it('counts for each call by itself', () => {
    const ear = new Ear();
    expect(ear.receive(0, { seq: 0 }, { seq: 1 })).to.deep.equal(['c0', 'c1']);
    const other = [
      { seq: 0, event: candidates('first', 'another') },
      { seq: 1, event: candidates('second', 'another') },
    ];
    expect(ear.receive(0, ...other)).to.deep.equal(['first', 'second']);
  });

  it('waits for nobody when too much waits', () => {
    const ear = new Ear();
    const many = Array.from({ length: 65 }, (_, index) => ({ seq: index + 1 }));
    expect(ear.receive(0, ...many)).to.have.length(65);
    expect(ear.receive(0, { seq: 2 ** 53 - 1 })).to.deep.equal([]);
    expect(ear.due(300)).to.deep.equal([`c${2 ** 53 - 1}`]);
    expect(ear.receive(400, { seq: 66 })).to.deep.equal(['c66']);
  });

  it('is heard again where it is an invite: the answer may be lost', () => {
    const ear = new Ear();
    expect(ear.receive(0, { seq: 0, event: invite('call') })).to.deep.equal(['invite']);
    expect(ear.receive(5, { seq: 0, event: invite('call') })).to.deep.equal(['invited-again']);
  });
});

describe('a session that we do not know', () => {
  it('is held until the state event that tells of it', () => {
    const ear = new Ear();
    expect(ear.receive(0, { seq: 1, session: 'new' }, { seq: 0, session: 'new' })).to.deep.equal([]);
    ear.sessions.set('@bob:hs B', 'new');
    expect(ear.due(9_999)).to.deep.equal(['c0', 'c1']);
    expect(ear.order.wakeAt).to.equal(null);
  });

  it('is forgotten after 10 s', () => {
    const ear = new Ear();
    ear.receive(0, { seq: 0, session: 'new' });
    expect(ear.order.wakeAt).to.equal(10_000);
    expect(ear.due(10_000)).to.deep.equal(['nobody: a session that is not in the call']);
    ear.sessions.set('@bob:hs B', 'new');
    expect(ear.due(10_001)).to.deep.equal([]);
  });

  it('starts from 0, and what the one before it left waiting is gone', () => {
    const ear = new Ear();
    ear.receive(0, { seq: 0 }, { seq: 1 }, { seq: 5 });
    ear.sessions.set('@bob:hs B', 'new');
    expect(ear.due(1)).to.deep.equal([]);
    expect(ear.order.wakeAt).to.equal(null);
    expect(ear.receive(2, { seq: 0, session: 'new' })).to.deep.equal(['c0']);
  });

  it('is held of 64 events, and a user who fills that up loses only its own', () => {
    const ear = new Ear();
    const bob = Array.from({ length: 60 }, (_, seq) => ({ seq, session: 'new' }));
    const carol = Array.from({ length: 10 }, (_, seq) => ({ seq, userId: '@carol:hs', deviceId: 'C' }));
    expect(ear.receive(0, ...bob)).to.deep.equal([]);
    expect(ear.receive(0, ...carol)).to.deep.equal(Array(6).fill('nobody: too many are held'));
    ear.sessions.set('@bob:hs B', 'new').set('@carol:hs C', 'session-b');
    const heard = ear.due(1);
    expect(heard.slice(0, 54)).to.deep.equal(bob.slice(0, 54).map(({ seq }) => `c${seq}`));
    expect(heard.slice(54)).to.deep.equal(carol.map(({ seq }) => `c${seq}`));
  });
});

describe('a hostile device', () => {
  it('is not heard for another session of ours', () => {
    expect(new Ear().receive(0, { seq: 0, dest: 'old' })).to.deep.equal(['nobody: for another session']);
  });

  it('is not heard in clear where the room is encrypted', () => {
    const clear = { seq: 0, encrypted: false };
    expect(new Ear().receive(0, clear)).to.deep.equal(['nobody: in clear in an encrypted room']);
    expect(new Ear(false).receive(0, clear)).to.deep.equal(['c0']);
  });

  it('is not heard in the name of another', () => {
    const ear = new Ear();
    expect(ear.receive(0, { seq: 0, senderDevice: 'B2' })).to.deep.equal([
      'nobody: in the name of another device',
    ]);
    expect(ear.receive(0, { seq: 0, senderDevice: 'B' })).to.deep.equal(['c0']);
    expect(ear.receive(0, { seq: 1, userId: '@mallory:hs' })).to.deep.equal([]);
    expect(ear.due(10_000)).to.deep.equal(['nobody: a session that is not in the call']);
  });

  it('is not heard faster than anybody would have to speak', () => {
    const ear = new Ear();
    const flood = Array.from({ length: 1_000 }, (_, seq) => ({ seq }));
    const heard = ear.receive(0, ...flood);
    expect(heard.filter((one) => one === 'nobody: too many')).to.have.length(1_000 - 256);
    expect(ear.receive(1_000, { seq: 256 })).to.deep.equal(['c256']);
    ear.sessions.set('@carol:hs C', 'session-b');
    expect(ear.receive(0, { seq: 0, userId: '@carol:hs', deviceId: 'C' })).to.deep.equal(['c0']);
  });

  it('is not heard at great length', () => {
    const long = { ...own, kind: 'candidates', candidates: [{ candidate: 'x'.repeat(500_000) }] } as const;
    expect(new Ear().receive(0, { seq: 0, event: long })).to.deep.equal(['nobody: too long']);
  });
});
