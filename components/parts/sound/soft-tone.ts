interface SoftTone {
  /** Hz, sounding together. */
  readonly frequencies: readonly number[];
  /** Seconds from now. */
  readonly after: number;
  readonly seconds: number;
  /** 0 to 1, of all of them together. */
  readonly volume: number;
}

/** Plays a tone that comes and goes without a click. Resolves when it is over; never where the context is closed before. */
export function softTone(context: AudioContext, output: AudioNode, tone: SoftTone): Promise<void> {
  const { frequencies, after, seconds, volume } = tone;
  const start = context.currentTime + after;
  const end = start + seconds;
  const edge = seconds / 5;
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(volume / frequencies.length, start + edge);
  gain.gain.setValueAtTime(volume / frequencies.length, end - edge);
  gain.gain.linearRampToValueAtTime(0, end);
  gain.connect(output);
  const voices = frequencies.map((frequency) => {
    const voice = new OscillatorNode(context, { frequency });
    voice.connect(gain);
    voice.start(start);
    voice.stop(end);
    return voice;
  });
  return new Promise((resolve) => {
    voices.at(-1)?.addEventListener('ended', () => {
      gain.disconnect();
      resolve();
    });
  });
}
