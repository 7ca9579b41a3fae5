import type { HangupEvent } from '../signalling/call-event.ts';
import type { SentHangupReason } from '../signalling/hangup-reason.ts';
import type { SessionDescription } from '../signalling/session-description.ts';
import type { StreamMetadataMap } from '../signalling/stream-metadata.ts';
import type { CallCommand } from './call-command.ts';
import type { CallContext } from './call-context.ts';
import type { EndReason } from './call-state.ts';

const CAPABILITIES = { transferee: true, dtmf: true };

/** Fields of every event of ours in this call; to a peer of version 0 we speak as it does. */
export function own(context: CallContext) {
  return {
    callId: context.callId,
    partyId: context.partyId,
    version: context.remoteParty?.version ?? 1,
  } as const;
}

export function invite(
  context: CallContext,
  offer: SessionDescription,
  metadata: StreamMetadataMap,
): CallCommand {
  const event = {
    kind: 'invite',
    ...own(context),
    lifetime: context.lifetime,
    offer,
    invitee: context.peer.userId,
    inviteeDeviceId: context.peer.deviceId,
    metadata,
    capabilities: CAPABILITIES,
  } as const;
  return { do: 'send', event };
}

export function answer(
  context: CallContext,
  description: SessionDescription,
  metadata: StreamMetadataMap,
): CallCommand {
  const event = {
    kind: 'answer',
    ...own(context),
    answer: description,
    metadata,
    capabilities: CAPABILITIES,
  } as const;
  return { do: 'send', event };
}

/** Reasons of ours that the specification does not know go out as `user_hangup`, which every client reads. */
const SENT: Partial<Record<EndReason, SentHangupReason>> = {
  ice_timeout: 'ice_timeout',
  ice_failed: 'ice_failed',
  invite_timeout: 'invite_timeout',
  user_media_failed: 'user_media_failed',
  user_busy: 'user_busy',
  unknown_error: 'unknown_error',
};

export function hangupOf(context: CallContext, reason: EndReason = 'user_hangup'): HangupEvent {
  return { kind: 'hangup', ...own(context), reason: SENT[reason] ?? 'user_hangup' };
}

export function hangup(context: CallContext, reason: EndReason): CallCommand {
  return { do: 'send', event: hangupOf(context, reason) };
}

/** How a callee declines; version 0 knows no reject. */
export function reject(context: CallContext): CallCommand {
  return context.remoteParty?.version === 0
    ? hangup(context, 'user_hangup')
    : { do: 'send', event: { kind: 'reject', ...own(context), reason: 'user_hangup' } };
}

/** Version 0 has no parties to choose from, and who gives no name cannot be chosen by name. */
export function selectAnswer(context: CallContext, partyId: string | null): readonly CallCommand[] {
  return context.remoteParty?.version === 0 || partyId === null
    ? []
    : [
        {
          do: 'send',
          event: { kind: 'select-answer', ...own(context), selectedPartyId: partyId },
        },
      ];
}
