import { FAILED_MS, LONG_MS } from './mesh-pair-times.ts';
import { flows } from './mesh-pair.ts';
import type { MeshPair } from './mesh-pair.ts';

type Waiting = Pick<MeshPair, 'state' | 'waitingSince'>;

export const takesLong = (pair: Waiting, now: number): boolean => hasWaited(pair, LONG_MS, now);

/** It is tried on. */
export const hasFailed = (pair: Waiting, now: number): boolean => hasWaited(pair, FAILED_MS, now);

/** Instants at which waiting for media changes its name. */
export function patience(
  pairs: readonly (Waiting & Pick<MeshPair, 'id'>)[],
): readonly (readonly [pair: string, at: number])[] {
  return pairs
    .filter((pair) => !flows(pair))
    .flatMap(({ id, waitingSince }) => [LONG_MS, FAILED_MS].map((ms) => [id, waitingSince + ms] as const));
}

function hasWaited(pair: Waiting, ms: number, now: number): boolean {
  return !flows(pair) && now >= pair.waitingSince + ms;
}
