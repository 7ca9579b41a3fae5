import type { CallSnapshot, CallState } from 'famedly-calls';

/** What the pane is about; one of them at a time. */
export type Phase = 'idle' | 'outgoing' | 'incoming' | 'connecting' | 'talking' | 'ended';

const phases: Readonly<Record<CallState, Phase>> = {
  fledgling: 'outgoing',
  'wait-local-media': 'outgoing',
  'create-offer': 'outgoing',
  'invite-sent': 'outgoing',
  ringing: 'incoming',
  'create-answer': 'connecting',
  connecting: 'connecting',
  connected: 'talking',
  reconnecting: 'talking',
  ended: 'ended',
};

export function phaseOf(snapshot: CallSnapshot | null): Phase {
  return snapshot === null ? 'idle' : phases[snapshot.state];
}

/** The call goes on and nobody has to decide anything first. */
export function hasDock(phase: Phase): boolean {
  return phase === 'outgoing' || phase === 'connecting' || phase === 'talking';
}
