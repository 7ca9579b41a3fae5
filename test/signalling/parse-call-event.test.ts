import { expect } from '@open-wc/testing';
import type { CallEvent } from '../../src/signalling/call-event.ts';
import { parseCallEvent } from '../../src/signalling/parse-call-event.ts';

const STABLE = 'sdp_stream_metadata';
const UNSTABLE = 'org.matrix.msc3077.sdp_stream_metadata';
const base = { call_id: 'call', party_id: 'party', version: '1' };
const invite = { ...base, lifetime: 60_000, offer: { type: 'offer', sdp: 'v=0' } };
const answer = { ...base, answer: { type: 'answer', sdp: 'v=0' } };
const usermedia = { purpose: 'm.usermedia', audio_muted: false, video_muted: true };

function parsed(type: string, content: unknown): CallEvent {
  const result = parseCallEvent(type, content);
  if (result?.ok !== true) throw new Error(`refused: ${result?.reason ?? 'unknown type'}`);
  return result.event;
}

function refused(type: string, content: unknown): string | null {
  const result = parseCallEvent(type, content);
  return result?.ok === false ? result.reason : null;
}

describe('an event type', () => {
  it('that is none of ours is nobody’s concern', () => {
    for (const type of ['m.room.message', 'm.call.member', 'toString', '__proto__', 'constructor', '']) {
      expect(parseCallEvent(type, base), type).to.equal(null);
    }
  });

  it('is read under its older name, too', () => {
    const streams = { ...base, [STABLE]: { s: usermedia } };
    expect(parsed('org.matrix.call.sdp_stream_metadata_changed', streams)).to.deep.equal(
      parsed('m.call.sdp_stream_metadata_changed', streams),
    );
    const identity = { ...base, asserted_identity: { id: '@a:b' } };
    expect(parsed('org.matrix.call.asserted_identity', identity)).to.deep.equal(
      parsed('m.call.asserted_identity', identity),
    );
  });
});

describe('what every event has', () => {
  it('is refused without a call id, and names it', () => {
    for (const callId of [undefined, null, 7, '', {}, 'x'.repeat(256)]) {
      expect(refused('m.call.hangup', { ...base, call_id: callId }), JSON.stringify(callId)).to.equal(
        'call_id',
      );
    }
    expect(refused('m.call.hangup', null)).to.equal('not an object');
    expect(refused('m.call.hangup', 'text')).to.equal('not an object');
  });

  it('counts as version 0 only when it says 0', () => {
    const versionOf = (version: unknown): number => parsed('m.call.hangup', { ...base, version }).version;
    expect([0, '0'].map(versionOf)).to.deep.equal([0, 0]);
    expect(['1', 1, '2', 'org.matrix.x', undefined, null, {}].map(versionOf)).to.deep.equal([
      1, 1, 1, 1, 1, 1, 1,
    ]);
  });

  it('has any string as its party, or none', () => {
    const partyOf = (party: unknown): string | null =>
      parsed('m.call.hangup', { ...base, party_id: party }).partyId;
    expect(partyOf('gor1Gt5BCIlyrxjyHnaEJQ==')).to.equal('gor1Gt5BCIlyrxjyHnaEJQ==');
    expect(partyOf('a+b/c=')).to.equal('a+b/c=');
    expect([undefined, null, 3, {}, ''].map(partyOf)).to.deep.equal([null, null, null, null, null]);
  });

  it('keeps our own party in an event of version 0, so that we know our echo', () => {
    expect(parsed('m.call.hangup', { ...base, version: 0 }).partyId).to.equal('party');
  });
});

