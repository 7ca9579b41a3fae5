import { html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { baseStyles } from '../../theme/base.styles.ts';
import { hueStyles } from '../../theme/hue.styles.ts';
import { hue } from '../avatar/hue.ts';
import { tileStyles } from './tile.styles.ts';

/**
 * @summary What one camera or screen shows, or who would be seen. Silent: sound is played elsewhere.
 * @attr {boolean} mirrored - As in a mirror.
 * @attr {boolean} bare - Fills the stage: no radius and no background.
 * @slot - Before the text of the plate.
 * @csspart tile - The box.
 * @csspart video - The picture.
 * @csspart plate - The name at its bottom start.
 */
export class FamedlyTile extends LitElement {
  static override properties = {
    stream: { attribute: false },
    name: {},
    userId: { attribute: false },
    avatar: {},
    label: {},
    drawn: { state: true },
  };
  static override styles = [baseStyles, hueStyles, tileStyles];

  /** `null` where there is nothing to see: a camera that is off sends black. */
  declare stream: MediaStream | null;
  declare name: string;
  declare userId: string;
  /** A `blob:` URL, or empty. */
  declare avatar: string;
  /** Text of the plate; without one there is none. */
  declare label: string;
  /** A picture has come. Streams tell nothing of a track that the page itself adds, the video element does. */
  declare private drawn: boolean;
  #watch = new AbortController();

  /** The video element while there is a stream to show. */
  get video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watchTracks();
    this.#play();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('stream')) this.#watchTracks();
    if (!this.stream) this.drawn = false;
  }

  protected override updated(): void {
    const { video, stream } = this;
    // A binding would set it anew each time.
    if (video && video.srcObject !== stream) video.srcObject = stream;
  }

  override render() {
    const { stream, label } = this;
    const pictured = this.drawn && stream?.getVideoTracks().some(isLive);
    return html`<div class="tile" data-hue=${hue(this.userId)} part="tile">
      ${stream ? this.#video() : nothing}
      ${
        pictured
          ? nothing
          : html`<famedly-avatar
              .name=${this.name}
              .userId=${this.userId}
              .src=${this.avatar}
            ></famedly-avatar>`
      }
      ${label ? html`<div class="plate" part="plate"><slot></slot><bdi class="cut">${label}</bdi></div>` : nothing}
    </div>`;
  }

  #video() {
    return html`<video
      autoplay
      playsinline
      part="video"
      aria-label=${this.name}
      .muted=${true}
      @emptied=${this.#measure}
      @loadedmetadata=${this.#measure}
      @resize=${this.#measure}
    ></video>`;
  }

  /** Before the first picture a video has no size. The box of a shared screen takes the screen's ratio. */
  #measure(): void {
    const { videoWidth = 0, videoHeight = 0 } = this.video ?? {};
    this.drawn = videoWidth > 0;
    if (this.drawn) this.style.setProperty('--_ratio', String(videoWidth / videoHeight));
  }

  /** A video that was moved in the page stands still, and one that had run out of tracks may. */
  #play(): void {
    // Refused only when it was taken away meanwhile: it is muted.
    this.video?.play().catch(() => undefined);
  }

  #watchTracks(): void {
    this.#watch.abort();
    this.#watch = new AbortController();
    const { signal } = this.#watch;
    const changed = () => {
      this.#watchTracks();
      this.requestUpdate();
      this.#play();
    };
    for (const target of this.stream ? [this.stream, ...this.stream.getVideoTracks()] : []) {
      for (const type of ['addtrack', 'removetrack', 'ended'])
        target.addEventListener(type, changed, { signal });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-tile': FamedlyTile;
  }
}

function isLive(track: MediaStreamTrack): boolean {
  return track.readyState === 'live';
}
