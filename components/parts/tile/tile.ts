import { html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { FirstWords } from '../../locales/first-words.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { hueStyles } from '../../theme/hue.styles.ts';
import { hue } from '../avatar/hue.ts';
import { icon } from '../icon/icon.ts';
import { micOff } from '../icon/icons.ts';
import { tileStyles } from './tile.styles.ts';

/**
 * @summary What one camera or screen shows, or who would be seen. Silent: sound is played elsewhere.
 * @csspart tile - The box.
 * @csspart video - The picture.
 * @csspart plate - The name at its bottom start.
 */
export class FamedlyTile extends LitElement {
  static override properties = {
    stream: { attribute: false },
    showVideo: { type: Boolean, attribute: 'show-video' },
    name: {},
    userId: { attribute: 'user-id' },
    avatar: {},
    label: {},
    muted: { type: Boolean },
    mirrored: { type: Boolean },
    fit: {},
    frozen: { type: Boolean },
    bare: { type: Boolean },
    words: { attribute: false },
    drawn: { state: true },
  };
  static override styles = [baseStyles, hueStyles, tileStyles];

  declare stream: MediaStream | null;
  /** Whether there is something to see: a camera that is off sends black. */
  declare showVideo: boolean;
  declare name: string;
  declare userId: string;
  /** A `blob:` URL, or empty. */
  declare avatar: string;
  /** Text of the plate; narrow tiles have its first word. Empty: no plate. */
  declare label: string;
  /** Says on the plate that the microphone is off. */
  declare muted: boolean;
  declare mirrored: boolean;
  /** `contain`: a shared screen, of which nothing is cut off. */
  declare fit: 'cover' | 'contain';
  /** The picture is the last one that came. */
  declare frozen: boolean;
  /** Fills the stage: no radius, background or plate. */
  declare bare: boolean;
  declare words: FirstWords;
  /** A picture has come. Streams tell nothing of a track that the page itself adds, the video element does. */
  declare private drawn: boolean;
  #watch = new AbortController();

  constructor() {
    super();
    this.stream = null;
    this.showVideo = false;
    this.name = '';
    this.userId = '';
    this.avatar = '';
    this.label = '';
    this.muted = false;
    this.mirrored = false;
    this.fit = 'cover';
    this.frozen = false;
    this.bare = false;
    this.drawn = false;
  }

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
    if (!this.showVideo || !this.stream) this.drawn = false;
  }

  protected override updated(): void {
    const { video, stream } = this;
    // A binding would set it anew each time.
    if (video && video.srcObject !== stream) video.srcObject = stream;
  }

  override render() {
    const { stream, showVideo, bare } = this;
    const pictured = showVideo && this.drawn && stream?.getVideoTracks().some(isLive);
    const look = [
      'tile',
      this.fit === 'contain' && pictured && 'fit',
      this.mirrored && 'mirror',
      this.frozen && 'frozen',
      bare && 'bare',
    ];
    return html`<div class=${look.filter(Boolean).join(' ')} data-hue=${hue(this.userId)} part="tile">
      ${showVideo && stream ? this.#video() : nothing}
      ${
        pictured
          ? nothing
          : html`<famedly-avatar
              .name=${this.name}
              .userId=${this.userId}
              .src=${this.avatar}
            ></famedly-avatar>`
      }
      ${this.label && !bare ? this.#plate() : nothing}
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

  #plate() {
    const { label, muted, words } = this;
    return html`<div class="plate" part="plate">
      ${muted ? html`${icon(micOff, 's')}<span class="for-ears">${words.muted}</span>` : nothing}
      <bdi class="full cut">${label}</bdi><bdi class="first cut">${label.trim().split(/\s/u)[0]}</bdi>
    </div>`;
  }

  /** Before the first picture a video has no size, and no ratio for the box. */
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
