import type { GroupCallParticipant, GroupCallSnapshot } from '../../../src/index.ts';
import type { GroupTile } from '../../parts/group-tile/group-tile.ts';
import type { Arranged } from '../group-view.ts';
import { stageOf } from './stage-of.ts';
import type { Arrangement } from './stage-of.ts';

export interface TileFacts extends Arrangement {
  /** Ids of participants who are heard now. */
  readonly speaking: ReadonlySet<string>;
  /** What participants show for a moment, by id. */
  readonly reactions: ReadonlyMap<string, string>;
}

/** Adds to plain tiles who speaks, whose hand is up, what people show and to whom the connection is weak, and says which are big. */
export function arrange({ tiles }: Arranged, snapshot: GroupCallSnapshot, facts: TileFacts): Arranged {
  const inTurn = handsInTurn(snapshot);
  const weak = new Set(snapshot.participants.filter(isWeak).map(({ id }) => id));
  const known = tiles.map((tile): GroupTile => {
    const pinned = facts.pinned.has(tile.id);
    if (tile.screen) return { ...tile, pinned };
    const { participant, self, muted } = tile;
    const place = inTurn.indexOf(participant);
    return {
      ...tile,
      pinned,
      speaking: !self && facts.speaking.has(participant) && !muted,
      hand: place < 0 ? null : place + 1,
      weak: weak.has(participant),
      reaction: facts.reactions.get(participant) ?? null,
    };
  });
  return { tiles: known, stage: stageOf(known, facts, snapshot.activeSpeaker) };
}

/** Where there is no connection that says more. */
function isWeak({ connection, quality }: GroupCallParticipant): boolean {
  return connection === 'connected' && quality === 'weak';
}

/** Whose turn it is, by participant: one who raised several signs raised one hand. */
function handsInTurn({ hands }: GroupCallSnapshot): readonly string[] {
  return [...new Set(hands.map(({ participantId }) => participantId))];
}
