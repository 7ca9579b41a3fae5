import type { IceCandidate } from '../signalling/session-description.ts';
import type { PartyCandidates } from './call-context.ts';
import type { Party } from './call-input.ts';

/** What one call keeps of parties that were not chosen: more comes from nobody's honest network. */
const MOST_PARTIES = 32;
const MOST_CANDIDATES = 256;

export function addPartyCandidates(
  all: readonly PartyCandidates[],
  party: Party,
  candidates: readonly IceCandidate[],
): readonly PartyCandidates[] {
  const known = all.find((entry) => entry.party.id === party.id);
  const more = [...(known?.candidates ?? []), ...candidates].slice(0, MOST_CANDIDATES);
  if (known === undefined) return [...all, { party, candidates: more }].slice(-MOST_PARTIES);
  return all.map((entry) => (entry === known ? { party, candidates: more } : entry));
}

export function candidatesOf(all: readonly PartyCandidates[], party: Party): readonly IceCandidate[] {
  return all.find((entry) => entry.party.id === party.id)?.candidates ?? [];
}

/** Candidates that the description does not hold already; the end marker always goes out. */
export function notInside(sdp: string, candidates: readonly IceCandidate[]): readonly IceCandidate[] {
  return candidates.filter(({ candidate }) => candidate === '' || !sdp.includes(candidate));
}
