import * as v from 'valibot';
import { parsed } from '../foundation/schemas.ts';
import { CALL_CONTENT, candidateContent } from './call-content.ts';
import type { MetadataContent, ProfileContent } from './call-content.ts';
import type { AssertedIdentity, CallEvent, CallEventKind } from './call-event.ts';
import { kindOf } from './event-types.ts';
import { readHangupReason } from './hangup-reason.ts';
import type { IceCandidate } from './session-description.ts';
import type { StreamMetadata, StreamMetadataMap } from './stream-metadata.ts';

export type ParsedCallEvent =
  | { readonly ok: true; readonly event: CallEvent }
  /** `reason` names the field, never its content. */
  | { readonly ok: false; readonly reason: string };

/** What some contents have that we have in another form. */
interface Special {
  readonly call_id: string;
  readonly version?: unknown;
  readonly sdp_stream_metadata?: MetadataContent | null;
  readonly 'org.matrix.msc3077.sdp_stream_metadata'?: MetadataContent | null;
  readonly capabilities?: { readonly 'm.call.transferee': boolean; readonly 'm.call.dtmf': boolean };
  readonly candidates?: readonly unknown[];
  readonly reason?: unknown;
  readonly target_user?: ProfileContent | null;
  readonly asserted_identity?: ProfileContent | null;
}

/** Streams of unknown purpose are left out; `null` where the event says nothing of streams. */
function streams(map: MetadataContent | null): StreamMetadataMap | null {
  if (map === null) return null;
  const known = Object.entries(map).flatMap(([id, stream]): [string, StreamMetadata][] => {
    const { purpose, audio_muted: audioMuted, video_muted: videoMuted } = stream;
    if (purpose !== 'm.usermedia' && purpose !== 'm.screenshare') return [];
    return [[id, { purpose, audioMuted, videoMuted }]];
  });
  return Object.fromEntries(known);
}

function candidates(list: readonly unknown[]): IceCandidate[] {
  return list.flatMap((item) => {
    const known = parsed(candidateContent, item);
    if (known === undefined) return [];
    const { candidate, sdpMid, sdpMLineIndex } = known;
    return [{ candidate, sdpMid: sdpMid ?? undefined, sdpMLineIndex: sdpMLineIndex ?? undefined }];
  });
}

function profile(content: ProfileContent | null): AssertedIdentity | null {
  if (content === null) return null;
  return { userId: content.id, displayName: content.display_name, avatarUrl: content.avatar_url };
}

/** Fields in our spelling (`call_id`: `callId`). */
function spelled(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => [
      name.replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

function eventOf(kind: CallEventKind, content: Special): CallEvent {
  const {
    version,
    sdp_stream_metadata: stable,
    'org.matrix.msc3077.sdp_stream_metadata': unstable,
    capabilities,
    target_user: target,
    asserted_identity: identity,
    ...fields
  } = content;
  const event = {
    kind,
    ...spelled(fields),
    version: version === 0 || version === '0' ? 0 : 1,
    ...(stable !== undefined && { metadata: streams(stable ?? unstable ?? null) }),
    ...(capabilities && {
      capabilities: { transferee: capabilities['m.call.transferee'], dtmf: capabilities['m.call.dtmf'] },
    }),
    ...(fields.candidates && { candidates: candidates(fields.candidates) }),
    ...(fields.reason !== undefined && { reason: readHangupReason(fields.reason) }),
    ...(target !== undefined && { target: profile(target) }),
    ...(identity !== undefined && { identity: profile(identity) }),
  };
  // Each content has what its kind of event has: the compiler cannot follow the spelling.
  return event as unknown as CallEvent;
}

/** `null`: the type is none of ours. */
export function parseCallEvent(type: string, content: unknown): ParsedCallEvent | null {
  const kind = kindOf(type);
  if (kind === undefined) return null;
  const read = v.safeParse(CALL_CONTENT[kind], content, { abortEarly: true });
  if (!read.success) {
    const field = read.issues[0].path?.map(({ key }) => String(key)).join('.');
    return { ok: false, reason: field ?? 'not an object' };
  }
  const event = eventOf(kind, read.output);
  return event.kind === 'metadata-changed' && (event.metadata as StreamMetadataMap | null) === null
    ? { ok: false, reason: 'sdp_stream_metadata' }
    : { ok: true, event };
}
