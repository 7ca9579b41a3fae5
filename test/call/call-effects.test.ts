import { expect } from '@open-wc/testing';
import type { CallCommand } from '../../src/call/call-command.ts';
import type { CallContext } from '../../src/call/call-context.ts';
import {
  after,
  answer,
  ANSWERED,
  answeredBy,
  ANSWERS,
  BOB,
  bobsLaptop,
  bobsPhone,
  INVITED,
  incoming,
  metadata,
  offer,
  oldClient,
  outgoing,
  RINGS,
  sent,
  TALKS,
} from './calls.ts';

const one = { candidate: 'candidate:one' };
const two = { candidate: 'candidate:two' };
const inside = { candidate: 'candidate:inside' };
const end = { candidate: '' };

function orders(commands: readonly CallCommand[]): readonly string[] {
  return commands.map((command) => {
    if ('timer' in command) return `${command.do} ${command.timer}`;
    return command.do === 'send' ? `send ${command.event.kind}` : command.do;
  });
}

describe('placing a call', () => {
  it('invites one user for as long as the call lives, and only then', () => {
    const call = outgoing({ lifetime: 30_000 });
    expect(sent(after(call, ...INVITED.slice(0, 2)).commands)).to.deep.equal([]);
    const { commands } = after(call, ...INVITED);
    expect(sent(commands)).to.deep.equal([
      {
        kind: 'invite',
        callId: 'call',
        partyId: 'us',
        version: 1,
        lifetime: 30_000,
        offer,
        invitee: BOB,
        inviteeDeviceId: null,
        metadata,
        capabilities: { transferee: true, dtmf: true },
      },
    ]);
    expect(commands).to.deep.include({ do: 'start-timer', timer: 'lifetime-over', ms: 30_000 });
  });

  it('names the device where one is meant', () => {
    const [event] = sent(after(outgoing({ peer: { userId: BOB, deviceId: 'B2' } }), ...INVITED).commands);
    expect(event).to.include({ invitee: BOB, inviteeDeviceId: 'B2' });
  });

  it('keeps the candidates of every party and uses those of the one that answers', () => {
    const { call } = after(
      outgoing(),
      ...INVITED,
      { type: 'candidates', party: bobsPhone, candidates: [one] },
      { type: 'candidates', party: bobsLaptop, candidates: [inside] },
      { type: 'candidates', party: bobsPhone, candidates: [two] },
    );
    const { call: chosen, commands } = after(call, answeredBy(bobsPhone));
    expect(commands).to.deep.include({ do: 'add-candidates', candidates: [one, two] });
    expect(chosen).to.deep.include({ remoteParty: bobsPhone, remoteCandidates: [] });
  });

  it('keeps no more than an honest network has', () => {
    let { call } = after(outgoing(), ...INVITED);
    for (let party = 0; party < 100; party += 1) {
      const candidates = Array.from({ length: 300 }, () => one);
      const from = { id: `party ${party % 50}`, version: 1 } as const;
      call = after(call, { type: 'candidates', party: from, candidates }).call;
    }
    expect(call.remoteCandidates.length).to.be.at.most(32);
    const most = Math.max(...call.remoteCandidates.map(({ candidates }) => candidates.length));
    expect(most).to.be.at.most(256);
  });

  it('tells all devices of the callee whose answer it took', () => {
    const { commands } = after(outgoing(), ...INVITED, answeredBy(bobsPhone));
    expect(sent(commands)).to.deep.include({
      kind: 'select-answer',
      callId: 'call',
      partyId: 'us',
      version: 1,
      selectedPartyId: 'bobs-phone',
    });
    expect(orders(commands)).to.include.members([
      'accept-answer',
      'start-timer connect-over',
      'start-timer resend-due',
    ]);
  });

  it('tells nobody when an old client answered: it has no party to name', () => {
    expect(sent(after(outgoing(), ...INVITED, answeredBy(oldClient)).commands)).to.deep.equal([]);
    const nameless = { id: null, version: 1 } as const;
    expect(sent(after(outgoing(), ...INVITED, answeredBy(nameless)).commands)).to.deep.equal([]);
  });
});

