const EVERY_MS = 3_000;
/** Hz and the moment in seconds: a rising third. */
const NOTES = [
  [659, 0],
  [830, 0.28],
] as const;

/** Two soft notes every three seconds, where the browser allows sound; the returned function ends them. */
export function playTone(): () => void {
  // Absent in Node and in workers.
  const { AudioContext: Context } = globalThis as { AudioContext?: typeof AudioContext };
  const { userActivation } = globalThis.navigator as { userActivation?: UserActivation };
  // Before the first click on the page the browser would refuse, with a warning.
  if (Context === undefined || userActivation?.hasBeenActive === false) return () => undefined;
  const audio = new Context();
  const ring = (): void => {
    for (const [frequency, at] of NOTES) playNote(audio, frequency, at);
  };
  ring();
  const timer = setInterval(ring, EVERY_MS);
  return () => {
    clearInterval(timer);
    void audio.close();
  };
}

function playNote(audio: AudioContext, frequency: number, at: number): void {
  const start = audio.currentTime + at;
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.linearRampToValueAtTime(0.12, start + 0.03);
  gain.gain.exponentialRampToValueAtTime(0.001, start + 0.9);
  const note = new OscillatorNode(audio, { frequency });
  note.connect(gain).connect(audio.destination);
  note.start(start);
  note.stop(start + 1);
}
