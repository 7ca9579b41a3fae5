import type { CallInput } from './call-input.ts';
import type { CallState } from './call-state.ts';

export type CallTable = Readonly<Record<CallState, Readonly<Partial<Record<CallInput['type'], CallState>>>>>;

/** Rows of every state in which two sides agreed to talk: they differ in what media reports. */
const TALKING = {
  hangup: 'ended',
  'hung-up': 'ended',
  rejected: 'ended',
  'selected-other': 'ended',
  'left-room': 'ended',
} as const;

const ended = { hangup: 'ended', 'left-room': 'ended' } as const;

/** What stays in its state: read and answered, nothing more. */
function within<State extends CallState>(state: State) {
  return {
    candidates: state,
    'local-candidates': state,
    negotiate: state,
    'negotiation-ready': state,
    metadata: state,
    'local-metadata': state,
    identity: state,
    'assert-identity': state,
    selected: state,
    held: state,
    hold: state,
    'transfer-offered': state,
    'transfer-rejected': state,
    'reject-transfer': state,
    transfer: state,
    'network-changed': state,
  } as const;
}

/** The whole life of a call: state × input → next state. What has no row does not happen. */
export const CALL_TABLE = {
  fledgling: { ...ended, place: 'wait-local-media', ring: 'ringing' },
  'wait-local-media': {
    ...ended,
    'media-ready': 'create-offer',
    'glare-lost': 'ended',
  },
  'create-offer': {
    ...ended,
    'offer-ready': 'invite-sent',
    'description-failed': 'ended',
    'glare-lost': 'ended',
  },
  'invite-sent': {
    ...ended,
    answered: 'connecting',
    rejected: 'ended',
    'hung-up': 'ended',
    'glare-lost': 'ended',
    'send-failed': 'ended',
    candidates: 'invite-sent',
    'local-candidates': 'invite-sent',
    'local-metadata': 'invite-sent',
    'lifetime-over': 'ended',
  },
  ringing: {
    ...ended,
    answer: 'create-answer',
    reject: 'ended',
    'hung-up': 'ended',
    'answered-elsewhere': 'ended',
    'rejected-elsewhere': 'ended',
    'selected-other': 'ended',
    'description-failed': 'ended',
    candidates: 'ringing',
    'local-candidates': 'ringing',
    metadata: 'ringing',
    identity: 'ringing',
    'lifetime-over': 'ended',
  },
  'create-answer': {
    ...ended,
    'answer-ready': 'connecting',
    reject: 'ended',
    'hung-up': 'ended',
    'selected-other': 'ended',
    'description-failed': 'ended',
    candidates: 'create-answer',
    'local-candidates': 'create-answer',
    metadata: 'create-answer',
    identity: 'create-answer',
    'connect-over': 'ended',
  },
  connecting: {
    ...TALKING,
    ...within('connecting'),
    'media-connected': 'connected',
    'media-disconnected': 'connecting',
    'media-failed': 'connecting',
    'description-failed': 'ended',
    'send-failed': 'ended',
    'resend-due': 'connecting',
    'restart-due': 'connecting',
    'connect-over': 'ended',
  },
  connected: {
    ...TALKING,
    ...within('connected'),
    'media-disconnected': 'reconnecting',
    'media-failed': 'reconnecting',
  },
  reconnecting: {
    ...TALKING,
    ...within('reconnecting'),
    'media-connected': 'connected',
    'media-disconnected': 'reconnecting',
    'media-failed': 'reconnecting',
    'restart-due': 'reconnecting',
    'connect-over': 'ended',
  },
  ended: {},
} as const satisfies CallTable;
