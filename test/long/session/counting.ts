import { systemClock } from '../../../src/foundation/clock.ts';
import type { Clock } from '../../../src/index.ts';

declare const gc: () => void;

export interface Counted {
  readonly connections: RTCPeerConnection[];
  readonly tracks: MediaStreamTrack[];
  timers: number;
}

/** A delegate and a clock that remember what was made through them. */
export function counting(): Counted & { delegate: object; clock: Clock } {
  const counted: Counted = { connections: [], tracks: [], timers: 0 };
  const clock: Clock = {
    now: () => systemClock.now(),
    after(ms, task) {
      counted.timers += 1;
      let open = true;
      const close = (): void => {
        if (open) counted.timers -= 1;
        open = false;
      };
      const cancel = systemClock.after(ms, () => {
        close();
        task();
      });
      return () => {
        cancel();
        close();
      };
    },
  };
  const mediaDevices = {
    getUserMedia: async ({ audio, video }: MediaStreamConstraints) => {
      const size = { width: 160, height: 90, frameRate: 5 };
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: audio ?? false,
        video: video ? size : false,
      });
      counted.tracks.push(...stream.getTracks());
      return stream;
    },
    enumerateDevices: () => navigator.mediaDevices.enumerateDevices(),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  const createPeerConnection = (configuration: RTCConfiguration): RTCPeerConnection => {
    const connection = new RTCPeerConnection(configuration);
    counted.connections.push(connection);
    return connection;
  };
  return Object.assign(counted, { clock, delegate: { mediaDevices, createPeerConnection } });
}

/** What the browser holds for a closed connection goes some turns of the event loop after the object that wrapped it. */
export async function heapAfterGarbageCollection(): Promise<number> {
  for (let round = 0; round < 20; round += 1) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
}
