import type { CallEvent, HangupEvent } from '../signalling/call-event.ts';
import type { SentHangupReason } from '../signalling/hangup-reason.ts';
import type { SessionDescription } from '../signalling/session-description.ts';
import type { StreamMetadataMap } from '../signalling/stream-metadata.ts';
import type { CallCommand } from './call-command.ts';
import type { CallContext } from './call-context.ts';
import type { EndReason } from './call-state.ts';

const CAPABILITIES = { transferee: true, dtmf: true };

/** Fields of every event of ours in this call; to a peer of version 0 we speak as it does. */
function own(context: CallContext) {
  return {
    callId: context.callId,
    partyId: context.partyId,
    version: context.remoteParty?.version ?? 1,
  } as const;
}

type Owned = keyof ReturnType<typeof own>;
type Unowned<Event extends CallEvent> = Event extends CallEvent ? Omit<Event, Owned> : never;

/** Sends an event of this call. */
export function say(context: CallContext, event: Unowned<CallEvent>): CallCommand {
  return { do: 'send', event: { ...event, ...own(context) } };
}

export function invite(
  context: CallContext,
  offer: SessionDescription,
  metadata: StreamMetadataMap,
): CallCommand {
  return say(context, {
    kind: 'invite',
    lifetime: context.lifetime,
    offer,
    invitee: context.peer.userId,
    inviteeDeviceId: context.peer.deviceId,
    metadata,
    capabilities: CAPABILITIES,
  });
}

export function answer(
  context: CallContext,
  description: SessionDescription,
  metadata: StreamMetadataMap,
): CallCommand {
  return say(context, { kind: 'answer', answer: description, metadata, capabilities: CAPABILITIES });
}

const SENT: ReadonlySet<string> = new Set<SentHangupReason>([
  'ice_timeout',
  'ice_failed',
  'invite_timeout',
  'user_media_failed',
  'user_busy',
  'unknown_error',
]);

/** Reasons of ours that the specification does not know go out as `user_hangup`, which every client reads. */
function sent(reason: EndReason): SentHangupReason {
  return SENT.has(reason) ? (reason as SentHangupReason) : 'user_hangup';
}

export function hangupOf(context: CallContext, reason: EndReason = 'user_hangup'): HangupEvent {
  return { kind: 'hangup', ...own(context), reason: sent(reason) };
}

export function hangup(context: CallContext, reason: EndReason): CallCommand {
  return { do: 'send', event: hangupOf(context, reason) };
}

/** How a callee declines; version 0 knows no reject. */
export function reject(context: CallContext): CallCommand {
  const kind = context.remoteParty?.version === 0 ? 'hangup' : 'reject';
  return say(context, { kind, reason: 'user_hangup' });
}

/** Version 0 has no parties to choose from, and who gives no name cannot be chosen by name. */
export function selectAnswer(context: CallContext, partyId: string | null): readonly CallCommand[] {
  return context.remoteParty?.version === 0 || partyId === null
    ? []
    : [say(context, { kind: 'select-answer', selectedPartyId: partyId })];
}
