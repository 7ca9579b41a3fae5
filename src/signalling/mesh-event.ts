import * as v from 'valibot';
import { anything, orNull, within } from '../foundation/schemas.ts';
import { buildCallEvent } from './build-call-event.ts';
import type { OutgoingEvent } from './build-call-event.ts';
import type { CallEvent } from './call-event.ts';
import type { Membership } from './membership.ts';
import { parseCallEvent } from './parse-call-event.ts';
import { parseContent } from './parse-content.ts';
import type { ShownEvent } from './shown-event.ts';

/** What two devices of a group call say to each other. */
export type MeshSaid = CallEvent | ShownEvent;

/** What is said about the call between two devices of a group call, as it goes from device to device. */
export interface MeshEvent {
  readonly event: MeshSaid;
  readonly roomId: string;
  /** The group call's id; `''` and the room's id mean the same call. */
  readonly confId: string;
  /** A claim of the content. */
  readonly senderDeviceId: string;
  /** `membershipID` of the sender and of the receiver. */
  readonly senderSessionId: string;
  readonly destSessionId: string;
  /** From 0, for each `call_id` and sender. */
  readonly seq: number;
}

export type ParsedMeshEvent =
  | { readonly ok: true; readonly event: MeshEvent }
  /** `reason` names the field, never its content. */
  | { readonly ok: false; readonly reason: string };

/** Deployed apps put this in the place of `m.call.`, send only it and read both. */
const DEPLOYED = 'com.famedly.call.member.';
const DOCUMENTED = 'm.call.';
/** Has no name in the specification. */
const SHOWN = `${DEPLOYED}shown`;

const id = within(1, 255);
const common = v.object({
  call_id: id,
  party_id: orNull(id),
  room_id: id,
  conf_id: within(0, 255),
  device_id: id,
  sender_session_id: id,
  dest_session_id: id,
  shown: v.nullish(anything),
  seq: v.custom<number>((seq) => Number.isSafeInteger(seq) && (seq as number) >= 0),
});

/** `null`: the type is none of ours. */
export function parseMeshEvent(type: string, content: unknown): ParsedMeshEvent | null {
  const documented = type.startsWith(DEPLOYED) ? DOCUMENTED + type.slice(DEPLOYED.length) : type;
  const call = parseCallEvent(documented, content);
  if (call?.ok !== true && type !== SHOWN) return call;
  const parsed = parseContent(common, content);
  if (!parsed.ok) return parsed;
  const { content: fields } = parsed;
  const { call_id: callId, party_id: partyId, shown } = fields;
  return {
    ok: true,
    event: {
      event: call?.ok === true ? call.event : { kind: 'shown', callId, partyId, shown },
      roomId: fields.room_id,
      confId: fields.conf_id,
      senderDeviceId: fields.device_id,
      senderSessionId: fields.sender_session_id,
      destSessionId: fields.dest_session_id,
      seq: fields.seq,
    },
  };
}

/** In the dialect of the peer. All fields always: without one of them deployed apps hang up or ignore the event. */
export function buildMeshEvent(mesh: MeshEvent, dialect: Membership['dialect']): OutgoingEvent {
  const { type, content } = build(mesh.event);
  return {
    type: dialect === 'documented' ? type : type.replace(DOCUMENTED, DEPLOYED),
    content: {
      ...content,
      room_id: mesh.roomId,
      conf_id: mesh.confId,
      device_id: mesh.senderDeviceId,
      sender_session_id: mesh.senderSessionId,
      dest_session_id: mesh.destSessionId,
      seq: mesh.seq,
    },
  };
}

function build(event: MeshSaid): OutgoingEvent {
  if (event.kind === 'shown') {
    const { callId, partyId, shown } = event;
    return { type: SHOWN, content: { call_id: callId, party_id: partyId, version: '1', shown } };
  }
  // Where there are several names the first is the stable one: both dialects read it.
  const [first] = buildCallEvent(event) as readonly [OutgoingEvent];
  return first;
}
