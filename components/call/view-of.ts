import type { CallSnapshot, MatrixPort } from '../../src/index.ts';
import type { Missed } from '../engine-link/call-slot.ts';
import type { People, Person } from '../engine-link/people.ts';
import type { ShownCall } from '../engine-link/shown-call.ts';
import type { SourceStatus } from '../engine-link/source.ts';
import type { Obstacle } from '../parts/card/obstacle.ts';
import type { CallView } from './call-view.ts';
import { sceneOf } from './scene.ts';
import { targetOf } from './target.ts';
import { obstacleOf } from '../engine-link/obstacle-of.ts';
import type { Target } from './target.ts';
import type { Wishes } from './wishes.ts';

export interface ViewFacts {
  readonly wishes: Wishes;
  readonly status: SourceStatus;
  readonly port: MatrixPort | null;
  readonly call: ShownCall | null;
  readonly missed: Missed | null;
  readonly people: People;
  /** The person goes on without what the browser refuses. */
  readonly unblocked: boolean;
  /** The other side's video stands still because the connection is weak. */
  readonly videoPaused: boolean;
}

/** What the view says as it was told. */
type Told = Pick<
  CallView,
  'words' | 'tag' | 'failure' | 'endedAt' | 'soundBlocked' | 'silenced' | 'overlay' | 'lacks'
>;

/** Reads everything that one rendering shows. */
export function viewOf(facts: ViewFacts, told: Told): CallView {
  const { wishes, port, call, missed, people, status } = facts;
  const snapshot = call?.snapshot ?? null;
  const target = port === null ? null : targetOf(port, wishes.roomId, wishes.callee);
  const aim = isTarget(target) ? target : null;
  const roomId = snapshot?.roomId ?? missed?.roomId ?? aim?.room.roomId ?? '';
  const room = port?.room(roomId);
  const peer =
    snapshot === null
      ? people.of(port, roomId, missed?.userId ?? aim?.userId ?? '')
      : people.peer(port, snapshot);
  const obstacle = obstacleOf(status, port) ?? (typeof target === 'string' ? target : null);
  return {
    ...told,
    obstacle,
    call,
    snapshot,
    peer,
    missed,
    scene: sceneOf({
      status,
      snapshot,
      missed: missed !== null,
      listen: wishes.listen,
      obstacle,
      blocked: !facts.unblocked && isBlocked(snapshot),
      remoteVideo:
        !facts.videoPaused && hasVideo(call?.remoteUserMediaStream) && snapshot?.remote.cameraMuted === false,
      remoteScreen: hasVideo(call?.remoteScreenSharingStream),
    }),
    type: wishes.type,
    self: people.of(port, roomId, port?.userId ?? ''),
    roomName: roomName(room?.name, room?.directUserId ?? null, peer),
    encrypted: room?.encrypted ?? false,
    canCall: port !== null && room !== undefined,
    unreachable: status.is === 'loading' && status.unreachable,
    interrupted: port?.connection === 'interrupted',
    signedOut: port?.connection === 'unauthorized',
  };
}

function isTarget(target: Target | Obstacle | null): target is Target {
  return target !== null && typeof target !== 'string';
}

/** Connected, with the devices that there are: what is refused from now on is said beside the call, not in its place. */
export function hasStarted(snapshot: CallSnapshot | null): boolean {
  if (snapshot?.connectedAt == null) return false;
  const { microphone, camera } = snapshot.local;
  return !isBlocked(snapshot) && microphone !== 'opening' && camera !== 'opening';
}

function isBlocked(snapshot: CallSnapshot | null): boolean {
  return snapshot?.problems.some(({ code }) => code === 'permission-denied') ?? false;
}

function hasVideo(stream: MediaStream | null | undefined): boolean {
  return stream?.getVideoTracks().some(({ readyState }) => readyState === 'live') ?? false;
}

/** From where somebody calls; a room of two has nothing to add to their name. */
function roomName(name: string | undefined, directUserId: string | null, peer: Person): string | null {
  return name === undefined || name === '' || name === peer.name || directUserId === peer.userId
    ? null
    : name;
}
