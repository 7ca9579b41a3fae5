import type { StandIns } from './stand-ins.ts';

const RATE = 48_000;

/** What `play` sounds like within `seconds`: it gets an AudioContext that is rendered, not heard. */
export async function hear(standIns: StandIns, seconds: number, play: () => void): Promise<HeardTone> {
  const offline = new OfflineAudioContext(1, RATE * seconds, RATE);
  Object.assign(offline, { close: () => Promise.resolve() });
  standIns.put(globalThis, 'AudioContext', {
    value: function OfflineInstead() {
      return offline;
    },
  });
  play();
  return new HeardTone((await offline.startRendering()).getChannelData(0));
}

export class HeardTone {
  readonly #samples: Float32Array;

  constructor(samples: Float32Array) {
    this.#samples = samples;
  }

  /** 0 to 1, between two moments in seconds. */
  peak(from: number, to: number): number {
    return this.#between(from, to).reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
  }

  /** Hz of a single note, counted by its zero crossings. */
  pitch(from: number, to: number): number {
    const samples = this.#between(from, to);
    let crossings = 0;
    for (let at = 1; at < samples.length; at += 1) {
      if (samples[at - 1]! < 0 !== samples[at]! < 0) crossings += 1;
    }
    return crossings / 2 / (to - from);
  }

  #between(from: number, to: number): Float32Array {
    return this.#samples.slice(from * RATE, to * RATE);
  }
}
