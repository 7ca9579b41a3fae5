import type { EventSource } from '../foundation/emitter.ts';
import type { GroupCallState } from '../group-call/group-call-state.ts';
import type { GroupCallSessionEvents } from './group-call-session-events.ts';

/** Resolves with the state that follows this one. */
export function stateAfter(
  session: EventSource<GroupCallSessionEvents>,
  state: GroupCallState,
): Promise<GroupCallState> {
  return new Promise((resolve) => {
    const stop = session.on('statechange', (next) => {
      if (next === state) return;
      stop();
      resolve(next);
    });
  });
}
