import type { RaisedHand } from '../group-call/hands.ts';
import type { GroupCallEndReason, GroupCallState } from '../group-call/group-call-state.ts';
import type { OwnContext } from '../group-call/own-context.ts';
import type { ParticipantConnection, ParticipantMedia } from '../media/backend.ts';
import type { BackgroundBlur } from '../media/background-blur.ts';
import type { SlotState } from '../media/local-media-port.ts';
import type { MediaSlot } from '../media/media-error.ts';
import type { MediaProblem } from './call-snapshot.ts';

/** Another device in the call, as it is seen from here. */
export interface GroupCallParticipant {
  /** `userId:deviceId` */
  readonly id: string;
  readonly userId: string;
  readonly deviceId: string;
  /** Before we enter: `connecting`. */
  readonly connection: ParticipantConnection;
  /** It is not connected, and has not been for 10 s; after 30 s it is `failed`, and tried on. */
  readonly takesLong: boolean;
  /** Of the connection between us: weak where people hear it. */
  readonly quality: ParticipantMedia['quality'];
  readonly microphoneMuted: boolean;
  readonly cameraMuted: boolean;
  readonly screensharing: boolean;
  /** The room is encrypted and the device's keys are not known: nothing was sent to it. */
  readonly unreachable: boolean;
}

/** Why others do not see us in the call. */
export type GroupCallProblem =
  | {
      readonly code: 'forbidden';
      readonly own: number;
      readonly needed: number;
      /** `allowEverybody` would help. */
      readonly mayAllowEverybody: boolean;
    }
  /** The homeserver did not take our membership; it is tried again. */
  | { readonly code: 'signalling-failed' }
  /** The call that goes on has its media over a server, as `backend` says: it cannot be joined from here. */
  | { readonly code: 'unsupported' };

/** A group call at one moment: frozen; what did not change is the same object as before. */
export interface GroupCallSnapshot {
  readonly roomId: string;
  readonly callId: string;
  readonly application: string;
  readonly scope: string;
  /** Of the call that we are in, or would join. */
  readonly backend: 'mesh' | 'livekit';
  readonly state: GroupCallState;
  /** ms since epoch by this device's clock; `null` before we were in. */
  readonly enteredAt: number | null;
  readonly localParticipantId: string;
  /** The others, in the order in which they came; in the lobby those who are in already. */
  readonly participants: readonly GroupCallParticipant[];
  readonly local: Readonly<Record<MediaSlot, SlotState>>;
  /** First raised first; our own is among them. */
  readonly hands: readonly RaisedHand[];
  /** The participant who speaks, or spoke last; `null`: nobody has. */
  readonly activeSpeaker: string | null;
  /** Until when the call rings for us: ms since epoch by this device's clock; `null`: it does not. */
  readonly ringsUntil: number | null;
  /** Pictures go out small, as was asked for. */
  readonly savesData: boolean;
  /** Whether the others see what is behind the person. */
  readonly backgroundBlur: BackgroundBlur;
  /** The homeserver has not answered for 5 s; media may flow all the same. */
  readonly signallingInterrupted: boolean;
  readonly problems: readonly MediaProblem[];
  readonly problem: GroupCallProblem | null;
  readonly endReason: GroupCallEndReason | null;
}

export function problemOf(
  { problem, backend: ours }: OwnContext,
  backend: GroupCallSnapshot['backend'],
  mayAllowEverybody: () => boolean,
): GroupCallProblem | null {
  if (backend !== ours.type) return { code: 'unsupported' };
  if (problem === null) return null;
  if (problem.kind === 'not-written') return { code: 'signalling-failed' };
  const { own, needed } = problem;
  return { code: 'forbidden', own, needed, mayAllowEverybody: mayAllowEverybody() };
}

/** The same object when nothing changed, else a new one whose unchanged parts are the old ones. */
export function nextGroupCallSnapshot(
  before: GroupCallSnapshot | null,
  now: GroupCallSnapshot,
): GroupCallSnapshot {
  if (before === null) return Object.freeze(now);
  const participants = keptParts(before.participants, now.participants);
  const next = { ...now, participants };
  const entries = Object.entries(next).map(([key, value]) => {
    const old = before[key as keyof GroupCallSnapshot];
    return [key, isSame(old, value) ? old : value] as const;
  });
  if (entries.every(([key, value]) => before[key as keyof GroupCallSnapshot] === value)) return before;
  return Object.freeze(Object.fromEntries(entries) as unknown as GroupCallSnapshot);
}

function keptParts(
  before: readonly GroupCallParticipant[],
  now: readonly GroupCallParticipant[],
): readonly GroupCallParticipant[] {
  const known = new Map(before.map((participant) => [participant.id, participant]));
  return now.map((participant) => {
    const old = known.get(participant.id);
    return old !== undefined && isSame(old, participant) ? old : Object.freeze(participant);
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
