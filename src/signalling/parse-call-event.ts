import * as v from 'valibot';
import {
  answerContent,
  assertedIdentityContent,
  candidateContent,
  candidatesContent,
  inviteContent,
  metadataChangedContent,
  negotiateContent,
  reasonContent,
  rejectReplacementContent,
  replacesContent,
  selectAnswerContent,
} from './call-content.ts';
import type { MetadataContent } from './call-content.ts';
import type { CallEvent } from './call-event.ts';
import { readHangupReason } from './hangup-reason.ts';
import type { IceCandidate } from './session-description.ts';
import type { StreamMetadata, StreamMetadataMap } from './stream-metadata.ts';

export type ParsedCallEvent =
  | { readonly ok: true; readonly event: CallEvent }
  /** `reason` names the field, never its content. */
  | { readonly ok: false; readonly reason: string };

interface BaseContent {
  readonly call_id: string;
  readonly party_id: string | null;
  readonly version?: unknown;
}

interface SomeMetadata {
  readonly sdp_stream_metadata: MetadataContent | null;
  readonly 'org.matrix.msc3077.sdp_stream_metadata': MetadataContent | null;
}

function base(content: BaseContent) {
  const version = content.version === 0 || content.version === '0' ? 0 : 1;
  return {
    callId: content.call_id,
    partyId: content.party_id,
    version,
  } as const;
}

/** Streams of unknown purpose are left out; `null` where the event says nothing of streams. */
function metadata(content: SomeMetadata): StreamMetadataMap | null {
  const map = content.sdp_stream_metadata ?? content['org.matrix.msc3077.sdp_stream_metadata'] ?? null;
  if (map === null) return null;
  const streams = Object.entries(map).flatMap(([id, stream]): [string, StreamMetadata][] => {
    const { purpose } = stream;
    if (purpose !== 'm.usermedia' && purpose !== 'm.screenshare') return [];
    return [[id, { purpose, audioMuted: stream.audio_muted, videoMuted: stream.video_muted }]];
  });
  return Object.fromEntries(streams);
}

function candidates(list: readonly unknown[]): IceCandidate[] {
  return list.flatMap((item) => {
    const parsed = v.safeParse(candidateContent, item);
    if (!parsed.success) return [];
    const { candidate, sdpMid, sdpMLineIndex } = parsed.output;
    return [{ candidate, sdpMid: sdpMid ?? undefined, sdpMLineIndex: sdpMLineIndex ?? undefined }];
  });
}

function capabilities(content: { readonly 'm.call.transferee': boolean; readonly 'm.call.dtmf': boolean }) {
  return { transferee: content['m.call.transferee'], dtmf: content['m.call.dtmf'] };
}

function reader<Schema extends v.GenericSchema>(
  schema: Schema,
  read: (content: v.InferOutput<Schema>) => CallEvent | string,
): (content: unknown) => ParsedCallEvent {
  return (content) => {
    const parsed = v.safeParse(schema, content, { abortEarly: true });
    if (!parsed.success) {
      const field = parsed.issues[0].path?.map(({ key }) => String(key)).join('.');
      return { ok: false, reason: field ?? 'not an object' };
    }
    const event = read(parsed.output);
    return typeof event === 'string' ? { ok: false, reason: event } : { ok: true, event };
  };
}

const readMetadataChanged = reader(metadataChangedContent, (content) => {
  const map = metadata(content);
  if (map === null) return 'sdp_stream_metadata';
  return { kind: 'metadata-changed', ...base(content), metadata: map };
});

const readAssertedIdentity = reader(assertedIdentityContent, (content) => {
  const identity = content.asserted_identity;
  return {
    kind: 'asserted-identity',
    ...base(content),
    identity: identity && {
      userId: identity.id,
      displayName: identity.display_name,
      avatarUrl: identity.avatar_url,
    },
  };
});

const READERS: Readonly<Record<string, (content: unknown) => ParsedCallEvent>> = {
  'm.call.invite': reader(inviteContent, (content) => ({
    kind: 'invite',
    ...base(content),
    lifetime: content.lifetime,
    offer: content.offer,
    invitee: content.invitee,
    inviteeDeviceId: content.invitee_device_id,
    metadata: metadata(content),
    capabilities: capabilities(content.capabilities),
  })),
  'm.call.answer': reader(answerContent, (content) => ({
    kind: 'answer',
    ...base(content),
    answer: content.answer,
    metadata: metadata(content),
    capabilities: capabilities(content.capabilities),
  })),
  'm.call.candidates': reader(candidatesContent, (content) => ({
    kind: 'candidates',
    ...base(content),
    candidates: candidates(content.candidates),
  })),
  'm.call.select_answer': reader(selectAnswerContent, (content) => ({
    kind: 'select-answer',
    ...base(content),
    selectedPartyId: content.selected_party_id,
  })),
  'm.call.reject': reader(reasonContent, (content) => ({
    kind: 'reject',
    ...base(content),
    reason: readHangupReason(content.reason),
  })),
  'm.call.hangup': reader(reasonContent, (content) => ({
    kind: 'hangup',
    ...base(content),
    reason: readHangupReason(content.reason),
  })),
  'm.call.negotiate': reader(negotiateContent, (content) => ({
    kind: 'negotiate',
    ...base(content),
    description: content.description,
    lifetime: content.lifetime,
    metadata: metadata(content),
  })),
  'm.call.sdp_stream_metadata_changed': readMetadataChanged,
  'org.matrix.call.sdp_stream_metadata_changed': readMetadataChanged,
  'm.call.replaces': reader(replacesContent, (content) => ({
    kind: 'replaces',
    ...base(content),
    replacementId: content.replacement_id,
    target: content.target_user && {
      userId: content.target_user.id,
      displayName: content.target_user.display_name,
      avatarUrl: content.target_user.avatar_url,
    },
    createCall: content.create_call,
    awaitCall: content.await_call,
    targetRoom: content.target_room,
  })),
  'm.call.reject_replacement': reader(rejectReplacementContent, (content) => ({
    kind: 'reject-replacement',
    ...base(content),
    replacementId: content.replacement_id,
  })),
  'm.call.asserted_identity': readAssertedIdentity,
  'org.matrix.call.asserted_identity': readAssertedIdentity,
};

/** `null`: the type is none of ours. */
export function parseCallEvent(type: string, content: unknown): ParsedCallEvent | null {
  return Object.hasOwn(READERS, type) ? (READERS[type]?.(content) ?? null) : null;
}
