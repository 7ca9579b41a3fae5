import type { CallSnapshot } from '../../src/index.ts';
import type { SourceStatus } from '../engine-link/source.ts';
import type { Obstacle } from '../parts/card/obstacle.ts';

/** What fills the element. One of them at a time; each has a drawing. */
export type Scene =
  | 'hidden'
  | 'loading'
  | 'problem'
  | 'idle'
  | 'outgoing'
  | 'incoming'
  | 'connecting'
  | 'blocked'
  | 'voice'
  | 'video'
  | 'share'
  | 'hold'
  | 'held'
  | 'ended'
  | 'missed';

export interface SceneFacts {
  readonly status: SourceStatus;
  readonly snapshot: CallSnapshot | null;
  readonly missed: boolean;
  readonly listen: boolean;
  readonly obstacle: Obstacle | null;
  /** Devices that the browser refused at the start, and the person has not said to go on without. */
  readonly blocked: boolean;
  readonly remoteVideo: boolean;
  readonly remoteScreen: boolean;
}

/** What is set up wrongly is said even where nothing else is shown. */
const SAID_WHILE_LISTENING: ReadonlySet<Obstacle | null> = new Set<Obstacle>([
  'no-client',
  'wrong-user',
  'invalid-homeserver',
]);

export function sceneOf(facts: SceneFacts): Scene {
  const { snapshot, missed, listen, obstacle, status } = facts;
  if (snapshot !== null) return callScene(snapshot, facts);
  if (missed) return 'missed';
  if (listen) return SAID_WHILE_LISTENING.has(obstacle) ? 'problem' : 'hidden';
  if (obstacle !== null) return 'problem';
  return status.is === 'ready' ? 'idle' : 'loading';
}

function callScene(snapshot: CallSnapshot, facts: SceneFacts): Scene {
  switch (snapshot.state) {
    case 'ended':
      return 'ended';
    case 'ringing':
      return 'incoming';
    case 'fledgling':
    case 'wait-local-media':
    case 'create-offer':
    case 'invite-sent':
      return facts.blocked ? 'blocked' : 'outgoing';
    case 'create-answer':
    case 'connecting':
      return facts.blocked ? 'blocked' : 'connecting';
    case 'connected':
    case 'reconnecting':
      if (facts.blocked) return 'blocked';
      if (snapshot.remoteOnHold) return 'hold';
      if (snapshot.localOnHold) return 'held';
      if (facts.remoteScreen) return 'share';
      return facts.remoteVideo ? 'video' : 'voice';
  }
}

/** Scenes of a call that goes on: with dock and self view, in the same place from the first to the last. */
export function isLive(scene: Scene): boolean {
  return LIVE.has(scene);
}

const LIVE: ReadonlySet<Scene> = new Set<Scene>([
  'outgoing',
  'connecting',
  'blocked',
  'voice',
  'video',
  'share',
  'hold',
  'held',
]);

/** Scenes of which there is more to show than what rings and connects. */
export function needsInCall(scene: Scene): boolean {
  return !WITHOUT.has(scene);
}

const WITHOUT: ReadonlySet<Scene> = new Set<Scene>([
  'hidden',
  'loading',
  'idle',
  'outgoing',
  'incoming',
  'connecting',
]);

/** Whether there is, or soon will be, something to see: known before anybody answers, so that the first picture waits for nothing. */
export function needsPictures(snapshot: CallSnapshot | null, scene: Scene): boolean {
  if (snapshot === null || snapshot.state === 'ended') return false;
  return (
    snapshot.type === 'video' || snapshot.local.camera !== 'off' || scene === 'video' || scene === 'share'
  );
}
