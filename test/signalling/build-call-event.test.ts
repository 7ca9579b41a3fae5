import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { buildCallEvent } from '../../src/signalling/build-call-event.ts';
import type { CallEvent } from '../../src/signalling/call-event.ts';
import { parseCallEvent } from '../../src/signalling/parse-call-event.ts';
import { anyCallEvent, CALL_EVENTS } from './call-events.ts';
import { sentContentFaults } from './sent-content-faults.ts';

function overJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

const own = { callId: 'call', partyId: 'party', version: 1 } as const;

describe('call events that we send', () => {
  for (const [kind, events] of Object.entries(CALL_EVENTS)) {
    it(`arrive as they were meant: ${kind}`, () => {
      fc.assert(
        fc.property(events as fc.Arbitrary<CallEvent>, (event) => {
          for (const { type, content } of buildCallEvent(event)) {
            const parsed = parseCallEvent(type, overJson(content));
            expect(overJson(parsed)).to.deep.equal({ ok: true, event: overJson(event) });
          }
        }),
      );
    });
  }

  it('are readable for deployed clients', () => {
    fc.assert(
      fc.property(anyCallEvent, (event) => {
        for (const { type, content } of buildCallEvent(event)) {
          expect(sentContentFaults(type, content), type).to.deep.equal([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('tell of streams under both keys, and of none under neither', () => {
    const stream = { purpose: 'm.usermedia', audioMuted: false, videoMuted: true } as const;
    const [told] = buildCallEvent({ kind: 'metadata-changed', ...own, metadata: { s: stream } });
    const expected = { s: { purpose: 'm.usermedia', audio_muted: false, video_muted: true } };
    expect(told?.content['sdp_stream_metadata']).to.deep.equal(expected);
    expect(told?.content['org.matrix.msc3077.sdp_stream_metadata']).to.deep.equal(expected);

    const description = { type: 'offer', sdp: 'v=0' } as const;
    const [silent] = buildCallEvent({ kind: 'negotiate', ...own, description, lifetime: 1, metadata: null });
    expect(silent?.content).not.to.have.any.keys(
      'sdp_stream_metadata',
      'org.matrix.msc3077.sdp_stream_metadata',
    );
  });

  it('speak version "1" as text and version 0 as a number', () => {
    const versionOf = (version: 0 | 1): unknown =>
      buildCallEvent({ kind: 'hangup', ...own, version, reason: 'user_hangup' })[0]?.content['version'];
    expect(versionOf(1)).to.equal('1');
    expect(versionOf(0)).to.equal(0);
  });

  it('assert an identity under the stable and the older name', () => {
    const types = buildCallEvent({ kind: 'asserted-identity', ...own, identity: null }).map(
      ({ type }) => type,
    );
    expect(types).to.deep.equal(['m.call.asserted_identity', 'org.matrix.call.asserted_identity']);
  });
});
