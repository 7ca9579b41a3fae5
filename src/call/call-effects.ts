import type { CallCommand } from './call-command.ts';
import type { CallContext } from './call-context.ts';
import { endEffects } from './call-ending.ts';
import { effect, only } from './effect.ts';
import type { Effects } from './effect.ts';
import { UNANSWERED } from './call-state.ts';
import { say, selectAnswer } from './call-sending.ts';
import { CONNECT_MS, LONGEST_RING_MS, RESEND_MS, RESTART_MS } from './call-timers.ts';
import { addPartyCandidates, candidatesOf, notInside } from './party-candidates.ts';

const CAPABILITIES = { transferee: true, dtmf: true };
const CONNECT: CallCommand = { do: 'start-timer', timer: 'connect-over', ms: CONNECT_MS };
const RESEND: CallCommand = { do: 'start-timer', timer: 'resend-due', ms: RESEND_MS };

function ringFor(ms: number): CallCommand {
  return { do: 'start-timer', timer: 'lifetime-over', ms };
}

/** From the first failure on 30 s are left in all: later ones do not lengthen it. */
export function limit({ state }: CallContext): readonly CallCommand[] {
  return state === 'connected' ? [CONNECT] : [];
}

function sendCandidates(
  context: CallContext,
  candidates: CallContext['localCandidates'],
): readonly CallCommand[] {
  return candidates.length === 0 ? [] : [say(context, { kind: 'candidates', candidates })];
}

/** What may happen before people talk. */
export const FIRST_EFFECTS = {
  place: () => only({ do: 'open-media' }),
  'media-ready': () => only({ do: 'create-offer' }),
  'offer-ready': (context, { offer, metadata }) => {
    const { lifetime, peer } = context;
    const whom = { invitee: peer.userId, inviteeDeviceId: peer.deviceId };
    return effect(
      { localMetadata: metadata },
      say(context, { kind: 'invite', lifetime, offer, ...whom, metadata, capabilities: CAPABILITIES }),
      ringFor(lifetime),
    );
  },
  ring: (_context, { offer, metadata, remaining }) =>
    effect({ remoteMetadata: metadata }, ringFor(Math.min(remaining, LONGEST_RING_MS)), {
      do: 'accept-offer',
      offer,
    }),
  answer: () => only(CONNECT, { do: 'create-answer' }),
  'answer-ready': (context, { answer, metadata }) =>
    effect(
      { localMetadata: metadata, localCandidates: [] },
      say(context, { kind: 'answer', answer, metadata, capabilities: CAPABILITIES }),
      ...sendCandidates(context, notInside(answer.sdp, context.localCandidates)),
      { do: 'release-candidates' },
      CONNECT,
      RESEND,
    ),
  answered: (context, { party, answer, metadata }) =>
    effect(
      { remoteParty: party, remoteMetadata: metadata, remoteCandidates: [] },
      { do: 'accept-answer', answer },
      { do: 'add-candidates', candidates: candidatesOf(context.remoteCandidates, party) },
      ...selectAnswer(context, party),
      CONNECT,
      RESEND,
    ),
  selected: () => only(),
  candidates: (context, { party, candidates }) =>
    context.state === 'invite-sent'
      ? effect({ remoteCandidates: addPartyCandidates(context.remoteCandidates, party, candidates) })
      : only({ do: 'add-candidates', candidates }),
  'local-candidates': (context, { candidates }) =>
    UNANSWERED.has(context.state)
      ? effect({ localCandidates: [...context.localCandidates, ...candidates] })
      : only(...sendCandidates(context, candidates)),
  'media-connected': () => effect({ wasConnected: true, restarts: 0 }),
  'media-disconnected': (context) =>
    only(...limit(context), { do: 'start-timer', timer: 'restart-due', ms: RESTART_MS }),
  metadata: (_context, { metadata }) => effect({ remoteMetadata: metadata }),
  'local-metadata': (context, { metadata }) =>
    // Ours are always made in the same way.
    JSON.stringify(context.localMetadata) === JSON.stringify(metadata)
      ? only()
      : effect({ localMetadata: metadata }, say(context, { kind: 'metadata-changed', metadata })),
  identity: (_context, { identity }) => effect({ identity }),
  ...endEffects,
} satisfies Effects;
