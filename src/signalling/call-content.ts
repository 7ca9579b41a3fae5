import * as v from 'valibot';

/*
 * Schemas of the contents of m.call.* events as they come in: lenient where deployed clients differ from the specification,
 * bounded where a hostile one could make us keep megabytes.
 */

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const sdp = v.pipe(v.string(), v.minLength(1), v.maxLength(200_000));
const text = v.pipe(v.string(), v.maxLength(1024));
const flag = v.fallback(v.boolean(), false);
const lifetime = v.fallback(v.pipe(v.number(), v.finite(), v.minValue(0)), 60_000);

/** A field that clients leave out, send as null or send malformed: then `null`. */
const orNull = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.nullable(schema), null);
const optionalId = v.optional(orNull(id), null);
const optionalText = v.optional(orNull(text), null);

const offer = v.object({ type: v.literal('offer'), sdp });
const answer = v.object({ type: v.literal('answer'), sdp });

const metadata = v.record(
  v.pipe(v.string(), v.maxLength(255)),
  v.object({
    purpose: v.pipe(v.string(), v.maxLength(255)),
    audio_muted: v.optional(flag, false),
    video_muted: v.optional(flag, false),
  }),
);
const someMetadata = {
  sdp_stream_metadata: v.optional(orNull(metadata), null),
  'org.matrix.msc3077.sdp_stream_metadata': v.optional(orNull(metadata), null),
};
export type MetadataContent = v.InferOutput<typeof metadata>;

const capabilities = v.optional(
  v.fallback(
    v.object({
      'm.call.transferee': v.optional(flag, false),
      'm.call.dtmf': v.optional(flag, false),
    }),
    { 'm.call.transferee': false, 'm.call.dtmf': false },
  ),
  {},
);

const base = {
  call_id: id,
  party_id: optionalId,
  /** Version 0 came as a number; everything else is read as 1. */
  version: v.optional(v.unknown()),
};

const candidate = v.object({
  candidate: v.pipe(v.string(), v.maxLength(2048)),
  sdpMid: v.optional(v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(255))), null)),
  sdpMLineIndex: v.optional(v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))), null)),
});

export const inviteContent = v.object({
  ...base,
  ...someMetadata,
  lifetime: v.optional(lifetime, 60_000),
  offer,
  invitee: v.optional(v.nullable(id), null),
  invitee_device_id: v.optional(v.nullable(id), null),
  capabilities,
});
export const answerContent = v.object({ ...base, ...someMetadata, answer, capabilities });
export const candidatesContent = v.object({
  ...base,
  candidates: v.pipe(v.array(v.unknown()), v.maxLength(512)),
});
export const candidateContent = candidate;
export const selectAnswerContent = v.object({ ...base, selected_party_id: id });
export const reasonContent = v.object({ ...base, reason: v.optional(v.unknown()) });
export const negotiateContent = v.object({
  ...base,
  ...someMetadata,
  lifetime: v.optional(lifetime, 60_000),
  description: v.union([offer, answer]),
});
export const metadataChangedContent = v.object({ ...base, ...someMetadata });
export const replacesContent = v.object({
  ...base,
  replacement_id: id,
  target_user: v.optional(
    orNull(v.object({ id, display_name: optionalText, avatar_url: optionalText })),
    null,
  ),
  create_call: optionalId,
  await_call: optionalId,
  target_room: optionalId,
});
export const rejectReplacementContent = v.object({ ...base, replacement_id: id });
export const assertedIdentityContent = v.object({
  ...base,
  asserted_identity: v.optional(
    v.nullable(v.object({ id: optionalId, display_name: optionalText, avatar_url: optionalText })),
    null,
  ),
});
