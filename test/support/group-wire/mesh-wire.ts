import * as v from 'valibot';
import { integer, madeId, misfits, roomId, text } from './wire-schema.ts';

const DEPLOYED = 'com.famedly.call.member.';
const DOCUMENTED = 'm.call.';
const SHOWN = `${DEPLOYED}shown`;

/** All of them always: without one of them deployed apps hang up or ignore the event. */
const common = {
  call_id: madeId,
  party_id: madeId,
  conf_id: v.string(),
  room_id: roomId,
  version: v.literal('1'),
  device_id: text,
  sender_session_id: text,
  dest_session_id: text,
  seq: v.pipe(integer, v.minValue(0)),
};

const streams = v.record(
  text,
  v.strictObject({
    purpose: v.picklist(['m.usermedia', 'm.screenshare']),
    audio_muted: v.boolean(),
    video_muted: v.boolean(),
  }),
);
/** Each client reads one of the two names. */
const metadata = { sdp_stream_metadata: streams, 'org.matrix.msc3077.sdp_stream_metadata': streams };
const capabilities = v.strictObject({ 'm.call.transferee': v.boolean(), 'm.call.dtmf': v.boolean() });
const description = <Type extends string>(...types: Type[]) =>
  v.strictObject({ type: v.picklist(types), sdp: v.pipe(v.string(), v.startsWith('v=0')) });
const lifetime = v.pipe(integer, v.minValue(1));

const candidate = v.object({
  candidate: v.string(),
  sdpMid: v.nullish(v.string()),
  sdpMLineIndex: v.nullish(integer),
});
const reason = v.picklist([
  'ice_timeout',
  'ice_failed',
  'invite_timeout',
  'user_hangup',
  'user_media_failed',
  'user_busy',
  'unknown_error',
]);

const SCHEMAS: Readonly<Record<string, v.GenericSchema>> = {
  invite: v.strictObject({
    ...common,
    ...metadata,
    lifetime,
    invitee: text,
    invitee_device_id: text,
    offer: description('offer'),
    capabilities: v.optional(capabilities),
  }),
  answer: v.strictObject({
    ...common,
    ...metadata,
    answer: description('answer'),
    capabilities: v.optional(capabilities),
  }),
  candidates: v.strictObject({ ...common, candidates: v.array(candidate) }),
  select_answer: v.strictObject({ ...common, selected_party_id: text }),
  negotiate: v.strictObject({
    ...common,
    ...metadata,
    lifetime,
    description: description('offer', 'answer'),
  }),
  sdp_stream_metadata_changed: v.strictObject({ ...common, ...metadata }),
  hangup: v.strictObject({ ...common, reason }),
  reject: v.strictObject(common),
};
/** Pixels. */
const size = v.pipe(integer, v.minValue(0), v.maxValue(16_384));
const shown = v.strictObject({
  ...common,
  shown: v.strictObject({ 'm.usermedia': size, 'm.screenshare': size }),
});

export type MeshContent = Readonly<Record<string, unknown>>;

/** Which of the two names the type has; `null`: it is no event of a mesh. */
export function dialectOf(type: string): 'deployed' | 'documented' | null {
  if (type.startsWith(DEPLOYED)) return 'deployed';
  return type.startsWith(DOCUMENTED) ? 'documented' : null;
}

export function meshMisfits(type: string, content: MeshContent): string[] {
  // Between our own only: it has one name.
  if (type === SHOWN) return [...misfits(shown, content, 'shown'), ...partyMisfits(content)];
  const kind = type.replace(DEPLOYED, '').replace(DOCUMENTED, '');
  const schema = SCHEMAS[kind];
  if (!schema) return [`${type}: is not sent to devices`];
  return [...misfits(schema, content, kind), ...metadataMisfits(kind, content), ...partyMisfits(content)];
}

function partyMisfits({ party_id, device_id }: MeshContent): string[] {
  return party_id === device_id ? ['party_id: is the device id'] : [];
}

/** The map is complete: it names every stream that the description sends. */
function metadataMisfits(kind: string, content: MeshContent): string[] {
  const { sdp_stream_metadata: stable, 'org.matrix.msc3077.sdp_stream_metadata': unstable } = content;
  if (JSON.stringify(stable) !== JSON.stringify(unstable)) return [`${kind}: two different maps of streams`];
  const { sdp } = (content['offer'] ?? content['answer'] ?? content['description'] ?? {}) as { sdp?: string };
  const named = new Set(Object.keys(stable ?? {}));
  return sentStreams(sdp ?? '')
    .filter((id) => !named.has(id))
    .map(() => `${kind}: a stream without metadata`);
}

function sentStreams(sdp: string): string[] {
  const sections = sdp.split(/^m=/m).slice(1);
  const sending = sections.filter((section) => /^a=send(recv|only)\s*$/m.test(section));
  return sending.flatMap((section) =>
    [...section.matchAll(/^a=msid:(\S+)/gm)].map(([, id]) => id ?? '').filter((id) => id !== '-'),
  );
}
