import type { CallEventKind } from './call-event.ts';

/** The Matrix types that an event goes out under, and is read under. */
export const EVENT_TYPES = {
  invite: ['m.call.invite'],
  answer: ['m.call.answer'],
  candidates: ['m.call.candidates'],
  'select-answer': ['m.call.select_answer'],
  reject: ['m.call.reject'],
  hangup: ['m.call.hangup'],
  negotiate: ['m.call.negotiate'],
  'metadata-changed': ['m.call.sdp_stream_metadata_changed'],
  replaces: ['m.call.replaces'],
  'reject-replacement': ['m.call.reject_replacement'],
  // Stable only by custom (MSC3086): old clients read the other name.
  'asserted-identity': ['m.call.asserted_identity', 'org.matrix.call.asserted_identity'],
} as const satisfies Record<CallEventKind, readonly string[]>;

const KINDS: ReadonlyMap<string, CallEventKind> = new Map([
  ...(Object.keys(EVENT_TYPES) as CallEventKind[]).flatMap((kind) =>
    EVENT_TYPES[kind].map((type) => [type, kind] as const),
  ),
  ['org.matrix.call.sdp_stream_metadata_changed', 'metadata-changed'],
]);

/** `undefined`: the type is none of ours. */
export function kindOf(type: string): CallEventKind | undefined {
  return KINDS.get(type);
}
