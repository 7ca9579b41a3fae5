import * as v from 'valibot';

/*
 * Schemas of the contents of m.call.* events as they come in: lenient where deployed clients differ from the specification,
 * bounded where a hostile one could make us keep megabytes.
 */

/** A string of so many characters. */
const within = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.check(({ length }) => length >= least && length <= most),
  );
const positive = v.pipe(
  v.number(),
  v.check((value) => value >= 0 && value < Infinity),
);

const id = within(1, 255);
const sdp = within(1, 200_000);
const key = within(0, 255);
const flag = v.fallback(v.boolean(), false);
const lifetime = v.fallback(positive, 60_000);

/** A field that clients leave out, send as null or send malformed: then `null`. */
const orNull = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.nullish(schema, null), null);
const optionalId = orNull(id);
const optionalText = orNull(within(0, 1024));

const offer = v.object({ type: v.picklist(['offer']), sdp });
const answer = v.object({ type: v.picklist(['answer']), sdp });

const metadata = v.record(key, v.object({ purpose: key, audio_muted: flag, video_muted: flag }));
const someMetadata = {
  sdp_stream_metadata: orNull(metadata),
  'org.matrix.msc3077.sdp_stream_metadata': orNull(metadata),
};
export type MetadataContent = v.InferOutput<typeof metadata>;

const capabilities = v.fallback(v.object({ 'm.call.transferee': flag, 'm.call.dtmf': flag }), {
  'm.call.transferee': false,
  'm.call.dtmf': false,
});

const base = {
  call_id: id,
  party_id: optionalId,
  /** Version 0 came as a number; everything else is read as 1. */
  version: v.optional(v.unknown()),
};

export const candidateContent = v.object({
  candidate: within(0, 2048),
  sdpMid: orNull(key),
  sdpMLineIndex: orNull(
    v.pipe(
      positive,
      v.check((index) => Number.isInteger(index)),
    ),
  ),
});

export const inviteContent = v.object({
  ...base,
  ...someMetadata,
  lifetime,
  offer,
  invitee: v.nullish(id, null),
  invitee_device_id: v.nullish(id, null),
  capabilities,
});
export const answerContent = v.object({ ...base, ...someMetadata, answer, capabilities });
export const candidatesContent = v.object({
  ...base,
  candidates: v.pipe(
    v.array(v.unknown()),
    v.check(({ length }) => length <= 512),
  ),
});
export const selectAnswerContent = v.object({ ...base, selected_party_id: id });
export const reasonContent = v.object({ ...base, reason: v.optional(v.unknown()) });
export const negotiateContent = v.object({
  ...base,
  ...someMetadata,
  lifetime,
  description: v.object({ type: v.picklist(['offer', 'answer']), sdp }),
});
export const metadataChangedContent = v.object({ ...base, ...someMetadata });
export const replacesContent = v.object({
  ...base,
  replacement_id: id,
  target_user: orNull(v.object({ id, display_name: optionalText, avatar_url: optionalText })),
  create_call: optionalId,
  await_call: optionalId,
  target_room: optionalId,
});
export const rejectReplacementContent = v.object({ ...base, replacement_id: id });
export const assertedIdentityContent = v.object({
  ...base,
  asserted_identity: v.nullish(
    v.object({ id: optionalId, display_name: optionalText, avatar_url: optionalText }),
    null,
  ),
});