describe('an invite', () => {
  it('lives a minute where it does not say how long', () => {
    const lifetimeOf = (lifetime: unknown): unknown => parsed('m.call.invite', { ...invite, lifetime });
    for (const odd of [undefined, null, 'soon', -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(lifetimeOf(odd), String(odd)).to.have.property('lifetime', 60_000);
    }
    expect(lifetimeOf(10_000.5)).to.have.property('lifetime', 10_000.5);
  });

  it('may name nobody, everybody’s client leaves that out or sends null', () => {
    for (const nobody of [undefined, null]) {
      const event = parsed('m.call.invite', { ...invite, invitee: nobody, invitee_device_id: nobody });
      expect(event).to.include({ invitee: null, inviteeDeviceId: null });
    }
  });

  it('is refused where it names somebody in a way that we cannot read: it may not be for us', () => {
    expect(refused('m.call.invite', { ...invite, invitee: 7 })).to.equal('invitee');
    expect(refused('m.call.invite', { ...invite, invitee_device_id: ['x'] })).to.equal('invitee_device_id');
  });

  it('needs an offer', () => {
    expect(refused('m.call.invite', { ...invite, offer: undefined })).to.equal('offer');
    expect(refused('m.call.invite', { ...invite, offer: answer.answer })).to.equal('offer.type');
    expect(refused('m.call.invite', { ...invite, offer: { type: 'offer' } })).to.equal('offer.sdp');
    expect(
      refused('m.call.invite', { ...invite, offer: { type: 'offer', sdp: 'x'.repeat(200_001) } }),
    ).to.equal('offer.sdp');
  });

  it('can do nothing that it does not claim', () => {
    const none = { transferee: false, dtmf: false };
    for (const capabilities of [undefined, null, 'all', { 'm.call.dtmf': 'yes' }]) {
      expect(parsed('m.call.invite', { ...invite, capabilities })).to.deep.include({ capabilities: none });
    }
    const some = { 'm.call.transferee': true, 'm.call.dtmf': false };
    expect(parsed('m.call.invite', { ...invite, capabilities: some })).to.deep.include({
      capabilities: { transferee: true, dtmf: false },
    });
  });
});

describe('what an event says of streams', () => {
  const streamsOf = (content: object): unknown =>
    (parsed('m.call.answer', { ...answer, ...content }) as { metadata: unknown }).metadata;
  const read = { s: { purpose: 'm.usermedia', audioMuted: false, videoMuted: true } };

  it('is read under either key, the stable one first', () => {
    expect(streamsOf({ [STABLE]: { s: usermedia } })).to.deep.equal(read);
    expect(streamsOf({ [UNSTABLE]: { s: usermedia } })).to.deep.equal(read);
    expect(streamsOf({ [STABLE]: { s: usermedia }, [UNSTABLE]: { t: usermedia } })).to.deep.equal(read);
  });

  it('is nothing where there is nothing, or nothing that makes sense', () => {
    expect(streamsOf({})).to.equal(null);
    expect(streamsOf({ [STABLE]: 'streams' })).to.equal(null);
    expect(streamsOf({ [STABLE]: null, [UNSTABLE]: { s: usermedia } })).to.deep.equal(read);
    expect(streamsOf({ [STABLE]: {} })).to.deep.equal({});
  });

  it('leaves out streams of purposes that we do not know', () => {
    expect(
      streamsOf({ [STABLE]: { s: usermedia, t: { ...usermedia, purpose: 'm.hologram' } } }),
    ).to.deep.equal(read);
  });

  it('counts as not muted where it does not say', () => {
    expect(streamsOf({ [STABLE]: { s: { purpose: 'm.screenshare', video_muted: 'no' } } })).to.deep.equal({
      s: { purpose: 'm.screenshare', audioMuted: false, videoMuted: false },
    });
  });

  it('is what a change of streams is about', () => {
    expect(refused('m.call.sdp_stream_metadata_changed', base)).to.equal('sdp_stream_metadata');
  });

  it('cannot reach into our objects', () => {
    const content = JSON.parse(
      `{"${STABLE}":{"__proto__":{"purpose":"m.usermedia"},"constructor":{"purpose":"m.usermedia"}}}`,
    ) as object;
    const streams = streamsOf(content) as object;
    expect(Object.getPrototypeOf(streams)).to.equal(Object.prototype);
    expect(({} as { purpose?: unknown }).purpose).to.equal(undefined);
  });
});

describe('candidates', () => {
  const listOf = (candidates: unknown[]): unknown =>
    (parsed('m.call.candidates', { ...base, candidates }) as { candidates: unknown }).candidates;

  it('keep the good entries of a list with bad ones', () => {
    const good = { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0 };
    const long = { candidate: 'x'.repeat(2_049) };
    expect(listOf([null, 7, 'text', {}, { candidate: 9 }, long, good])).to.deep.equal([good]);
  });

  it('keep the end marker', () => {
    const [end] = listOf([{ candidate: '' }]) as [{ candidate: string }];
    expect(end.candidate).to.equal('');
  });

  it('do without a place in the description, or with a senseless one', () => {
    expect(listOf([{ candidate: 'c', sdpMid: null, sdpMLineIndex: null }])).to.deep.equal([
      { candidate: 'c', sdpMid: undefined, sdpMLineIndex: undefined },
    ]);
    expect(listOf([{ candidate: 'c', sdpMid: 3, sdpMLineIndex: -1.5 }])).to.deep.equal([
      { candidate: 'c', sdpMid: undefined, sdpMLineIndex: undefined },
    ]);
  });

  it('are refused when they are no list, or longer than any', () => {
    expect(refused('m.call.candidates', { ...base, candidates: {} })).to.equal('candidates');
    const many = Array.from({ length: 513 }, () => ({ candidate: 'c' }));
    expect(refused('m.call.candidates', { ...base, candidates: many })).to.equal('candidates');
  });
});

describe('the reason of a hangup', () => {
  const reasons: readonly (readonly [unknown, string])[] = [
    ['ice_timeout', 'ice_timeout'],
    ['ice_failed', 'ice_failed'],
    ['invite_timeout', 'invite_timeout'],
    ['user_hangup', 'user_hangup'],
    ['user_media_failed', 'user_media_failed'],
    ['user_busy', 'user_busy'],
    ['unknown_error', 'unknown_error'],
    ['replaced', 'replaced'],
    ['answered_elsewhere', 'answered_elsewhere'],
    ['transferred', 'transferred'],
    ['new_session', 'new_session'],
    ['no_user_media', 'user_media_failed'],
    ['signalling_timeout', 'unknown_error'],
    // Famedly's apps.
    ['userHangup', 'user_hangup'],
    [undefined, 'user_hangup'],
    [null, 'user_hangup'],
    [{}, 'user_hangup'],
    ['<b>bold</b>', 'user_hangup'],
    ['__proto__', 'user_hangup'],
  ];
  for (const [sent, read] of reasons) {
    it(`${sent === undefined ? 'none' : JSON.stringify(sent)} is read as ${read}`, () => {
      for (const type of ['m.call.hangup', 'm.call.reject']) {
        expect(parsed(type, { ...base, reason: sent })).to.have.property('reason', read);
      }
    });
  }
});

describe('an answer that is chosen', () => {
  it('is nobody’s where it names no party', () => {
    expect(refused('m.call.select_answer', base)).to.equal('selected_party_id');
    expect(refused('m.call.select_answer', { ...base, selected_party_id: 7 })).to.equal('selected_party_id');
    expect(parsed('m.call.select_answer', { ...base, selected_party_id: 'x' })).to.include({
      selectedPartyId: 'x',
    });
  });
});

describe('a transfer and an identity', () => {
  it('keep what they tell and leave out what is malformed', () => {
    const content = {
      ...base,
      replacement_id: 'r',
      target_user: { id: '@c:d', display_name: 9 },
      create_call: {},
    };
    expect(parsed('m.call.replaces', content)).to.deep.include({
      target: { userId: '@c:d', displayName: null, avatarUrl: null },
      createCall: null,
    });
    expect(parsed('m.call.replaces', { ...content, target_user: 'Carol' })).to.include({ target: null });
  });

  it('revert where the identity is null, and are refused where it is none', () => {
    expect(parsed('m.call.asserted_identity', { ...base, asserted_identity: null })).to.include({
      identity: null,
    });
    expect(refused('m.call.asserted_identity', { ...base, asserted_identity: 'Carol' })).to.equal(
      'asserted_identity',
    );
  });
});
