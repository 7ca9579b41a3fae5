import type { CallInput } from './call-input.ts';
import type { CallState } from './call-state.ts';

type InputType = CallInput['type'];

export type CallTable = Readonly<Record<CallState, Readonly<Partial<Record<InputType, CallState>>>>>;

/** Rows that lead to the same state. */
function to<State extends CallState, Type extends InputType>(state: State, ...types: readonly Type[]) {
  return Object.fromEntries(types.map((type) => [type, state])) as Record<Type, State>;
}

const ends = to('ended', 'hangup', 'left-room');

/** Rows of every state in which two sides agreed to talk: they differ in what media reports. */
function talking<State extends CallState>(state: State) {
  return {
    ...ends,
    ...to('ended', 'hung-up', 'rejected', 'selected-other'),
    // What stays in its state: read and answered, nothing more.
    ...to(
      state,
      'candidates',
      'local-candidates',
      'negotiate',
      'negotiation-ready',
      'metadata',
      'local-metadata',
      'identity',
      'assert-identity',
      'selected',
      'held',
      'hold',
      'transfer-offered',
      'transfer-rejected',
      'reject-transfer',
      'transfer',
      'network-changed',
    ),
  };
}

/** The whole life of a call: state × input → next state. What has no row does not happen. */
export const CALL_TABLE = {
  fledgling: { ...ends, place: 'wait-local-media', ring: 'ringing' },
  'wait-local-media': { ...ends, ...to('ended', 'glare-lost'), 'media-ready': 'create-offer' },
  'create-offer': {
    ...ends,
    ...to('ended', 'glare-lost', 'description-failed'),
    'offer-ready': 'invite-sent',
  },
  'invite-sent': {
    ...ends,
    ...to('ended', 'hung-up', 'rejected', 'glare-lost', 'send-failed', 'lifetime-over'),
    ...to('invite-sent', 'candidates', 'local-candidates', 'local-metadata'),
    answered: 'connecting',
  },
  ringing: {
    ...ends,
    ...to('ended', 'hung-up', 'reject', 'selected-other', 'description-failed', 'lifetime-over'),
    ...to('ended', 'answered-elsewhere', 'rejected-elsewhere'),
    ...to('ringing', 'candidates', 'local-candidates', 'metadata', 'identity'),
    answer: 'create-answer',
  },
  'create-answer': {
    ...ends,
    ...to('ended', 'hung-up', 'reject', 'selected-other', 'description-failed', 'connect-over'),
    ...to('create-answer', 'candidates', 'local-candidates', 'metadata', 'identity'),
    'answer-ready': 'connecting',
  },
  connecting: {
    ...talking('connecting'),
    ...to('ended', 'description-failed', 'send-failed', 'connect-over'),
    ...to('connecting', 'media-disconnected', 'media-failed', 'resend-due', 'restart-due'),
    'media-connected': 'connected',
  },
  connected: {
    ...talking('connected'),
    ...to('reconnecting', 'media-disconnected', 'media-failed'),
  },
  reconnecting: {
    ...talking('reconnecting'),
    ...to('ended', 'connect-over'),
    ...to('reconnecting', 'media-disconnected', 'media-failed', 'restart-due'),
    'media-connected': 'connected',
  },
  ended: {},
} as const satisfies CallTable;
