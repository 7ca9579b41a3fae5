import * as v from 'valibot';
import { anything, oneOf, orNull, within } from '../foundation/schemas.ts';
import type { CallEventKind } from './call-event.ts';

/*
 * Schemas of the contents of m.call.* events as they come in: lenient where deployed clients differ from the specification,
 * bounded where a hostile one could make us keep megabytes.
 */

const id = within(1, 255);
const sdp = within(1, 200_000);
const key = within(0, 255);
const flag = v.fallback(oneOf(true, false), false);
const isPositive = (value: unknown) => typeof value === 'number' && value >= 0 && value < Infinity;
const lifetime = v.fallback(v.custom<number>(isPositive), 60_000);

const optionalId = orNull(id);
/** Who it is for: what we cannot read may be somebody else. */
const invitee = v.nullish(id, null);
const text = orNull(within(0, 1024));
const names = { display_name: text, avatar_url: text };
const reason = v.nullish(anything, null);

const metadata = v.record(key, v.object({ purpose: key, audio_muted: flag, video_muted: flag }));
const someMetadata = {
  sdp_stream_metadata: orNull(metadata),
  'org.matrix.msc3077.sdp_stream_metadata': orNull(metadata),
};
export type MetadataContent = v.InferOutput<typeof metadata>;
export interface ProfileContent {
  readonly id: string | null;
  readonly display_name: string | null;
  readonly avatar_url: string | null;
}

const capabilities = v.fallback(v.object({ 'm.call.transferee': flag, 'm.call.dtmf': flag }), {
  'm.call.transferee': false,
  'm.call.dtmf': false,
});

const base = {
  call_id: id,
  party_id: optionalId,
  /** Version 0 came as a number; everything else is read as 1. */
  version: v.nullish(anything),
};

export const candidateContent = v.object({
  candidate: within(0, 2048),
  sdpMid: orNull(key),
  sdpMLineIndex: orNull(v.custom<number>((value) => isPositive(value) && Number.isInteger(value))),
});

/** By the kind of the event. */
export const CALL_CONTENT = {
  invite: v.object({
    ...base,
    ...someMetadata,
    lifetime,
    offer: v.object({ type: oneOf('offer'), sdp }),
    invitee,
    invitee_device_id: invitee,
    capabilities,
  }),
  answer: v.object({
    ...base,
    ...someMetadata,
    answer: v.object({ type: oneOf('answer'), sdp }),
    capabilities,
  }),
  candidates: v.object({
    ...base,
    candidates: v.custom<unknown[]>((value) => Array.isArray(value) && value.length <= 512),
  }),
  'select-answer': v.object({ ...base, selected_party_id: id }),
  reject: v.object({ ...base, reason }),
  hangup: v.object({ ...base, reason }),
  negotiate: v.object({
    ...base,
    ...someMetadata,
    lifetime,
    description: v.object({ type: oneOf('offer', 'answer'), sdp }),
  }),
  'metadata-changed': v.object({ ...base, ...someMetadata }),
  replaces: v.object({
    ...base,
    replacement_id: id,
    target_user: orNull(v.object({ id, ...names })),
    create_call: optionalId,
    await_call: optionalId,
    target_room: optionalId,
  }),
  'reject-replacement': v.object({ ...base, replacement_id: id }),
  'asserted-identity': v.object({
    ...base,
    asserted_identity: v.nullish(v.object({ id: optionalId, ...names }), null),
  }),
} as const satisfies Record<CallEventKind, v.GenericSchema>;
