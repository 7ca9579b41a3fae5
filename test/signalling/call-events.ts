import * as fc from 'fast-check';
import type { CallEvent, CallEventKind } from '../../src/signalling/call-event.ts';

/** As we make them. */
const id = fc.stringMatching(/^[0-9A-Za-z._~-]{1,64}$/);
const orNull = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: null });
const text = fc.string({ maxLength: 60 });
const sdp = fc.string({ minLength: 1, maxLength: 200 });
const lifetime = fc.nat({ max: 600_000 });

const base = { callId: id, partyId: orNull(id), version: fc.constantFrom(0 as const, 1 as const) };
const offer = fc.record({ type: fc.constant('offer' as const), sdp });
const answer = fc.record({ type: fc.constant('answer' as const), sdp });
const capabilities = fc.record({ transferee: fc.boolean(), dtmf: fc.boolean() });
const streams = fc.dictionary(
  fc.stringMatching(/^[0-9a-f-]{8,36}$/),
  fc.record({
    purpose: fc.constantFrom('m.usermedia' as const, 'm.screenshare' as const),
    audioMuted: fc.boolean(),
    videoMuted: fc.boolean(),
  }),
  { noNullPrototype: true, maxKeys: 3 },
);
const candidate = fc.record(
  { candidate: fc.string({ maxLength: 200 }), sdpMid: text, sdpMLineIndex: fc.nat({ max: 9 }) },
  { requiredKeys: ['candidate'] },
);
const reason = fc.constantFrom(
  ...(['ice_timeout', 'ice_failed', 'invite_timeout', 'user_hangup', 'user_media_failed'] as const),
  ...(['user_busy', 'unknown_error'] as const),
);
const profile = { displayName: orNull(text), avatarUrl: orNull(text) };

/** Everything that can be said, by kind. */
export const CALL_EVENTS: {
  readonly [Kind in CallEventKind]: fc.Arbitrary<Extract<CallEvent, { readonly kind: Kind }>>;
} = {
  invite: fc.record({
    kind: fc.constant('invite'),
    ...base,
    lifetime,
    offer,
    invitee: orNull(id),
    inviteeDeviceId: orNull(id),
    metadata: orNull(streams),
    capabilities,
  }),
  answer: fc.record({
    kind: fc.constant('answer'),
    ...base,
    answer,
    metadata: orNull(streams),
    capabilities,
  }),
  candidates: fc.record({
    kind: fc.constant('candidates'),
    ...base,
    candidates: fc.array(candidate, { maxLength: 6 }),
  }),
  'select-answer': fc.record({ kind: fc.constant('select-answer'), ...base, selectedPartyId: id }),
  reject: fc.record({ kind: fc.constant('reject'), ...base, reason }),
  hangup: fc.record({ kind: fc.constant('hangup'), ...base, reason }),
  negotiate: fc.record({
    kind: fc.constant('negotiate'),
    ...base,
    description: fc.oneof(offer, answer),
    lifetime,
    metadata: orNull(streams),
  }),
  'metadata-changed': fc.record({ kind: fc.constant('metadata-changed'), ...base, metadata: streams }),
  replaces: fc.record({
    kind: fc.constant('replaces'),
    ...base,
    replacementId: id,
    target: orNull(fc.record({ userId: id, ...profile })),
    createCall: orNull(id),
    awaitCall: orNull(id),
    targetRoom: orNull(id),
  }),
  'reject-replacement': fc.record({ kind: fc.constant('reject-replacement'), ...base, replacementId: id }),
  'asserted-identity': fc.record({
    kind: fc.constant('asserted-identity'),
    ...base,
    identity: orNull(fc.record({ userId: orNull(id), ...profile })),
  }),
};

export const anyCallEvent: fc.Arbitrary<CallEvent> = fc.oneof(...Object.values(CALL_EVENTS));
