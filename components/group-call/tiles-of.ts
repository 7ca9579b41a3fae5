import type { GroupCallParticipant } from '../../src/index.ts';
import type { Person } from '../engine-link/people.ts';
import type { ShownGroupCall } from '../engine-link/shown-group-call.ts';
import type { GroupTile } from '../parts/group-tile/group-tile.ts';

type PersonOf = (userId: string) => Person;

/** Others in the order in which they came, each with their screen before them; we are last. */
export function tilesOf(call: ShownGroupCall, person: PersonOf, selfId: string): readonly GroupTile[] {
  const others = call.snapshot.participants.flatMap((participant) => tilesOfOther(call, participant, person));
  return [...others, ...ownTiles(call, person(selfId))];
}

function tilesOfOther(
  call: ShownGroupCall,
  participant: GroupCallParticipant,
  person: PersonOf,
): GroupTile[] {
  const { id, userId, connection, microphoneMuted, cameraMuted, screensharing } = participant;
  const { userMediaStream, screenStream } = call.streamsOf(id);
  const plain = { ...blank(id, person(userId)), frozen: connection === 'reconnecting' };
  const camera: GroupTile = {
    ...plain,
    stream: cameraMuted ? null : userMediaStream,
    muted: microphoneMuted,
    connection: connection === 'connected' ? null : connection,
  };
  return screensharing ? [screenTile(plain, screenStream), camera] : [camera];
}

function ownTiles(call: ShownGroupCall, self: Person): GroupTile[] {
  const { localParticipantId, local } = call.snapshot;
  const plain = { ...blank(localParticipantId, self), self: true };
  const camera: GroupTile = {
    ...plain,
    stream: local.camera === 'on' ? call.localUserMediaStream : null,
    mirrored: true,
    muted: local.microphone !== 'on',
  };
  return local.screen === 'on' ? [screenTile(plain, call.localScreenSharingStream), camera] : [camera];
}

/** It has an id of its own beside its participant's. */
function screenTile(plain: GroupTile, stream: MediaStream | null): GroupTile {
  return { ...plain, id: `${plain.id} screen`, stream, screen: true };
}

function blank(id: string, person: Person): GroupTile {
  return {
    id,
    participant: id,
    ...person,
    stream: null,
    ...{ screen: false, self: false, mirrored: false, muted: false, speaking: false, frozen: false },
    ...{ hand: null, reaction: null, weak: false, unencrypted: false, locked: false, connection: null },
    pinned: false,
  };
}
