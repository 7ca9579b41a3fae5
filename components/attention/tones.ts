import { borrowAudio } from './borrow-audio.ts';
import { playNote, useSpeaker } from './play-note.ts';

const TONES = {
  join: [523, 659],
  leave: [659, 523],
} as const;

/** ms */
const LENGTH = 200;
/** Those that sound: two elements that show one call tell of the same at once. */
const sounding = new Set<keyof typeof TONES>();

/** Somebody came (rises) or went (falls): two notes within 200 ms. */
export function playTone(tone: keyof typeof TONES, speaker: string): void {
  if (sounding.has(tone)) return;
  // Longer than the tone: a new context needs a moment to begin.
  const audio = borrowAudio(AbortSignal.timeout(1000));
  if (audio === null) return;
  useSpeaker(audio, speaker);
  sounding.add(tone);
  setTimeout(() => sounding.delete(tone), LENGTH);
  const [first, second] = TONES[tone];
  playNote(audio, { frequency: first, at: 0, length: 0.1, loudness: 0.06 });
  playNote(audio, { frequency: second, at: 0.1, length: 0.1, loudness: 0.06 });
}
