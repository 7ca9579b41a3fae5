import { borrowAudio } from '../attention/borrow-audio.ts';

/** 20 times a second: quick enough for bars, and little work. */
const EVERY_MS = 50;
/** 21 ms of sound at 48 kHz: the voice of one moment. */
const SAMPLES = 1024;
/** dBFS: what is quieter shows as 0, what is louder as 1. */
const QUIET = -60;
const LOUD = -12;

/**
 * Tells how loud a stream is at the moment, 0 to 1 in steps of 0.05, whenever it has changed, until `signal` aborts. The ear hears
 * decibels, so the scale is theirs. In Chromium a remote stream has a level only while an audio element plays it.
 */
export function watchVoiceLevel(
  stream: MediaStream,
  onLevel: (level: number) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  let last = 0;
  let measure: (() => number) | null = null;
  const timer = setInterval(() => {
    // Not before the first click on the page.
    measure ??= openMeter(stream, signal);
    const level = measure === null ? 0 : measure();
    if (level === last) return;
    last = level;
    onLevel(level);
  }, EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

function openMeter(stream: MediaStream, signal: AbortSignal): (() => number) | null {
  const audio = borrowAudio(signal);
  if (audio === null) return null;
  const analyser = new AnalyserNode(audio, { fftSize: SAMPLES });
  const samples = new Float32Array(SAMPLES);
  let track: MediaStreamTrack | null = null;
  let source: MediaStreamAudioSourceNode | null = null;
  // A source stays with the track that the stream had first.
  const follow = (): void => {
    const current = stream.getAudioTracks().find(({ readyState }) => readyState === 'live') ?? null;
    if (current === track) return;
    source?.disconnect();
    track = current;
    source = track && new MediaStreamAudioSourceNode(audio, { mediaStream: new MediaStream([track]) });
    source?.connect(analyser);
  };
  signal.addEventListener('abort', () => source?.disconnect(), { once: true });
  return () => {
    follow();
    analyser.getFloatTimeDomainData(samples);
    return levelOf(samples);
  };
}

function levelOf(samples: Float32Array): number {
  let energy = 0;
  for (const sample of samples) energy += sample * sample;
  const decibels = 10 * Math.log10(energy / samples.length);
  const level = (decibels - QUIET) / (LOUD - QUIET);
  return Math.round(Math.min(1, Math.max(0, level)) * 20) / 20;
}
