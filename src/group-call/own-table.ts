import type { GroupCallState } from './group-call-state.ts';
import type { OwnInputKind } from './own-input.ts';

export type OwnTable = Readonly<
  Record<GroupCallState, Readonly<Partial<Record<OwnInputKind, GroupCallState>>>>
>;

/** Whatever we do, the room may be gone, and the page. */
const gone = { unload: 'left', 'removed-from-room': 'left' } as const;

/** A delayed leave that was asked for before. */
function late<State extends GroupCallState>(state: State) {
  return {
    scheduled: state,
    'delay-too-long': state,
    'delay-unsupported': state,
    'schedule-failed': state,
  } as const;
}

/** What a running membership hears about its requests without changing its state. */
function within<State extends 'entering' | 'entered'>(state: State) {
  return {
    ...gone,
    'set-feeds': state,
    'key-read': state,
    'read-failed': state,
    'key-seen': state,
    'write-failed': state,
    'write-late': state,
    ...late(state),
    restarted: state,
    'leave-gone': state,
    'restart-failed': state,
    power: state,
    'restart-due': state,
    'echo-due': state,
    'retry-due': state,
    removed: state,
    leave: 'leaving',
    'room-upgraded': 'leaving',
    'taken-over': 'left',
  } as const;
}

/** The whole life of our own membership: state × input → next state. What has no row does not happen. */
export const OWN_TABLE = {
  lobby: {
    ...gone,
    enter: 'entering',
    'enter-refused': 'lobby',
    leave: 'left',
    'set-feeds': 'lobby',
    power: 'lobby',
    'room-upgraded': 'left',
    // Another device may put back an entry of ours from before.
    'key-seen': 'lobby',
    removed: 'lobby',
    'write-failed': 'lobby',
    'write-late': 'lobby',
    'write-forbidden': 'lobby',
    ...late('lobby'),
  },
  entering: { ...within('entering'), written: 'entered', 'write-forbidden': 'lobby' },
  entered: {
    ...within('entered'),
    written: 'entered',
    'write-forbidden': 'entered',
    'refresh-due': 'entered',
  },
  leaving: {
    ...gone,
    'key-read': 'leaving',
    'read-failed': 'leaving',
    'key-seen': 'leaving',
    written: 'leaving',
    removed: 'leaving',
    // What cannot be taken back ends by its delayed leave, or expires.
    'write-failed': 'left',
    'write-late': 'left',
    'write-forbidden': 'left',
    ...late('leaving'),
    restarted: 'leaving',
    'leave-gone': 'leaving',
    'restart-failed': 'leaving',
    power: 'leaving',
    'restart-due': 'leaving',
    'echo-due': 'leaving',
    'taken-back': 'left',
  },
  left: {
    enter: 'entering',
    'enter-refused': 'left',
    'set-feeds': 'left',
    power: 'left',
    'key-seen': 'left',
    written: 'left',
    removed: 'left',
    'write-failed': 'left',
    'write-late': 'left',
    'write-forbidden': 'left',
    ...late('left'),
  },
} as const satisfies OwnTable;
