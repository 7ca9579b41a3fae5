import * as v from 'valibot';
import { oneOf, within } from '../foundation/schemas.ts';
import type { OutgoingEvent } from './build-call-event.ts';
import { parseContent } from './parse-content.ts';
import { REACTION_TYPE } from './group-event-types.ts';
import { reference, referenceTo } from './reference.ts';

/** What a member of a group call shows to the others. */
export interface Reaction {
  /** An emoji, or a name that an application gave: text. */
  readonly key: string;
  /** Shown for a moment; else until it is removed, as a raised hand is. */
  readonly isEphemeral: boolean;
  readonly callId: string;
  /** A claim: only the sender's user id is vouched for. */
  readonly deviceId: string;
  /** The sender's member event. */
  readonly membershipEventId: string;
}

export type ParsedReaction =
  { readonly ok: true; readonly reaction: Reaction } | { readonly ok: false; readonly reason: string };

const schema = v.object({
  key: within(1, 64),
  is_ephemeral: v.nullish(oneOf(true, false), false),
  call_id: within(0, 255),
  device_id: within(1, 255),
  'm.relates_to': reference,
});

export function parseReaction(given: unknown): ParsedReaction {
  const parsed = parseContent(schema, given);
  if (!parsed.ok) return parsed;
  const { content } = parsed;
  return {
    ok: true,
    reaction: {
      key: content.key,
      isEphemeral: content.is_ephemeral,
      callId: content.call_id,
      deviceId: content.device_id,
      membershipEventId: content['m.relates_to'].event_id,
    },
  };
}

export function buildReaction(reaction: Reaction): OutgoingEvent {
  return {
    type: REACTION_TYPE,
    content: {
      key: reaction.key,
      is_ephemeral: reaction.isEphemeral,
      call_id: reaction.callId,
      device_id: reaction.deviceId,
      'm.relates_to': referenceTo(reaction.membershipEventId),
    },
  };
}

/** Fields beside the redaction of a reaction: deployed apps read them, a widget's host drops them. */
export function reactionRedactionExtras({
  deviceId,
  callId,
  scope,
}: {
  readonly deviceId: string;
  readonly callId: string;
  readonly scope: string;
}): Readonly<Record<string, string>> {
  return { redacts_type: REACTION_TYPE, device_id: deviceId, call_id: callId, scope };
}

const redaction = v.object({ redacts: within(1, 255) });

/** The event that an `m.room.redaction` takes back; whose it was, we remember. `null`: it names none. */
export function redactedEvent(content: unknown): string | null {
  const parsed = parseContent(redaction, content);
  return parsed.ok ? parsed.content.redacts : null;
}
