import type { InviteEvent } from '../signalling/call-event.ts';
import type { Membership } from '../signalling/membership.ts';
import type { MeshPairCommand } from './mesh-pair-command.ts';
import { callAgainAfter, KEEP_MS, MISSING_MS, resendAfter } from './mesh-pair-times.ts';

/** A device that is in the call, as its membership says. */
export type MeshPeer = { readonly userId: string } & Pick<
  Membership,
  'deviceId' | 'membershipId' | 'dialect' | 'feeds'
>;

/**
 * - `idle`: no connection; who invites waits for its time, the other for the invite.
 * - `inviting`: our invite is out, nothing came back.
 * - `connecting`: both agreed, media do not flow, or not now.
 * - `connected`
 * - `missing`: the membership is gone without a hangup, before media flow: another device of the user may have overwritten it.
 * - `leaving`: the same while media flow.
 * - `gone`: for good.
 */
export type MeshPairState = 'idle' | 'inviting' | 'connecting' | 'missing' | 'connected' | 'leaving' | 'gone';

/** We and one other device. */
export interface MeshPair {
  /** The participant's id. */
  readonly id: string;
  readonly peer: MeshPeer;
  readonly weInvite: boolean;
  readonly state: MeshPairState;
  readonly callId: string | null;
  /** Since when media do not flow. */
  readonly waitingSince: number;
  /** When time changes something. */
  readonly dueAt: number | null;
  /** Calls since media flowed last. */
  readonly attempts: number;
  /** Invites of this call. */
  readonly invites: number;
  /** Calls that are over: an invite that arrives later for one of them is not accepted. */
  readonly finished: readonly string[];
}

export type MeshPairInput =
  /** In the call, as the same engine as before. */
  | { readonly type: 'present'; readonly peer: MeshPeer }
  /** In the call, as another engine of the same device. */
  | { readonly type: 'renewed'; readonly peer: MeshPeer }
  | { readonly type: 'absent' }
  /** Its time has come. */
  | { readonly type: 'due'; readonly newCallId: () => string }
  | { readonly type: 'invited'; readonly callId: string; readonly invite: InviteEvent }
  | { readonly type: 'invited-again'; readonly callId: string }
  | { readonly type: 'answered'; readonly callId: string }
  | { readonly type: 'media-connected'; readonly callId: string }
  | { readonly type: 'media-lost'; readonly callId: string }
  /** By a hangup, because time ran out, or because it failed. */
  | { readonly type: 'ended'; readonly callId: string }
  /** We leave. */
  | { readonly type: 'close' };

type Table = Readonly<Record<MeshPairState, Readonly<Partial<Record<MeshPairInput['type'], MeshPairState>>>>>;

/** The whole life of a pair: state × input → next state. What has no row does not happen. */
const TABLE = {
  idle: {
    present: 'idle',
    renewed: 'idle',
    absent: 'gone',
    due: 'inviting',
    invited: 'connecting',
    close: 'gone',
  },
  inviting: {
    present: 'inviting',
    renewed: 'idle',
    absent: 'gone',
    due: 'inviting',
    answered: 'connecting',
    ended: 'idle',
    close: 'gone',
  },
  connecting: {
    present: 'connecting',
    renewed: 'idle',
    absent: 'missing',
    invited: 'connecting',
    'invited-again': 'connecting',
    'media-connected': 'connected',
    ended: 'idle',
    close: 'gone',
  },
  missing: {
    present: 'connecting',
    renewed: 'idle',
    due: 'gone',
    'invited-again': 'missing',
    'media-connected': 'leaving',
    ended: 'gone',
    close: 'gone',
  },
  connected: {
    present: 'connected',
    renewed: 'idle',
    absent: 'leaving',
    invited: 'connecting',
    'media-lost': 'connecting',
    ended: 'idle',
    close: 'gone',
  },
  leaving: {
    present: 'connected',
    renewed: 'idle',
    due: 'gone',
    'media-lost': 'gone',
    ended: 'gone',
    close: 'gone',
  },
  gone: {},
} as const satisfies Table;

const MOST_FINISHED = 16;

export interface MeshPairStep {
  readonly pair: MeshPair;
  readonly commands: readonly MeshPairCommand[];
}

export function newMeshPair(
  fixed: Pick<MeshPair, 'id' | 'peer' | 'weInvite' | 'finished'>,
  now: number,
): MeshPair {
  return {
    ...fixed,
    state: 'idle',
    callId: null,
    waitingSince: now,
    dueAt: fixed.weInvite ? now : null,
    attempts: 0,
    invites: 0,
  };
}

/** Whether media do, as far as is known. */
export function flows({ state }: Pick<MeshPair, 'state'>): boolean {
  return state === 'connected' || state === 'leaving';
}

