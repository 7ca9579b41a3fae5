import * as v from 'valibot';
import { within } from '../foundation/schemas.ts';
import type { OutgoingEvent } from './build-call-event.ts';
import { MEMBERSHIP_REJECT_TYPE } from './group-event-types.ts';
import { parseContent } from './parse-content.ts';
import { reference, referenceTo } from './reference.ts';

/** MSC4310 */
export const GROUP_DECLINE_TYPE = 'org.matrix.msc4310.rtc.decline';

/** The event id of the notification that its sender declines; `null`: it names none. */
export function parseGroupDecline(content: unknown): string | null {
  const parsed = parseContent(v.object({ 'm.relates_to': reference }), content);
  return parsed.ok ? parsed.content['m.relates_to'].event_id : null;
}

export function buildGroupDecline(notificationEventId: string): OutgoingEvent {
  return { type: GROUP_DECLINE_TYPE, content: { 'm.relates_to': referenceTo(notificationEventId) } };
}

/** How deployed apps decline a call between two people that is held as a group call: not by its notification. */
export interface MembershipReject {
  /** `''` in what deployed apps send. */
  readonly callId: string;
  readonly application: string;
}

const text = within(0, 255);
const reject = v.object({ call_id: text, application: text });

/** `null`: the reject of an ordinary call, or of none. */
export function parseMembershipReject(content: unknown): MembershipReject | null {
  const parsed = parseContent(reject, content);
  return parsed.ok ? { callId: parsed.content.call_id, application: parsed.content.application } : null;
}

export function buildMembershipReject({ callId, application }: MembershipReject): OutgoingEvent {
  return { type: MEMBERSHIP_REJECT_TYPE, content: { call_id: callId, application } };
}
