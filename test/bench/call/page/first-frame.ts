import { now } from './now.ts';
import { timeline } from './timeline.ts';

/** When the first picture of the stream that the video has now is there. */
export function firstFrame(video: HTMLVideoElement): Promise<number> {
  timeline.mark('stream in the video');
  return new Promise((resolve) => {
    const look = (_at: number, { width }: VideoFrameCallbackMetadata): void => {
      // Before there is anything to decode Chromium shows a placeholder of 2×2.
      if (width > 2) resolve(now());
      else video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
  });
}
