import type { CallContext } from './call-context.ts';
import { limit } from './call-effects.ts';
import type { FIRST_EFFECTS } from './call-effects.ts';
import { say } from './call-sending.ts';
import { CONNECT_MS } from './call-timers.ts';
import { effect, only } from './effect.ts';
import type { AllEffects, Effect } from './effect.ts';

/** Version 0 knows no renegotiation: what would lead to one is left out. */
function renegotiates({ remoteParty }: CallContext): boolean {
  return remoteParty?.version !== 0;
}

function restart(context: CallContext): Effect {
  if (!renegotiates(context)) return only();
  // A path that failed twice is not there: the next attempt goes through the relay alone.
  const relayOnly = context.restarts > 0;
  return effect(
    { restarts: context.restarts + 1 },
    { do: 'stop-timer', timer: 'restart-due' },
    { do: 'restart-ice', relayOnly },
  );
}

/** What happens while people talk, or when they cannot get through to each other: fetched then. */
export const TALKING_EFFECTS: Omit<AllEffects, keyof typeof FIRST_EFFECTS> = {
  'resend-due': () => only({ do: 'resend-candidates' }),
  'media-failed': (context) => {
    const { change, commands } = restart(context);
    return effect(change, ...limit(context), ...commands);
  },
  'restart-due': restart,
  'network-changed': (context) =>
    renegotiates(context) ? only({ do: 'restart-ice', relayOnly: false }) : only(),
  held: (_context, { onHold }) => effect({ localOnHold: onHold }),
  hold: (context, { onHold }) =>
    context.remoteOnHold === onHold
      ? only()
      : effect({ remoteOnHold: onHold }, { do: 'set-remote-on-hold', onHold }),
  negotiate: (context, { description, metadata }) => ({
    // A negotiation that says nothing of streams changes nothing about them.
    change: { remoteMetadata: metadata ?? context.remoteMetadata },
    commands: renegotiates(context) ? [{ do: 'negotiate', description }] : [],
  }),
  'negotiation-ready': (context, { description, metadata }) =>
    renegotiates(context)
      ? effect(
          { localMetadata: metadata },
          say(context, { kind: 'negotiate', description, metadata, lifetime: CONNECT_MS }),
        )
      : only(),
  'assert-identity': (context, { identity }) => only(say(context, { kind: 'asserted-identity', identity })),
  transfer: (context, { type: _type, ...request }) => only(say(context, { kind: 'replaces', ...request })),
  'transfer-offered': (_context, { offer }) => effect({ transferOffer: offer }),
  'transfer-rejected': () => only(),
  'reject-transfer': (context) => {
    const { transferOffer } = context;
    if (transferOffer === null) return only();
    const { replacementId } = transferOffer;
    return effect({ transferOffer: null }, say(context, { kind: 'reject-replacement', replacementId }));
  },
};
