import type {
  PictureInPicture,
  PictureInPictureContent,
} from '../../parts/picture-in-picture/picture-in-picture.ts';
import type { Request } from '../../parts/request.ts';
import type { InCallView } from './in-call-view.ts';

/** The call over other windows, while somebody wants it there. */
export class PictureInPictureDesk {
  readonly #onRequest: (what: Request) => void;
  #shown: PictureInPicture | null = null;
  #open = new AbortController();

  constructor(onRequest: (what: Request) => void) {
    this.#onRequest = onRequest;
  }

  /** Opens it in a click, or closes it. Rejects with `PictureInPictureError`. */
  async toggle(view: InCallView, video: HTMLVideoElement | null): Promise<void> {
    if (this.#shown !== null) {
      this.close();
      return;
    }
    const { signal } = this.#open;
    const { openPictureInPicture } = await import('../../parts/picture-in-picture/picture-in-picture.ts');
    const onRequest = this.#onRequest;
    const { words } = view;
    const shown = await openPictureInPicture({ video, content: contentOf(view), words, onRequest, signal });
    this.#shown = shown;
    await shown.closed;
    if (this.#shown === shown) this.#shown = null;
  }

  update(view: InCallView): void {
    this.#shown?.update(contentOf(view));
  }

  close(): void {
    this.#open.abort();
    this.#open = new AbortController();
    this.#shown = null;
  }
}

function contentOf({ call, peer, scene, snapshot }: InCallView): PictureInPictureContent {
  const stream = scene === 'share' ? call?.remoteScreenSharingStream : call?.remoteUserMediaStream;
  return {
    name: peer.name,
    userId: peer.userId,
    stream: stream ?? null,
    showVideo: scene === 'video' || scene === 'share',
    microphoneMuted: snapshot?.local.microphone !== 'on',
  };
}
