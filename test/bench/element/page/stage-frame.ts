import { firstFrame } from '../../call/page/first-frame.ts';

/** When the first picture is there in the stage of an element that is shown in this page. */
export function stageFrame(): Promise<number> {
  const known = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject')!;
  return new Promise((resolve) => {
    Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
      ...known,
      set(this: HTMLMediaElement, stream: MediaStream | null) {
        known.set!.call(this, stream);
        if (this instanceof HTMLVideoElement && stream !== null && isOnStage(this)) {
          void firstFrame(this).then(resolve);
        }
      },
    });
  });
}

function isOnStage(video: HTMLVideoElement): boolean {
  const root = video.getRootNode();
  return root instanceof ShadowRoot && root.host.matches('.stage famedly-tile');
}
