import { runs, unawaited } from './own-context.ts';
import type { OwnContext } from './own-context.ts';
import { changed } from './own-effect.ts';
import type { OwnEffect, OwnEffects } from './own-effect.ts';
import type { GroupCallEndReason } from './group-call-state.ts';
import { disarm } from './own-leave-effects.ts';

function end(context: OwnContext, endReason: GroupCallEndReason): OwnEffect {
  return {
    change: { endReason, armed: null, onServer: false, writing: 'idle' },
    commands: disarm(context),
  };
}

function takeBack({ onServer }: OwnContext, endReason: GroupCallEndReason): OwnEffect {
  return changed({ endReason, writing: onServer ? 'due' : 'idle' });
}

/** Coming and going. */
export const STAY_EFFECTS: OwnEffects = {
  enter: (context) => ({
    change: {
      key: null,
      versions: (context.key ?? context).versions,
      ...unawaited(context),
      writing: 'due',
      firstExpiresTs: null,
      armed: null,
      scheduling: context.scheduling === 'paused' ? null : context.scheduling,
      problem: null,
      endReason: null,
    },
    commands: [...disarm(context), { do: 'read-key', stateKey: context.stateKey }],
  }),
  'enter-refused': ({ power }) => changed({ problem: { kind: 'power-missing', ...power } }),
  'set-feeds': (context, { feeds }) => {
    const { onServer, writing } = context;
    const shows = onServer && writing === 'idle' && runs(context);
    return changed({ feeds, ...(shows && { writing: 'due' as const }) });
  },
  leave: (context) => takeBack(context, 'left'),
  'room-upgraded': (context) => takeBack(context, 'room-upgraded'),
  'taken-back': (context) => ({ change: { armed: null }, commands: disarm(context) }),
  'taken-over': (context) => end(context, 'taken-over'),
  'removed-from-room': (context, { reason }) => end(context, reason),
  unload: ({ armed, onServer }) => ({
    change: { endReason: 'left', armed: null, writing: onServer && armed === null ? 'due' : 'idle' },
    commands: armed === null ? [] : [{ do: 'send-leave', delayId: armed.delayId }],
  }),
};
