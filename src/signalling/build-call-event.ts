import type { AssertedIdentity, CallCapabilities, CallEvent, TransferTarget } from './call-event.ts';
import { EVENT_TYPES } from './event-types.ts';
import type { StreamMetadataMap } from './stream-metadata.ts';

/** One Matrix event to send. */
export interface OutgoingEvent {
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What some events have, and what Matrix has under another name or in another form. */
interface Special {
  readonly callId: string;
  readonly metadata?: StreamMetadataMap | null;
  readonly capabilities?: CallCapabilities;
  readonly target?: TransferTarget | null;
  readonly identity?: AssertedIdentity | null;
}

/** Fields in Matrix's spelling (`callId`: `call_id`); what is not known is left out. */
function spelled(fields: object): Record<string, unknown> {
  const known = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.fromEntries(
    known.map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}

function streams(map: StreamMetadataMap): Record<string, unknown> {
  const all = Object.fromEntries(Object.entries(map).map(([id, stream]) => [id, spelled(stream)]));
  // Element reads the stable key only, Famedly's apps the unstable one only.
  return { sdp_stream_metadata: all, 'org.matrix.msc3077.sdp_stream_metadata': all };
}

function profile({ userId: id, ...names }: AssertedIdentity): Record<string, unknown> {
  return spelled({ id, ...names });
}

/** The Matrix events that say this; more than one where clients read different names. */
export function buildCallEvent({ kind, version, ...event }: CallEvent): readonly OutgoingEvent[] {
  const { metadata, capabilities, target, identity, ...fields }: Special = event;
  const content = {
    ...spelled(fields),
    // As the other side speaks: version 0 is a number, later ones are strings.
    version: version === 0 ? 0 : '1',
    ...(metadata && streams(metadata)),
    ...(capabilities && {
      capabilities: { 'm.call.transferee': capabilities.transferee, 'm.call.dtmf': capabilities.dtmf },
    }),
    ...(target && { target_user: profile(target) }),
    ...(identity !== undefined && { asserted_identity: identity && profile(identity) }),
  };
  return EVENT_TYPES[kind].map((type) => ({ type, content }));
}
