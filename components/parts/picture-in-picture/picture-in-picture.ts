import type { Words } from '../../locales/en.ts';
import type { Request } from '../request.ts';
import { canShowVideo, documentPictureInPicture } from './can-picture-in-picture.ts';
import type { DocumentPictureInPicture } from './can-picture-in-picture.ts';
import { PictureInPictureError } from './picture-in-picture-error.ts';
import { showCall } from './window-content.ts';

/** What the window says of the call. */
export interface PictureInPictureContent {
  readonly name: string;
  readonly userId: string;
  readonly stream: MediaStream | null;
  readonly showVideo: boolean;
  readonly microphoneMuted: boolean;
}

export interface PictureInPictureOptions {
  /** What is shown where there are no windows for whole documents. */
  readonly video: HTMLVideoElement | null;
  readonly content: PictureInPictureContent;
  readonly words: Words;
  /** The buttons ask for `mute-microphone` and `hangup`. */
  readonly onRequest: (request: Request) => void;
  /** Closes it. */
  readonly signal: AbortSignal;
}

/** The picture over other windows; in device pixels. */
export interface SmallPicture {
  /** `null` where there is a name in its place. */
  readonly stream: MediaStream | null;
  readonly width: number;
  readonly height: number;
}

export interface PictureInPicture {
  /** Only a window of our own says more than its video. */
  readonly update: (content: PictureInPictureContent) => void;
  readonly picture: () => SmallPicture;
  /** Fires `resize` when its size is another. */
  readonly frame: EventTarget;
  /** Fulfilled when it is closed, by whomever. */
  readonly closed: Promise<void>;
}

/** Shows the call over other windows. Needs a click just before. Throws `PictureInPictureError`. */
export async function openPictureInPicture(options: PictureInPictureOptions): Promise<PictureInPicture> {
  const clicked = navigator.userActivation.isActive;
  const door = documentPictureInPicture();
  try {
    if (door) return await openWindow(door, options);
    if (canShowVideo(options.video)) return await openVideo(options.video, options.signal);
  } catch (cause) {
    throw new PictureInPictureError(clicked ? 'refused' : 'needs-gesture', cause);
  }
  throw new PictureInPictureError('unsupported');
}

async function openWindow(
  door: DocumentPictureInPicture,
  { content, words, onRequest, signal }: PictureInPictureOptions,
): Promise<PictureInPicture> {
  const opened = await door.requestWindow({ width: 320, height: 200 });
  const show = showCall(opened, words, onRequest);
  let shown = content;
  const update = (next: PictureInPictureContent): void => {
    shown = next;
    show(next);
  };
  update(content);
  const closed = happens(opened, 'pagehide');
  atEnd(signal, closed, () => opened.close());
  const picture = (): SmallPicture => {
    const { innerWidth, innerHeight, devicePixelRatio: ratio } = opened;
    const stream = shown.showVideo ? shown.stream : null;
    return { stream, width: innerWidth * ratio, height: innerHeight * ratio };
  };
  return { update, picture, frame: opened, closed };
}

async function openVideo(video: HTMLVideoElement, signal: AbortSignal): Promise<PictureInPicture> {
  const frame = await video.requestPictureInPicture();
  const closed = happens(video, 'leavepictureinpicture');
  atEnd(signal, closed, () => {
    // Refused only when it has been closed already.
    if (document.pictureInPictureElement !== null) document.exitPictureInPicture().catch(() => undefined);
  });
  const picture = (): SmallPicture => {
    const stream = video.srcObject instanceof MediaStream ? video.srcObject : null;
    return { stream, width: frame.width * devicePixelRatio, height: frame.height * devicePixelRatio };
  };
  return { update: () => undefined, picture, frame, closed };
}

function happens(target: EventTarget, type: string): Promise<void> {
  return new Promise((fulfil) => {
    target.addEventListener(type, () => fulfil(), { once: true });
  });
}

/** Calls `close` at `signal`, also at one of before; not when it is closed by then. */
function atEnd(signal: AbortSignal, closed: Promise<void>, close: () => void): void {
  if (signal.aborted) {
    close();
    return;
  }
  signal.addEventListener('abort', close, { once: true });
  void closed.then(() => signal.removeEventListener('abort', close));
}
