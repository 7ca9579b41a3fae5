import type { Words } from '../../locales/en.ts';
import type { Request } from '../request.ts';
import type { PictureInPicture, PictureInPictureContent, SmallPicture } from './picture-in-picture.ts';

/** The call over other windows, while somebody wants it there. */
export class PictureInPictureDesk {
  readonly #onRequest: (what: Request) => void;
  readonly #changed: () => void;
  #shown: PictureInPicture | null = null;
  #open = new AbortController();

  /** `changed`: it was opened or closed, or has another size. */
  constructor(onRequest: (what: Request) => void, changed = (): void => undefined) {
    this.#onRequest = onRequest;
    this.#changed = changed;
  }

  /** What is seen there; `null` while it is closed. */
  get picture(): SmallPicture | null {
    return this.#shown?.picture() ?? null;
  }

  /** Opens it in a click, or closes it. Rejects with `PictureInPictureError`. */
  async toggle(
    content: PictureInPictureContent,
    words: Words,
    video: HTMLVideoElement | null,
  ): Promise<void> {
    if (this.#shown !== null) {
      this.close();
      return;
    }
    const { signal } = this.#open;
    const { openPictureInPicture } = await import('./picture-in-picture.ts');
    const shown = await openPictureInPicture({ video, content, words, onRequest: this.#onRequest, signal });
    this.#shown = shown;
    shown.frame.addEventListener('resize', this.#changed);
    this.#changed();
    await shown.closed;
    if (this.#shown === shown) this.#shown = null;
    this.#changed();
  }

  update(content: PictureInPictureContent): void {
    this.#shown?.update(content);
  }

  close(): void {
    this.#open.abort();
    this.#open = new AbortController();
    this.#shown = null;
  }
}
