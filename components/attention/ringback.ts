import { borrowAudio } from './borrow-audio.ts';
import { playNote, useSpeaker } from './play-note.ts';

const EVERY_MS = 3000;
/** Lower and half as loud as the ring tone: it is close to the caller's ear. */
const NOTES = [
  { frequency: 392, at: 0, length: 0.9, loudness: 0.05 },
  { frequency: 494, at: 0.28, length: 0.9, loudness: 0.05 },
] as const;

/** Those who wait for an answer; the first hears it for all: two elements may show one call. */
const waiting = new Set<AbortSignal>();

/** What the caller hears while it rings there, until `signal` aborts. */
export function playRingback(speaker: string, signal: AbortSignal): void {
  const audio = borrowAudio(signal);
  if (audio === null) return;
  useSpeaker(audio, speaker);
  waiting.add(signal);
  const ring = (): void => {
    const [first] = waiting;
    if (first === signal) for (const note of NOTES) playNote(audio, note);
  };
  ring();
  const timer = setInterval(() => {
    // The time of a suspended context stands still: all notes would sound at once when it goes on.
    if (audio.state === 'running') ring();
  }, EVERY_MS);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    waiting.delete(signal);
  });
}
