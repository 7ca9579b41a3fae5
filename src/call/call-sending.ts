import type { CallEvent, HangupEvent } from '../signalling/call-event.ts';
import type { SentHangupReason } from '../signalling/hangup-reason.ts';
import type { CallCommand } from './call-command.ts';
import type { CallContext } from './call-context.ts';
import type { Party } from './call-input.ts';
import type { EndReason } from './call-state.ts';

/** Fields of every event of ours in this call; to a peer of version 0 we speak as it does. */
function own({ callId, partyId, remoteParty }: CallContext) {
  return { callId, partyId, version: remoteParty?.version ?? 1 } as const;
}

type Owned = keyof ReturnType<typeof own>;
type Unowned<Event extends CallEvent> = Event extends CallEvent ? Omit<Event, Owned> : never;

/** Sends an event of this call. */
export function say(context: CallContext, event: Unowned<CallEvent>): CallCommand {
  return { do: 'send', event: { ...event, ...own(context) } };
}

const SENT: ReadonlySet<EndReason> = new Set<SentHangupReason>([
  'ice_timeout',
  'ice_failed',
  'invite_timeout',
  'user_media_failed',
  'user_busy',
  'unknown_error',
]);

/** Reasons of ours that the specification does not know go out as `user_hangup`, which every client reads. */
export function hangupOf(context: CallContext, reason: EndReason = 'user_hangup'): HangupEvent {
  const sent = SENT.has(reason) ? (reason as SentHangupReason) : 'user_hangup';
  return { kind: 'hangup', ...own(context), reason: sent };
}

/** How a callee declines; version 0 knows no reject. */
export function reject(context: CallContext): CallCommand {
  const kind = context.remoteParty?.version === 0 ? 'hangup' : 'reject';
  return say(context, { kind, reason: 'user_hangup' });
}

/** Version 0 has no parties to choose from, and who gives no name cannot be chosen by name. */
export function selectAnswer(context: CallContext, { id, version }: Party): readonly CallCommand[] {
  return version === 0 || id === null ? [] : [say(context, { kind: 'select-answer', selectedPartyId: id })];
}