describe('ringing', () => {
  it('prepares the answer and says nothing', () => {
    const { commands } = after(incoming(), ...RINGS);
    expect(orders(commands)).to.include.members(['start-timer lifetime-over', 'accept-offer']);
    expect(orders(commands)).not.to.include.members(['release-candidates', 'create-answer', 'open-media']);
    expect(sent(commands)).to.deep.equal([]);
  });

  it('lasts as long as the invite still lives, three minutes at most', () => {
    const ringFor = (remaining: number): unknown =>
      after(incoming(), { type: 'ring', offer, metadata, remaining }).commands;
    expect(ringFor(12_345)).to.deep.include({ do: 'start-timer', timer: 'lifetime-over', ms: 12_345 });
    expect(ringFor(9e9)).to.deep.include({ do: 'start-timer', timer: 'lifetime-over', ms: 180_000 });
  });

  it('keeps our candidates to itself and gives theirs to the connection, which holds them', () => {
    const { call, commands } = after(incoming(), ...RINGS, { type: 'local-candidates', candidates: [one] });
    expect(commands).to.deep.equal([]);
    expect(call.localCandidates).to.deep.equal([one]);
    const theirs = after(call, { type: 'candidates', party: bobsPhone, candidates: [two] });
    expect(theirs.commands).to.deep.equal([{ do: 'add-candidates', candidates: [two] }]);
  });
});

describe('answering', () => {
  it('opens microphone and camera and gives up after 30 s', () => {
    const { commands } = after(incoming(), ...ANSWERS);
    expect(commands).to.deep.include({ do: 'start-timer', timer: 'connect-over', ms: 30_000 });
    expect(orders(commands)[0]).to.equal('stop-timers');
    expect(orders(commands).at(-1)).to.equal('create-answer');
  });

  it('sends the answer, then what candidates it does not hold, and only then lets checks begin', () => {
    const { call } = after(incoming(), ...ANSWERS, {
      type: 'local-candidates',
      candidates: [inside, one, end],
    });
    const { call: next, commands } = after(call, { type: 'answer-ready', answer, metadata });
    expect(orders(commands).filter((order) => /^(send|release)/.test(order))).to.deep.equal([
      'send answer',
      'send candidates',
      'release-candidates',
    ]);
    expect(sent(commands)[1]).to.deep.include({ candidates: [one, end] });
    expect(next.localCandidates).to.deep.equal([]);
  });

  it('sends candidates as they come once the answer is out', () => {
    const { commands } = after(incoming(), ...ANSWERED, { type: 'local-candidates', candidates: [one] });
    expect(sent(commands)).to.have.length(1);
    expect(
      sent(after(incoming(), ...ANSWERED, { type: 'local-candidates', candidates: [] }).commands),
    ).to.have.length(0);
  });

  it('sends all candidates once more when there is no media after 3 s', () => {
    expect(after(incoming(), ...ANSWERED).commands).to.deep.include({
      do: 'start-timer',
      timer: 'resend-due',
      ms: 3_000,
    });
    expect(after(incoming(), ...ANSWERED, { type: 'resend-due' }).commands).to.deep.equal([
      { do: 'resend-candidates' },
    ]);
  });
});

describe('media that stops', () => {
  it('gets 2 s to come back by itself and 30 s in all', () => {
    const { commands } = after(incoming(), ...TALKS, { type: 'media-disconnected' });
    expect(commands).to.deep.include({ do: 'start-timer', timer: 'connect-over', ms: 30_000 });
    expect(commands).to.deep.include({ do: 'start-timer', timer: 'restart-due', ms: 2_000 });
  });

  it('is restarted at once when it failed; a second time through the relay alone', () => {
    const failed = after(incoming(), ...TALKS, { type: 'media-failed' });
    expect(failed.commands).to.deep.include({ do: 'restart-ice', relayOnly: false });
    const again = after(failed.call, { type: 'media-failed' });
    expect(again.commands).to.deep.include({ do: 'restart-ice', relayOnly: true });
    expect(orders(again.commands)).not.to.include('start-timer connect-over');
  });

  it('has all its chances again after it came back', () => {
    const { call, commands } = after(
      incoming(),
      ...TALKS,
      { type: 'media-failed' },
      { type: 'media-connected' },
    );
    expect(call.restarts).to.equal(0);
    expect(orders(commands)).to.include('stop-timers');
  });

  it('is restarted on another network, without counting as a failure', () => {
    const { call, commands } = after(incoming(), ...TALKS, { type: 'network-changed' });
    expect(commands).to.deep.equal([{ do: 'restart-ice', relayOnly: false }]);
    expect(call.restarts).to.equal(0);
  });
});

