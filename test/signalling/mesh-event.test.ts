import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { CallEvent } from '../../src/signalling/call-event.ts';
import { buildMeshEvent, parseMeshEvent } from '../../src/signalling/mesh-event.ts';
import type { MeshEvent } from '../../src/signalling/mesh-event.ts';
import { anyCallEvent } from './call-events.ts';
import { meshContentFaults } from './mesh-content-faults.ts';

const DEPLOYED = 'com.famedly.call.member.';
const id = fc.stringMatching(/^[0-9A-Za-z._~=+/-]{1,64}$/);
const anyMeshEvent: fc.Arbitrary<MeshEvent> = fc.record({
  event: anyCallEvent,
  roomId: id.map((name) => `!${name}:hs`),
  confId: fc.oneof(fc.constant(''), id),
  senderDeviceId: id,
  senderSessionId: id,
  destSessionId: id,
  seq: fc.nat(),
});
const dialect = fc.constantFrom('deployed' as const, 'documented' as const);

function overJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

const hangup: CallEvent = {
  kind: 'hangup',
  callId: 'call',
  partyId: 'party',
  version: 1,
  reason: 'user_hangup',
};
const mesh: MeshEvent = {
  event: hangup,
  roomId: '!room:hs',
  confId: '!room:hs',
  senderDeviceId: 'A',
  senderSessionId: 'session-a',
  destSessionId: 'session-b',
  seq: 3,
};
const { content } = buildMeshEvent(mesh, 'deployed');

describe('call events from device to device', () => {
  it('arrive as they were meant, in both dialects', () => {
    fc.assert(
      fc.property(anyMeshEvent, dialect, (event, spoken) => {
        const built = buildMeshEvent(event, spoken);
        const parsed = parseMeshEvent(built.type, overJson(built.content));
        expect(overJson(parsed)).to.deep.equal({ ok: true, event: overJson(event) });
      }),
      { numRuns: 500 },
    );
  });

  it('are readable for deployed and documented clients', () => {
    fc.assert(
      fc.property(anyMeshEvent, dialect, (event, spoken) => {
        const built = buildMeshEvent(event, spoken);
        expect(meshContentFaults(built.type, overJson(built.content), spoken), built.type).to.deep.equal([]);
      }),
      { numRuns: 500 },
    );
  });

  it('go out under the name that the peer reads', () => {
    expect(buildMeshEvent(mesh, 'deployed').type).to.equal('com.famedly.call.member.hangup');
    expect(buildMeshEvent(mesh, 'documented').type).to.equal('m.call.hangup');
    const identity: CallEvent = { ...hangup, kind: 'asserted-identity', identity: null };
    expect(buildMeshEvent({ ...mesh, event: identity }, 'deployed').type).to.equal(
      'com.famedly.call.member.asserted_identity',
    );
  });

  it('of other kinds are nobody’s concern', () => {
    for (const type of [
      'encryption_keys',
      'encryption_keys_request',
      'reaction',
      '',
      'toString',
      'm.call.invite',
    ]) {
      expect(parseMeshEvent(DEPLOYED + type, content), type).to.equal(null);
    }
    for (const type of [
      'com.famedly.call.member',
      'com.famedly.call.encryption_keys',
      'm.room.message',
      '',
    ]) {
      expect(parseMeshEvent(type, content), type).to.equal(null);
    }
  });

  const hostile = [undefined, null, 7, '', {}, [], 'x'.repeat(256)];
  for (const field of ['room_id', 'device_id', 'sender_session_id', 'dest_session_id'] as const) {
    it(`are refused without ${field}, and name it`, () => {
      for (const value of hostile) {
        const parsed = parseMeshEvent('m.call.hangup', { ...content, [field]: value });
        expect(parsed, JSON.stringify(value)).to.deep.equal({ ok: false, reason: field });
      }
    });
  }

  it('are refused with a seq that is no count', () => {
    for (const seq of [undefined, null, '0', -1, 0.5, Number.NaN, Infinity, 2 ** 53]) {
      const parsed = parseMeshEvent('m.call.hangup', { ...content, seq });
      expect(parsed, String(seq)).to.deep.equal({ ok: false, reason: 'seq' });
    }
  });

  it('may name the whole-room call by nothing, but not leave it out', () => {
    const named = (confId: unknown) => parseMeshEvent('m.call.hangup', { ...content, conf_id: confId });
    expect(named('')?.ok).to.equal(true);
    for (const confId of [undefined, null, 7, 'x'.repeat(256)]) {
      expect(named(confId), String(confId)).to.deep.equal({ ok: false, reason: 'conf_id' });
    }
  });

  it('are refused for what is wrong with the call event itself', () => {
    const parsed = parseMeshEvent(`${DEPLOYED}candidates`, { ...content, candidates: 'none' });
    expect(parsed).to.deep.equal({ ok: false, reason: 'candidates' });
    for (const value of [null, 'text', 7, []])
      expect(parseMeshEvent(`${DEPLOYED}hangup`, value)?.ok).to.equal(false);
  });
});
