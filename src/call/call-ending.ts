import type { CallCommand } from './call-command.ts';
import type { CallContext } from './call-context.ts';
import { hangupOf, reject, selectAnswer } from './call-sending.ts';
import { PREPARING, UNANSWERED } from './call-state.ts';
import type { EndReason } from './call-state.ts';
import { effect } from './effect.ts';
import type { Effect, Effects } from './effect.ts';

function ending(
  endedBy: 'local' | 'remote',
  endReason: EndReason,
  ...commands: readonly CallCommand[]
): Effect {
  return effect({ endedBy, endReason, localCandidates: [], remoteCandidates: [] }, ...commands);
}

/** How we say goodbye depends on what the other side knows of the call. */
function local(context: CallContext, reason: EndReason): Effect {
  if (PREPARING.has(context.state)) return ending('local', reason);
  const goodbye = UNANSWERED.has(context.state)
    ? reject(context)
    : ({ do: 'send', event: hangupOf(context, reason) } as const);
  return ending('local', reason, goodbye);
}

/** Rows that lead to `ended`. */
export const endEffects = {
  hangup: (context, { reason }) => local(context, reason ?? 'user_hangup'),
  reject: (context, { emit }) => ending('local', 'rejected', ...(emit ? [reject(context)] : [])),
  rejected: (context, { party, reason }) => {
    const why = reason === 'user_hangup' ? 'rejected' : reason;
    // It alone silences the other devices of the callee.
    const silence = context.state === 'invite-sent' ? selectAnswer(context, party) : [];
    return ending('remote', why, ...silence);
  },
  'hung-up': (_context, { reason }) => ending('remote', reason),
  'answered-elsewhere': () => ending('remote', 'answered_elsewhere'),
  'rejected-elsewhere': () => ending('remote', 'rejected_elsewhere'),
  'selected-other': () => ending('remote', 'answered_elsewhere'),
  'left-room': () => ending('remote', 'left_room'),
  'glare-lost': (context) => local(context, 'replaced'),
  // It may have arrived all the same, and only the homeserver's word of it got lost.
  'send-failed': (context) => local(context, 'signalling_failed'),
  // An offer that this device cannot read may suit another one: nobody here declined.
  'description-failed': (context) =>
    context.state === 'ringing' ? ending('remote', 'unknown_error') : local(context, 'unknown_error'),
  // A callee lets its ring time pass in silence: its hangup would end the call on every device.
  'lifetime-over': (context) =>
    context.state === 'invite-sent' ? local(context, 'invite_timeout') : ending('remote', 'invite_timeout'),
  'connect-over': (context) => local(context, context.wasConnected ? 'ice_timeout' : 'ice_failed'),
} satisfies Effects;
