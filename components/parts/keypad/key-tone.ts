import { softTone } from '../sound/soft-tone.ts';

const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477];

/** The twelve keys in their order. */
export const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
export type Key = (typeof keys)[number];

/** The two frequencies of a key sounding together, short and soft. */
export function playKeyTone(context: AudioContext, key: Key): Promise<void> {
  const place = keys.indexOf(key);
  const frequencies = [rows[Math.floor(place / 3)] ?? 0, columns[place % 3] ?? 0];
  return softTone(context, context.destination, { frequencies, after: 0, seconds: 0.1, volume: 0.1 });
}
