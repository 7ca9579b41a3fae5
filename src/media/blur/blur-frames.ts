import { Painter } from './painter.ts';
import type { BlurParts } from './painter.ts';

/** A camera's pictures, and where they go. */
export interface Frames {
  readonly readable: ReadableStream<VideoFrame>;
  readonly writable: WritableStream<VideoFrame>;
}

/** Blurs the background of every picture until there are no more; the others never see one that is not. */
export async function blurFrames(
  parts: BlurParts,
  { readable, writable }: Frames,
  begun: () => void,
): Promise<void> {
  const painter = new Painter(parts);
  const paint = new TransformStream<VideoFrame, VideoFrame>({
    transform: (frame, output) => {
      try {
        const { displayWidth, displayHeight, timestamp } = frame;
        output.enqueue(new VideoFrame(painter.paint(frame, displayWidth, displayHeight), { timestamp }));
        begun();
      } finally {
        frame.close();
      }
    },
  });
  await readable.pipeThrough(paint).pipeTo(writable);
}
