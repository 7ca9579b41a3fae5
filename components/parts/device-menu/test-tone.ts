import { softTone } from '../sound/soft-tone.ts';

/** Not in the browser's types yet, and not in every browser. */
interface OutputChoice {
  setSinkId?(sinkId: string): Promise<void>;
}

/** Two soft notes out of a speaker, `''` for the system's. Resolves when they are over or `signal` aborts; rejects where that speaker cannot be had. */
export async function playTestTone(sinkId: string, signal: AbortSignal): Promise<void> {
  const context = new AudioContext();
  try {
    await Promise.race([play(context, sinkId), aborted(signal)]);
  } finally {
    await context.close();
  }
}

async function play(context: AudioContext, sinkId: string): Promise<void> {
  const output = await outputOf(context, sinkId);
  await context.resume();
  void softTone(context, output, { frequencies: [523.25], after: 0, seconds: 0.5, volume: 0.15 });
  await softTone(context, output, { frequencies: [659.25], after: 0.4, seconds: 0.8, volume: 0.15 });
}

async function outputOf(context: AudioContext, sinkId: string): Promise<AudioNode> {
  if (sinkId === '') return context.destination;
  const choice = context as AudioContext & OutputChoice;
  if (choice.setSinkId) {
    await choice.setSinkId(sinkId);
    return context.destination;
  }
  const stream = context.createMediaStreamDestination();
  const audio = new Audio();
  audio.srcObject = stream.stream;
  await audio.setSinkId(sinkId);
  await audio.play();
  return stream;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