describe('while people talk', () => {
  it('what an offer says of streams counts, and its silence changes nothing', () => {
    const talk = after(incoming(), ...TALKS).call;
    const silent = after(talk, { type: 'negotiate', description: offer, metadata: null });
    expect(silent.call.remoteMetadata).to.equal(metadata);
    expect(silent.commands).to.deep.equal([{ do: 'negotiate', description: offer }]);
    expect(
      after(talk, { type: 'negotiate', description: offer, metadata: {} }).call.remoteMetadata,
    ).to.deep.equal({});
  });

  it('a description of ours goes out with all our streams', () => {
    const ready = { type: 'negotiation-ready', description: offer, metadata } as const;
    expect(sent(after(incoming(), ...TALKS, ready).commands)).to.deep.equal([
      {
        kind: 'negotiate',
        callId: 'call',
        partyId: 'us',
        version: 1,
        description: offer,
        lifetime: 30_000,
        metadata,
      },
    ]);
  });

  it('nothing is renegotiated with an old client', () => {
    const talk = after(incoming(oldClient), ...TALKS).call;
    expect(after(talk, { type: 'negotiate', description: offer, metadata }).commands).to.deep.equal([]);
    expect(after(talk, { type: 'negotiation-ready', description: offer, metadata }).commands).to.deep.equal(
      [],
    );
    expect(orders(after(talk, { type: 'media-failed' }).commands)).not.to.include('restart-ice');
    expect(orders(after(talk, { type: 'network-changed' }).commands)).not.to.include('restart-ice');
  });

  it('streams are told again only when something about them changed', () => {
    const talk = after(incoming(), ...TALKS).call;
    const change = (videoMuted: boolean): CallContext['localMetadata'] => ({
      stream: { ...metadata.stream, videoMuted },
    });
    const same = after(talk, { type: 'local-metadata', metadata: change(true) ?? {} });
    const other = after(talk, { type: 'local-metadata', metadata: change(false) ?? {} });
    expect(sent(same.commands)).to.deep.equal([]);
    expect(sent(other.commands).map(({ kind }) => kind)).to.deep.equal(['metadata-changed']);
  });

  it('hold is asked for once, and each side knows its own', () => {
    const held = after(incoming(), ...TALKS, { type: 'hold', onHold: true });
    expect(held.commands).to.deep.equal([{ do: 'set-remote-on-hold', onHold: true }]);
    expect(after(held.call, { type: 'hold', onHold: true }).commands).to.deep.equal([]);
    const both = after(held.call, { type: 'held', onHold: true }).call;
    expect(both).to.include({ remoteOnHold: true, localOnHold: true, state: 'connected' });
  });

  it('a transfer that is offered can be refused once', () => {
    const target = { userId: '@carol:hs', displayName: null, avatarUrl: null };
    const own = { callId: 'call', partyId: 'bobs-phone', version: 1 } as const;
    const places = { createCall: 'next', awaitCall: null, targetRoom: null };
    const told = { kind: 'replaces', ...own, replacementId: 'r', target, ...places } as const;
    const offered = after(incoming(), ...TALKS, { type: 'transfer-offered', offer: told });
    expect(offered.call.transferOffer).to.equal(told);
    const refused = after(offered.call, { type: 'reject-transfer' });
    expect(sent(refused.commands)).to.deep.equal([
      { kind: 'reject-replacement', callId: 'call', partyId: 'us', version: 1, replacementId: 'r' },
    ]);
    expect(after(refused.call, { type: 'reject-transfer' }).commands).to.deep.equal([]);
  });

  it('events to an old client are of its version', () => {
    const talk = after(incoming(oldClient), ...TALKS).call;
    const [candidates] = sent(after(talk, { type: 'local-candidates', candidates: [one] }).commands);
    expect(candidates).to.include({ version: 0 });
  });
});
