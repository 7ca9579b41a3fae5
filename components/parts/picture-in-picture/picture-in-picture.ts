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

export interface PictureInPicture {
  /** Only a window of our own says more than its video. */
  readonly update: (content: PictureInPictureContent) => void;
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
  const update = showCall(opened, words, onRequest);
  update(content);
  const closed = happens(opened, 'pagehide');
  atEnd(signal, closed, () => opened.close());
  return { update, closed };
}

async function openVideo(video: HTMLVideoElement, signal: AbortSignal): Promise<PictureInPicture> {
  await video.requestPictureInPicture();
  const closed = happens(video, 'leavepictureinpicture');
  atEnd(signal, closed, () => {
    // Refused only when it has been closed already.
    if (document.pictureInPictureElement !== null) document.exitPictureInPicture().catch(() => undefined);
  });
  return { update: () => undefined, closed };
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
