import type { GroupCallSnapshot, MatrixPort } from '../../src/index.ts';
import { obstacleOf } from '../engine-link/obstacle-of.ts';
import type { People, Person } from '../engine-link/people.ts';
import type { ShownGroupCall } from '../engine-link/shown-group-call.ts';
import type { SourceStatus } from '../engine-link/source.ts';
import type { Words } from '../locales/en.ts';
import type { GroupWords } from '../locales/group-words.en.ts';
import type { Obstacle } from '../parts/card/obstacle.ts';
import { canPictureInPicture } from '../parts/picture-in-picture/can-picture-in-picture.ts';
import type { Toast } from '../parts/toasts/toasts.ts';
import type { GroupPanels } from './group-panels.ts';
import { groupSceneOf } from './group-scene.ts';
import type { GroupSound } from './group-sound.ts';
import type { GroupView } from './group-view.ts';
import type { GroupWishes } from './group-wishes.ts';
import { listedPeople } from './listed-people.ts';
import { stageOf } from './stage-of.ts';
import { tilesOf } from './tiles-of.ts';

export interface GroupViewFacts {
  readonly wishes: GroupWishes;
  readonly status: SourceStatus;
  readonly port: MatrixPort | null;
  readonly call: ShownGroupCall | null;
  readonly people: People;
  readonly words: Words & GroupWords;
  readonly tag: string;
  readonly sound: GroupSound;
  /** Ids of participants. */
  readonly speaking: ReadonlySet<string>;
  /** By participant id. */
  readonly reactions: ReadonlyMap<string, string>;
  readonly panels: GroupPanels;
  readonly toasts: readonly Toast[];
  readonly dismissed: boolean;
  readonly duration: number | null;
  readonly isFullScreen: boolean;
}

/** Reads everything that one rendering shows. */
export function groupViewOf(facts: GroupViewFacts): GroupView {
  const { wishes, port, call, people, sound, status } = facts;
  const snapshot = call?.snapshot ?? null;
  const roomId = snapshot?.roomId ?? wishes.roomId;
  const room = port?.room(roomId);
  const person = (userId: string): Person => people.of(port, roomId, userId);
  const self = person(port?.userId ?? ownUserId(snapshot));
  const { tiles, stage } = laidOut(facts, person, self);
  const obstacle = obstacleOf(status, port) ?? roomObstacle(port, wishes.roomId);
  return {
    ...facts,
    snapshot,
    obstacle: call === null || snapshot?.state === 'lobby' ? obstacle : null,
    scene: groupSceneOf({ snapshot, obstacle, dismissed: facts.dismissed, staged: stage.length > 0 }),
    self,
    person,
    roomName: room?.name ?? '',
    encrypted: room?.encrypted ?? false,
    directLimit: snapshot?.backend === 'livekit' ? null : wishes.directLimit,
    tiles,
    stage,
    listed: listedPeople(tiles, sound.heard),
    handRaised:
      snapshot?.hands.some(({ participantId }) => participantId === snapshot.localParticipantId) ?? false,
    opened: facts.panels.opened,
    soundBlocked: sound.remote.blocked,
    speaker: sound.remote.speaker,
    unreachable: status.is === 'loading' && status.unreachable,
    signedOut: port?.connection === 'unauthorized',
    canPictureInPicture: canPictureInPicture(null),
  };
}

/** Nobody lies anywhere before we are in. */
function laidOut(facts: GroupViewFacts, person: (userId: string) => Person, { userId }: Person) {
  const { call, panels, speaking, reactions } = facts;
  if (call?.state !== 'entered') return { tiles: [], stage: [] };
  const { snapshot } = call;
  const { arrangement } = panels;
  const tiles = tilesOf({ ...arrangement, call, snapshot, person, selfId: userId, speaking, reactions });
  return { tiles, stage: stageOf(tiles, arrangement, snapshot.activeSpeaker) };
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
