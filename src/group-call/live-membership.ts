import { parseMemberships } from '../signalling/parse-memberships.ts';
import type { Membership } from '../signalling/membership.ts';
import type { MemberEvent } from './member-event.ts';
import { participantId } from './participant-id.ts';
import { stateKeyForm } from './state-key.ts';
import type { StateKeyForm } from './state-key.ts';

/** No membership is believed for longer without being written again, whatever date it bears. */
export const LONGEST_MEMBERSHIP_MS = 3_600_000;

/** A membership, and what the homeserver vouches for. */
export interface LiveMembership extends Membership {
  readonly participantId: string;
  readonly userId: string;
  /** The member event as it stands now: every renewal has another. */
  readonly eventId: string;
  readonly originServerTs: number;
  /** `null`: none that we know. */
  readonly stateKeyForm: StateKeyForm | null;
}

/** `now`: ms since epoch, by the homeserver's clock. */
export function readMemberEvent(event: MemberEvent, now: number): readonly LiveMembership[] {
  const { eventId, originServerTs, sender: userId, stateKey } = event;
  const written = Math.min(originServerTs, now);
  return parseMemberships(event.content, written + LONGEST_MEMBERSHIP_MS).map((membership) => ({
    ...membership,
    participantId: participantId(userId, membership.deviceId),
    userId,
    eventId,
    originServerTs,
    stateKeyForm: stateKeyForm(stateKey, userId),
  }));
}