/** Whether media have not flowed for so many ms. */
export function hasWaited(pair: Pick<MeshPair, 'state' | 'waitingSince'>, ms: number, now: number): boolean {
  return !flows(pair) && now >= pair.waitingSince + ms;
}

/** The one function that moves a pair. */
export function meshPairStep(given: MeshPair, input: MeshPairInput, now: number): MeshPairStep {
  const pair = input.type === 'ended' ? withFinished(given, input.callId) : given;
  const state = (TABLE as Table)[pair.state][input.type];
  if (state === undefined || !concerns(pair, input)) return { pair, commands: [] };
  const { change, commands } = effectOf(pair, input, now);
  const stopped = input.type === 'renewed' || (flows(pair) && !flows({ state }));
  const next = { ...pair, ...change, state, ...(stopped && { waitingSince: now }) };
  return { pair: state === 'gone' ? withFinished(next, next.callId) : next, commands };
}

/** Words about a call that is not, or no longer, that of the pair mean nothing to it. */
function concerns(pair: MeshPair, input: MeshPairInput): boolean {
  if (input.type === 'invited') {
    return !pair.weInvite && pair.callId !== input.callId && !pair.finished.includes(input.callId);
  }
  return !('callId' in input) || input.callId === pair.callId;
}

interface Effect {
  readonly change: Partial<MeshPair>;
  readonly commands: readonly MeshPairCommand[];
}

function effectOf(pair: MeshPair, input: MeshPairInput, now: number): Effect {
  const { id, callId } = pair;
  switch (input.type) {
    case 'present': {
      const back = seemsGone(pair) && { dueAt: null };
      return { change: { peer: input.peer, ...back }, commands: [] };
    }
    case 'renewed':
      return {
        change: { ...anew(pair, now + callAgainAfter(pair.attempts)), peer: input.peer },
        commands: end(pair, 'silently'),
      };
    case 'absent':
      if (pair.state === 'connected') return { change: { dueAt: now + KEEP_MS }, commands: [] };
      if (pair.state === 'connecting') return { change: { dueAt: now + MISSING_MS }, commands: [] };
      return { change: { dueAt: null }, commands: end(pair, 'silently') };
    case 'due':
      return due(pair, input.newCallId, now);
    case 'invited':
      return {
        change: { finished: withFinished(pair, callId).finished, callId: input.callId, dueAt: null },
        commands: [
          // If the other side did not end it, it learns now that we did.
          ...end(pair, 'with-hangup'),
          { do: 'accept', pair: id, callId: input.callId, peer: pair.peer, invite: input.invite },
        ],
      };
    case 'invited-again':
      return { change: {}, commands: [{ do: 'resend-answer', pair: id, callId: input.callId }] };
    case 'answered':
      return { change: { dueAt: null }, commands: [] };
    case 'media-connected':
      return { change: { attempts: 0, ...(seemsGone(pair) && { dueAt: now + KEEP_MS }) }, commands: [] };
    case 'media-lost':
      return { change: {}, commands: pair.state === 'leaving' ? end(pair, 'with-hangup') : [] };
    case 'ended':
      return { change: anew(pair, now + callAgainAfter(pair.attempts + 1)), commands: [] };
    case 'close':
      return {
        change: { dueAt: null },
        commands: end(pair, seemsGone(pair) ? 'silently' : 'with-hangup'),
      };
  }
}

function seemsGone({ state }: MeshPair): boolean {
  return state === 'missing' || state === 'leaving';
}

/** Without a connection; who invites does so again at `dueAt`. */
function anew(pair: MeshPair, dueAt: number): Partial<MeshPair> {
  return {
    finished: withFinished(pair, pair.callId).finished,
    callId: null,
    attempts: pair.attempts + 1,
    dueAt: pair.weInvite ? dueAt : null,
  };
}

function due(pair: MeshPair, newCallId: () => string, now: number): Effect {
  const { id, callId, peer } = pair;
  // It learns when it comes back: it may have slept, and knows of no end.
  if (seemsGone(pair)) return { change: { dueAt: null }, commands: end(pair, 'with-hangup') };
  const invites = pair.state === 'idle' ? 1 : pair.invites + 1;
  const change = { invites, dueAt: now + resendAfter(invites) };
  if (pair.state === 'inviting' && callId !== null) {
    return { change, commands: [{ do: 'resend-invite', pair: id, callId }] };
  }
  const own = newCallId();
  return {
    change: { ...change, callId: own },
    commands: [{ do: 'invite', pair: id, callId: own, peer }],
  };
}

function end({ id, callId }: MeshPair, how: 'with-hangup' | 'silently'): readonly MeshPairCommand[] {
  return callId === null ? [] : [{ do: 'end', pair: id, callId, how }];
}

function withFinished(pair: MeshPair, callId: string | null): MeshPair {
  if (callId === null || pair.finished.includes(callId)) return pair;
  return { ...pair, finished: [...pair.finished, callId].slice(-MOST_FINISHED) };
}
