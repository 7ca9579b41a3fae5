import { LitElement, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { baseStyles } from '../../theme/base.styles.ts';
import { levelMeterStyles } from './level-meter.styles.ts';
import { LevelReader } from './level-reader.ts';

const bars = Array.from({ length: 8 }, () => html`<i></i>`);
/** ms between two readings. */
const pace = 50;

/**
 * @summary How loud a stream's first sound track is, in eight bars, for the eye alone. None is lit while it is muted.
 * @csspart bars
 */
export class FamedlyLevelMeter extends LitElement {
  static override properties = { stream: { attribute: false } };
  static override styles = [baseStyles, levelMeterStyles];

  declare stream: MediaStream | null;
  #connection = new AbortController();
  #reader: LevelReader | null = null;
  #frame = 0;
  #readAt = 0;

  constructor() {
    super();
    this.stream = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    document.addEventListener('visibilitychange', () => this.#restart(), { signal });
    if (this.hasUpdated) this.#restart();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
    this.#stop();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('stream') && this.isConnected) this.#restart();
  }

  override render(): TemplateResult {
    return html`<div class="bars" part="bars" aria-hidden="true">${bars}</div>`;
  }

  #restart(): void {
    this.#stop();
    if (this.stream !== null && !document.hidden) this.#frame = requestAnimationFrame(this.#onFrame);
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#listenTo(null);
    this.#paint(0);
  }

  readonly #onFrame = (now: number): void => {
    this.#frame = requestAnimationFrame(this.#onFrame);
    if (now - this.#readAt < pace) return;
    this.#readAt = now;
    // A stream tells nothing of tracks that a script puts in: another microphone is another track.
    this.#listenTo(this.stream?.getAudioTracks()[0] ?? null);
    this.#paint(this.#reader?.read() ?? 0);
  };

  #listenTo(track: MediaStreamTrack | null): void {
    if (this.#reader?.track === track || (this.#reader === null && track === null)) return;
    this.#reader?.close();
    this.#reader = track === null ? null : new LevelReader(track);
  }

  #paint(level: number): void {
    const lit = Math.round(level * bars.length);
    this.renderRoot.querySelectorAll('i').forEach((bar, place) => bar.classList.toggle('on', place < lit));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-level-meter': FamedlyLevelMeter;
  }
}
