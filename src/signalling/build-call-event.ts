import type {
  AnswerEvent,
  AssertedIdentity,
  CallCapabilities,
  CallEvent,
  InviteEvent,
  ReplacesEvent,
} from './call-event.ts';
import type { StreamMetadataMap } from './stream-metadata.ts';

/** One Matrix event to send. */
export interface OutgoingEvent {
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
}

function metadata(map: StreamMetadataMap | null): Record<string, unknown> {
  if (map === null) return {};
  const streams = Object.fromEntries(
    Object.entries(map).map(([id, stream]) => [
      id,
      { purpose: stream.purpose, audio_muted: stream.audioMuted, video_muted: stream.videoMuted },
    ]),
  );
  // Element reads the stable key only, Famedly's apps the unstable one only.
  return { sdp_stream_metadata: streams, 'org.matrix.msc3077.sdp_stream_metadata': streams };
}

function capabilities({ transferee, dtmf }: CallCapabilities): Record<string, unknown> {
  return { capabilities: { 'm.call.transferee': transferee, 'm.call.dtmf': dtmf } };
}

function invite(event: InviteEvent): Record<string, unknown> {
  return {
    lifetime: event.lifetime,
    offer: event.offer,
    ...(event.invitee === null ? {} : { invitee: event.invitee }),
    ...(event.inviteeDeviceId === null ? {} : { invitee_device_id: event.inviteeDeviceId }),
    ...metadata(event.metadata),
    ...capabilities(event.capabilities),
  };
}

function answer(event: AnswerEvent): Record<string, unknown> {
  return {
    answer: event.answer,
    ...metadata(event.metadata),
    ...capabilities(event.capabilities),
  };
}

function profile(target: {
  readonly displayName: string | null;
  readonly avatarUrl: string | null;
}): Record<string, unknown> {
  return {
    ...(target.displayName === null ? {} : { display_name: target.displayName }),
    ...(target.avatarUrl === null ? {} : { avatar_url: target.avatarUrl }),
  };
}

function replaces(event: ReplacesEvent): Record<string, unknown> {
  return {
    replacement_id: event.replacementId,
    ...(event.target === null ? {} : { target_user: { id: event.target.userId, ...profile(event.target) } }),
    ...(event.createCall === null ? {} : { create_call: event.createCall }),
    ...(event.awaitCall === null ? {} : { await_call: event.awaitCall }),
    ...(event.targetRoom === null ? {} : { target_room: event.targetRoom }),
  };
}

function identity(asserted: AssertedIdentity | null): Record<string, unknown> {
  if (asserted === null) return { asserted_identity: null };
  const id = asserted.userId === null ? {} : { id: asserted.userId };
  return { asserted_identity: { ...id, ...profile(asserted) } };
}

function body(event: CallEvent): Record<string, unknown> {
  switch (event.kind) {
    case 'invite':
      return invite(event);
    case 'answer':
      return answer(event);
    case 'candidates':
      return { candidates: event.candidates };
    case 'select-answer':
      return { selected_party_id: event.selectedPartyId };
    case 'reject':
    case 'hangup':
      return { reason: event.reason };
    case 'negotiate':
      return {
        description: event.description,
        lifetime: event.lifetime,
        ...metadata(event.metadata),
      };
    case 'metadata-changed':
      return metadata(event.metadata);
    case 'replaces':
      return replaces(event);
    case 'reject-replacement':
      return { replacement_id: event.replacementId };
    case 'asserted-identity':
      return identity(event.identity);
  }
}

const TYPES = {
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
} as const satisfies Record<CallEvent['kind'], readonly string[]>;

/** The Matrix events that say this; more than one where clients read different names. */
export function buildCallEvent(event: CallEvent): readonly OutgoingEvent[] {
  const content = {
    call_id: event.callId,
    ...(event.partyId === null ? {} : { party_id: event.partyId }),
    // As the other side speaks: version 0 is a number, later ones are strings.
    version: event.version === 0 ? 0 : '1',
    ...body(event),
  };
  return TYPES[event.kind].map((type) => ({ type, content }));
}
