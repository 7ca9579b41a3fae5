import type { MatrixConnection, MatrixPort, MatrixPortEvents, Room, TimelineEvent } from 'famedly-calls';
import { moreIds, peerId, roomId, selfId, thirdId } from './cast.ts';
import type { Cast } from './cast.ts';
import { Listeners } from './listeners.ts';

export interface PortScript {
  readonly cast: Cast;
  readonly connection?: MatrixConnection;
  /** Three people in the room: who is called is no longer plain. */
  readonly crowd?: boolean;
  /** Everybody of the cast. */
  readonly everybody?: boolean;
}

/** A Matrix side that knows one room and sends nothing. */
export interface ScriptedPort extends MatrixPort {
  /** What happens in the room, as one sync response. */
  hear(...events: readonly Pick<TimelineEvent, 'type' | 'content'>[]): void;
}

const never = <Value>(): Promise<Value> => new Promise(() => undefined);

export function scriptedPort({
  cast,
  connection = 'connected',
  crowd = false,
  everybody = false,
}: PortScript): ScriptedPort {
  const listeners = new Listeners<MatrixPortEvents>();
  const room = everybody ? fullRoom(cast) : roomOf(cast, crowd);
  return {
    userId: selfId,
    deviceId: 'SHOWN',
    capabilities: {
      ...{ wholeBatches: true, senderDevice: true, encryption: true, media: false },
      ...{ delayedEvents: false, turnServers: false, openIdToken: false, rtcTransports: false },
      ...{ sendOnUnload: false, redactionExtras: false },
    },
    connection,
    serverClockOffset: 0,
    rooms: () => [room],
    room: (wanted) => (wanted === roomId ? room : undefined),
    on: (name, listener, options) => listeners.on(name, listener, options),
    hear: (...events) => listeners.tell('batch', { events: events.map(fromPeer), gaps: [] }),
    avatar: never,
    sendEvent: never,
    sendOnUnload: () => undefined,
    redact: never,
    recent: () => Promise.resolve([]),
    state: () => Promise.resolve([]),
    sendState: never,
    sendToDevice: never,
    scheduleState: never,
    updateScheduled: never,
    turnServers: () => Promise.resolve({ iceServers: [], ttl: 86_400_000 }),
    openIdToken: never,
    rtcTransports: () => Promise.resolve([]),
    dispose: () => undefined,
  };
}

const member = (userId: string, displayName: string) =>
  ({ userId, displayName, avatarUrl: null, membership: 'join' }) as const;

function fullRoom(cast: Cast): Room {
  const room = roomOf(cast, true);
  const others = moreIds.map((userId, index) => member(userId, cast.more[index] ?? ''));
  return { ...room, members: [...room.members, ...others] };
}

function roomOf(cast: Cast, crowd: boolean): Room {
  const two = [member(selfId, cast.self), member(peerId, cast.peer)];
  return {
    roomId,
    name: crowd ? cast.room : cast.peer,
    avatarUrl: null,
    encrypted: true,
    isPublic: false,
    version: '11',
    directUserId: crowd ? null : peerId,
    members: crowd ? [...two, member(thirdId, cast.third)] : two,
    powerLevels: null,
  };
}

function fromPeer({ type, content }: Pick<TimelineEvent, 'type' | 'content'>): TimelineEvent {
  const eventId = `$${crypto.randomUUID()}`;
  const originServerTs = Date.now();
  return { eventId, roomId, type, sender: peerId, content, originServerTs, age: 0, encrypted: true };
}
