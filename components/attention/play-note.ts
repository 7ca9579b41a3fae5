/** Not in TypeScript's own types. */
interface WithSink {
  setSinkId?(deviceId: string): Promise<void>;
}

export interface Note {
  /** Hz */
  readonly frequency: number;
  /** Seconds from now. */
  readonly at: number;
  /** Seconds until it has faded. */
  readonly length: number;
  /** 0 to 1 */
  readonly loudness: number;
}

export function playNote(audio: BaseAudioContext, { frequency, at, length, loudness }: Note): void {
  const start = audio.currentTime + at;
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(loudness, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0005, start + length);
  const note = new OscillatorNode(audio, { frequency });
  note.connect(gain).connect(audio.destination);
  note.start(start);
  note.stop(start + length);
}

/** Tones come out of `deviceId` where the browser can; where it cannot, out of the usual speaker. */
export function useSpeaker(audio: AudioContext, deviceId: string): void {
  void (audio as WithSink).setSinkId?.(deviceId).catch(() => undefined);
}
