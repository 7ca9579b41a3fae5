import type { GroupCallSnapshot, MatrixPort, MediaDevice } from '../../src/index.ts';
import { obstacleOf } from '../engine-link/obstacle-of.ts';
import type { People, Person } from '../engine-link/people.ts';
import type { ShownGroupCall } from '../engine-link/shown-group-call.ts';
import type { SourceStatus } from '../engine-link/source.ts';
import type { GroupFirstWords } from '../locales/group-language.ts';
import type { Obstacle } from '../parts/card/obstacle.ts';
import type { Overlay } from '../parts/request.ts';
import { groupSceneOf } from './group-scene.ts';
import type { Arranged, GroupView } from './group-view.ts';
import type { GroupWishes } from './group-wishes.ts';
import { tilesOf } from './tiles-of.ts';

export interface GroupViewFacts {
  readonly wishes: GroupWishes;
  readonly status: SourceStatus;
  readonly port: MatrixPort | null;
  readonly call: ShownGroupCall | null;
  /** The page has a call of its own: it needs neither room nor Matrix side here. */
  readonly lent: boolean;
  readonly people: People;
  readonly words: GroupFirstWords;
  readonly tag: string;
  readonly devices: readonly MediaDevice[];
  readonly speaker: string;
  readonly overlay: Overlay | null;
  readonly dismissed: boolean;
  readonly lacks: boolean;
  /** Adds to plain tiles what a call in progress knows of them. */
  readonly arrange: ((plain: Arranged, snapshot: GroupCallSnapshot) => Arranged) | null;
}

const NO_SOURCE: SourceStatus = { is: 'loading', unreachable: false };

/** Reads everything that one rendering shows. */
export function groupViewOf(facts: GroupViewFacts): GroupView {
  const { wishes, port, call, people, status } = facts;
  const snapshot = call?.snapshot ?? null;
  const roomId = snapshot?.roomId ?? wishes.roomId;
  const room = port?.room(roomId);
  const person = (userId: string): Person => people.of(port, roomId, userId);
  const self = person(port?.userId ?? ownUserId(snapshot));
  const arranged = arrangedTiles(facts, person, self);
  const obstacle = facts.lent
    ? obstacleOf(NO_SOURCE, null)
    : (obstacleOf(status, port) ?? roomObstacle(port, wishes.roomId));
  return {
    ...facts,
    ...arranged,
    snapshot,
    obstacle: call === null || snapshot?.state === 'lobby' ? obstacle : null,
    scene: groupSceneOf({
      snapshot,
      obstacle,
      dismissed: facts.dismissed,
      staged: arranged.stage.length > 0,
    }),
    self,
    person,
    roomName: room?.name ?? '',
    encrypted: room?.encrypted ?? null,
    directLimit: snapshot?.backend === 'livekit' ? null : wishes.directLimit,
    unreachable: status.is === 'loading' && status.unreachable,
    signedOut: port?.connection === 'unauthorized',
  };
}

/** Nobody lies anywhere before we are in. */
function arrangedTiles(
  { call, arrange }: GroupViewFacts,
  person: (userId: string) => Person,
  { userId }: Person,
): Arranged {
  if (call?.state !== 'entered') return { tiles: [], stage: [] };
  const plain = { tiles: tilesOf(call, person, userId), stage: [] };
  return arrange?.(plain, call.snapshot) ?? plain;
}

function roomObstacle(port: MatrixPort | null, roomId: string): Obstacle | null {
  if (port === null) return null;
  if (roomId === '') return 'no-callee';
  return port.room(roomId) === undefined ? 'unknown-room' : null;
}

/** Of a call that the page lent without its Matrix side. */
function ownUserId(snapshot: GroupCallSnapshot | null): string {
  return snapshot?.localParticipantId.replace(/:[^:]*$/, '') ?? '';
}
