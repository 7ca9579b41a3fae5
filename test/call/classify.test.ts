import { expect } from '@open-wc/testing';
import { classify } from '../../src/call/classify.ts';
import type { CallContext } from '../../src/call/call-context.ts';
import type { CallEvent } from '../../src/signalling/call-event.ts';
import {
  after,
  ALICE,
  answer,
  ANSWERED,
  answeredBy,
  BOB,
  bobsPhone,
  from,
  incoming,
  INVITED,
  invite,
  MALLORY,
  metadata,
  offer,
  oldClient,
  outgoing,
  RINGS,
} from './calls.ts';

const capabilities = { transferee: true, dtmf: true };

function every(partyId: string | null, version: 0 | 1 = 1): readonly CallEvent[] {
  const own = { callId: 'call', partyId, version } as const;
  const none = { createCall: null, awaitCall: null, targetRoom: null };
  return [
    invite({ partyId }),
    { kind: 'answer', ...own, answer, metadata, capabilities },
    { kind: 'candidates', ...own, candidates: [] },
    { kind: 'select-answer', ...own, selectedPartyId: 'us' },
    { kind: 'reject', ...own, reason: 'user_hangup' },
    { kind: 'hangup', ...own, reason: 'user_hangup' },
    { kind: 'negotiate', ...own, description: offer, lifetime: 1, metadata },
    { kind: 'metadata-changed', ...own, metadata },
    { kind: 'replaces', ...own, replacementId: 'r', target: null, ...none },
    { kind: 'reject-replacement', ...own, replacementId: 'r' },
    { kind: 'asserted-identity', ...own, identity: null },
  ];
}

function read(call: CallContext, sender: string, event: CallEvent): string {
  const result = classify(call, from(sender, event));
  return 'input' in result ? result.input.type : `ignored: ${result.ignored}`;
}

const invited = after(outgoing(), ...INVITED).call;
const chosen = after(invited, answeredBy(bobsPhone)).call;
const rings = after(incoming(), ...RINGS).call;
const answered = after(incoming(), ...ANSWERED).call;

describe('an event of a call', () => {
  for (const [what, call] of Object.entries({ invited, chosen, rings, answered })) {
    it(`means nothing from another user: ${what}`, () => {
      for (const party of ['bobs-phone', 'us', null]) {
        for (const event of every(party)) expect(read(call, MALLORY, event), event.kind).to.match(/^ignored/);
      }
    });

    it(`means nothing when it is our own echo: ${what}`, () => {
      for (const event of [...every('us'), ...every('us', 0)]) {
        expect(read(call, ALICE, event), event.kind).to.equal('ignored: our own echo');
      }
    });
  }

  it('from the callee is heard from any party until one is chosen, then from that one', () => {
    for (const event of every('bobs-laptop')) {
      expect(read(chosen, BOB, event), event.kind).to.equal('ignored: another user or party');
    }
    const heard = every('bobs-laptop').map((event) => read(invited, BOB, event));
    expect(heard).to.deep.equal([
      'ignored: invite from this side',
      'answered',
      'candidates',
      'ignored: select-answer from this side',
      'rejected',
      'hung-up',
      'negotiate',
      'metadata',
      'transfer-offered',
      'transfer-rejected',
      'identity',
    ]);
  });

  it('from the caller is heard from the party that invited', () => {
    expect(every('bobs-phone').map((event) => read(rings, BOB, event))).to.deep.equal([
      'ignored: invite from this side',
      'ignored: answer from this side',
      'candidates',
      'selected',
      'ignored: reject from this side',
      'hung-up',
      'negotiate',
      'metadata',
      'transfer-offered',
      'transfer-rejected',
      'identity',
    ]);
    for (const event of every('bobs-laptop')) expect(read(rings, BOB, event)).to.match(/^ignored/);
  });

  it('that chooses somebody else is no choice of us', () => {
    const choice = { kind: 'select-answer', callId: 'call', partyId: 'bobs-phone', version: 1 } as const;
    expect(read(answered, BOB, { ...choice, selectedPartyId: 'another' })).to.equal('selected-other');
  });

  it('from another device of ours tells that it answered or declined', () => {
    const told = every('our-phone').map((event) => read(rings, ALICE, event));
    expect(told.filter((what) => !what.startsWith('ignored'))).to.deep.equal([
      'answered-elsewhere',
      'rejected-elsewhere',
      'rejected-elsewhere',
    ]);
  });

  it('from another device of ours means nothing to a call that we placed', () => {
    for (const event of every('our-phone')) expect(read(invited, ALICE, event)).to.match(/^ignored/);
  });

  it('from an old caller has no party and is heard', () => {
    const old = after(incoming(oldClient), ...RINGS).call;
    const hangup = {
      kind: 'hangup',
      callId: 'call',
      partyId: null,
      version: 0,
      reason: 'user_hangup',
    } as const;
    expect(read(old, BOB, hangup)).to.equal('hung-up');
  });

  it('between two devices of ours is heard by party', () => {
    const peer = { userId: ALICE, deviceId: 'A2' };
    const calling = after(outgoing({ peer }), ...INVITED).call;
    const ringing = after(incoming({ id: 'our-laptop', version: 1 }, { peer }), ...RINGS).call;
    const answers = { kind: 'answer', callId: 'call', version: 1, answer, metadata, capabilities } as const;
    expect(read(calling, ALICE, { ...answers, partyId: 'our-phone' })).to.equal('answered');
    expect(read(calling, ALICE, { ...answers, partyId: 'us' })).to.equal('ignored: our own echo');
    const hangup = { kind: 'hangup', callId: 'call', version: 1, reason: 'user_hangup' } as const;
    expect(read(ringing, ALICE, { ...hangup, partyId: 'our-laptop' })).to.equal('hung-up');
  });
});
