const EVERY_MS = 3_000;
/** Hz and the moment in seconds. */
const NOTES: readonly (readonly [number, number])[] = [
  [587, 0],
  [740, 0.26],
];

/** Two soft notes every three seconds, until stopped: the end of the call, or a person who wants silence. */
export class Ringtone {
  #stop: (() => void) | null = null;

  play(): void {
    // A page that nobody has clicked in may make no sound, and the browser would say so in the console.
    if (!navigator.userActivation.hasBeenActive) return;
    this.stop();
    const audio = new AudioContext();
    const ring = (): void => NOTES.forEach(([frequency, at]) => playNote(audio, frequency, at));
    ring();
    const timer = setInterval(ring, EVERY_MS);
    this.#stop = () => {
      clearInterval(timer);
      void audio.close();
    };
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }
}

function playNote(audio: AudioContext, frequency: number, at: number): void {
  const start = audio.currentTime + at;
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.linearRampToValueAtTime(0.1, start + 0.03);
  gain.gain.exponentialRampToValueAtTime(0.001, start + 0.8);
  const note = new OscillatorNode(audio, { frequency });
  note.connect(gain).connect(audio.destination);
  note.start(start);
  note.stop(start + 0.9);
}
