import { borrowAudio } from './borrow-audio.ts';
import { playNote, useSpeaker } from './play-note.ts';

const TONES = {
  join: [523, 659],
  leave: [659, 523],
} as const;

/** Somebody came (rises) or went (falls): two notes within 200 ms. */
export function playTone(tone: keyof typeof TONES, speaker: string): void {
  // Longer than the tone: a new context needs a moment to begin.
  const audio = borrowAudio(AbortSignal.timeout(1000));
  if (audio === null) return;
  useSpeaker(audio, speaker);
  const [first, second] = TONES[tone];
  playNote(audio, { frequency: first, at: 0, length: 0.1, loudness: 0.06 });
  playNote(audio, { frequency: second, at: 0.1, length: 0.1, loudness: 0.06 });
}
