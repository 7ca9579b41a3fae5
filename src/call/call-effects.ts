import { sameMetadata } from '../signalling/stream-metadata.ts';
import type { CallCommand } from './call-command.ts';
import type { CallContext } from './call-context.ts';
import { endEffects } from './call-ending.ts';
import type { CallInput } from './call-input.ts';
import { only } from './effect.ts';
import type { Effect, Effects } from './effect.ts';
import { answer, invite, say, selectAnswer } from './call-sending.ts';
import { CONNECT_MS, LONGEST_RING_MS, RESEND_MS, RESTART_MS } from './call-timers.ts';
import { addPartyCandidates, candidatesOf, notInside } from './party-candidates.ts';

const NONE: Effect = { change: {}, commands: [] };

/** Version 0 knows no renegotiation: what would lead to one is left out. */
function renegotiates({ remoteParty }: CallContext): boolean {
  return remoteParty?.version !== 0;
}

function restart(context: CallContext): Effect {
  if (!renegotiates(context)) return NONE;
  // A path that failed twice is not there: the next attempt goes through the relay alone.
  const relayOnly = context.restarts > 0;
  return {
    change: { restarts: context.restarts + 1 },
    commands: [
      { do: 'stop-timer', timer: 'restart-due' },
      { do: 'restart-ice', relayOnly },
    ],
  };
}

/** From the first failure on 30 s are left in all: later ones do not lengthen it. */
function reconnecting(context: CallContext): readonly CallCommand[] {
  return context.state === 'connected' ? [{ do: 'start-timer', timer: 'connect-over', ms: CONNECT_MS }] : [];
}

const starting: Effects = {
  place: () => only({ do: 'open-media' }),
  'media-ready': () => only({ do: 'create-offer' }),
  'offer-ready': (context, { offer, metadata }) => ({
    change: { localMetadata: metadata },
    commands: [
      invite(context, offer, metadata),
      { do: 'start-timer', timer: 'lifetime-over', ms: context.lifetime },
    ],
  }),
  ring: (_context, { offer, metadata, remaining }) => ({
    change: { remoteMetadata: metadata },
    commands: [
      { do: 'start-timer', timer: 'lifetime-over', ms: Math.min(remaining, LONGEST_RING_MS) },
      { do: 'accept-offer', offer },
    ],
  }),
  answer: () => only({ do: 'start-timer', timer: 'connect-over', ms: CONNECT_MS }, { do: 'create-answer' }),
  'answer-ready': (context, { answer: description, metadata }) => {
    const missing = notInside(description.sdp, context.localCandidates);
    return {
      change: { localMetadata: metadata, localCandidates: [] },
      commands: [
        answer(context, description, metadata),
        ...sendCandidates(context, missing),
        { do: 'release-candidates' },
        { do: 'start-timer', timer: 'connect-over', ms: CONNECT_MS },
        { do: 'start-timer', timer: 'resend-due', ms: RESEND_MS },
      ],
    };
  },
  answered: (context, { party, answer, metadata }) => {
    const chosen = { ...context, remoteParty: party };
    return {
      change: { remoteParty: party, remoteMetadata: metadata, remoteCandidates: [] },
      commands: [
        { do: 'accept-answer', answer },
        { do: 'add-candidates', candidates: candidatesOf(context.remoteCandidates, party) },
        ...selectAnswer(chosen, party.id),
        { do: 'start-timer', timer: 'connect-over', ms: CONNECT_MS },
        { do: 'start-timer', timer: 'resend-due', ms: RESEND_MS },
      ],
    };
  },
};

function sendCandidates(
  context: CallContext,
  candidates: CallContext['localCandidates'],
): readonly CallCommand[] {
  return candidates.length === 0 ? [] : [say(context, { kind: 'candidates', candidates })];
}

const candidates: Effects = {
  candidates: (context, { party, candidates: list }) =>
    context.state === 'invite-sent'
      ? {
          change: { remoteCandidates: addPartyCandidates(context.remoteCandidates, party, list) },
          commands: [],
        }
      : only({ do: 'add-candidates', candidates: list }),
  'local-candidates': (context, { candidates: list }) =>
    context.state === 'ringing' || context.state === 'create-answer'
      ? { change: { localCandidates: [...context.localCandidates, ...list] }, commands: [] }
      : { change: {}, commands: sendCandidates(context, list) },
  'resend-due': () => only({ do: 'resend-candidates' }),
};

const media: Effects = {
  'media-connected': () => ({ change: { wasConnected: true, restarts: 0 }, commands: [] }),
  'media-disconnected': (context) =>
    only(...reconnecting(context), { do: 'start-timer', timer: 'restart-due', ms: RESTART_MS }),
  'media-failed': (context) => {
    const effect = restart(context);
    return { ...effect, commands: [...reconnecting(context), ...effect.commands] };
  },
  'restart-due': restart,
  'network-changed': (context) =>
    renegotiates(context) ? only({ do: 'restart-ice', relayOnly: false }) : NONE,
  held: (_context, { onHold }) => ({ change: { localOnHold: onHold }, commands: [] }),
  hold: (context, { onHold }) =>
    context.remoteOnHold === onHold
      ? NONE
      : { change: { remoteOnHold: onHold }, commands: [{ do: 'set-remote-on-hold', onHold }] },
};

const talking: Effects = {
  negotiate: (context, { description, metadata }) => ({
    // A negotiation that says nothing of streams changes nothing about them.
    change: { remoteMetadata: metadata ?? context.remoteMetadata },
    commands: renegotiates(context) ? [{ do: 'negotiate', description }] : [],
  }),
  'negotiation-ready': (context, { description, metadata }) => {
    if (!renegotiates(context)) return NONE;
    const negotiate = { kind: 'negotiate', description, metadata, lifetime: CONNECT_MS } as const;
    return { change: { localMetadata: metadata }, commands: [say(context, negotiate)] };
  },
  metadata: (_context, { metadata }) => ({ change: { remoteMetadata: metadata }, commands: [] }),
  'local-metadata': (context, { metadata }) =>
    sameMetadata(context.localMetadata, metadata)
      ? NONE
      : {
          change: { localMetadata: metadata },
          commands: [say(context, { kind: 'metadata-changed', metadata })],
        },
  identity: (_context, { identity }) => ({ change: { identity }, commands: [] }),
  'assert-identity': (context, { identity }) => only(say(context, { kind: 'asserted-identity', identity })),
};

const transfer: Effects = {
  transfer: (context, { type: _type, ...request }) => only(say(context, { kind: 'replaces', ...request })),
  'transfer-offered': (_context, { offer }) => ({ change: { transferOffer: offer }, commands: [] }),
  'reject-transfer': (context) => {
    const { transferOffer } = context;
    if (transferOffer === null) return NONE;
    const { replacementId } = transferOffer;
    return {
      change: { transferOffer: null },
      commands: [say(context, { kind: 'reject-replacement', replacementId })],
    };
  },
};

const EFFECTS: Effects = {
  ...starting,
  ...candidates,
  ...media,
  ...talking,
  ...transfer,
  ...endEffects,
};

export function effectOf(context: CallContext, input: CallInput): Effect {
  // Each function stands under the type of its own input: the compiler cannot follow the pairing through the index.
  const effect = EFFECTS[input.type] as ((context: CallContext, input: CallInput) => Effect) | undefined;
  return effect?.(context, input) ?? NONE;
}
