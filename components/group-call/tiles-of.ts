import type { GroupCallParticipant, GroupCallSnapshot } from '../../src/index.ts';
import type { Person } from '../engine-link/people.ts';
import type { ShownGroupCall } from '../engine-link/shown-group-call.ts';
import type { GroupTile } from '../parts/group-tile/group-tile.ts';
import type { Arrangement } from './group-view.ts';

export interface TileFacts extends Arrangement {
  readonly call: ShownGroupCall;
  readonly snapshot: GroupCallSnapshot;
  readonly person: (userId: string) => Person;
  readonly selfId: string;
  /** Ids of participants who are heard now. */
  readonly speaking: ReadonlySet<string>;
  /** What participants show for a moment, by id. */
  readonly reactions: ReadonlyMap<string, string>;
}

/** The tile of a screen has an id of its own beside its participant's. */
function screenTile(participant: string): string {
  return `${participant} screen`;
}

/** Others in the order in which they came, each with their screen before them; we are last. */
export function tilesOf(facts: TileFacts): readonly GroupTile[] {
  const others = facts.snapshot.participants.flatMap((participant) => tilesOfParticipant(facts, participant));
  return [...others, ...ownTiles(facts)];
}

/** Whose turn it is, by participant: one who raised several signs raised one hand. */
function handsInTurn({ hands }: GroupCallSnapshot): readonly string[] {
  return [...new Set(hands.map(({ participantId }) => participantId))];
}

function tilesOfParticipant(facts: TileFacts, participant: GroupCallParticipant): GroupTile[] {
  const { id, userId, connection, microphoneMuted, cameraMuted, screensharing } = participant;
  const { userMediaStream, screenStream } = facts.call.streamsOf(id);
  const plain = { ...blank(facts, id, userId), frozen: connection === 'reconnecting' };
  const camera: GroupTile = {
    ...plain,
    stream: cameraMuted ? null : userMediaStream,
    muted: microphoneMuted,
    speaking: facts.speaking.has(id) && !microphoneMuted,
    hand: handOf(facts, id),
    reaction: facts.reactions.get(id) ?? null,
    connection: connection === 'connected' ? null : connection,
  };
  if (!screensharing) return [camera];
  const tile = screenTile(id);
  return [{ ...plain, id: tile, stream: screenStream, screen: true, pinned: facts.pinned.has(tile) }, camera];
}

function ownTiles(facts: TileFacts): GroupTile[] {
  const { call, snapshot, selfId } = facts;
  const { localParticipantId: id, local } = snapshot;
  const plain = { ...blank(facts, id, selfId), self: true };
  const camera: GroupTile = {
    ...plain,
    stream: local.camera === 'on' ? call.localUserMediaStream : null,
    mirrored: true,
    muted: local.microphone !== 'on',
    hand: handOf(facts, id),
    reaction: facts.reactions.get(id) ?? null,
  };
  if (local.screen !== 'on') return [camera];
  const tile = screenTile(id);
  return [
    {
      ...plain,
      id: tile,
      stream: call.localScreenSharingStream,
      screen: true,
      pinned: facts.pinned.has(tile),
    },
    camera,
  ];
}

function handOf({ snapshot }: TileFacts, id: string): number | null {
  const place = handsInTurn(snapshot).indexOf(id);
  return place < 0 ? null : place + 1;
}

function blank({ person, pinned }: TileFacts, id: string, userId: string): GroupTile {
  return {
    id,
    participant: id,
    ...person(userId),
    stream: null,
    ...{ screen: false, self: false, mirrored: false, muted: false, speaking: false, frozen: false },
    ...{ hand: null, reaction: null, weak: false, unencrypted: false, locked: false, connection: null },
    pinned: pinned.has(id),
  };
}
