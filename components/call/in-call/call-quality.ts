import type { PeerStatistics } from '../../../src/index.ts';
import type { ShownCall } from '../../engine-link/shown-call.ts';
import { PausedVideo } from './paused-video.ts';

/** How well the shown call goes, second by second. */
export class CallQuality {
  readonly #onChange: () => void;
  readonly #isRead: () => boolean;
  #call: ShownCall | null = null;
  #pausing = new PausedVideo();
  #weak = false;
  #videoPaused = false;
  #lifetime = new AbortController();
  #statistics: PeerStatistics | null = null;

  /** `onChange`: `weak` or `videoPaused` changed, or, while somebody reads them, the statistics. */
  constructor(onChange: () => void, isRead: () => boolean) {
    this.#onChange = onChange;
    this.#isRead = isRead;
  }

  get weak(): boolean {
    return this.#weak;
  }
  get videoPaused(): boolean {
    return this.#videoPaused;
  }
  get statistics(): PeerStatistics | null {
    return this.#statistics;
  }

  follow(call: ShownCall | null): void {
    const connected = call?.state === 'connected' ? call : null;
    if (connected === this.#call) return;
    this.#lifetime.abort();
    this.#lifetime = new AbortController();
    this.#call = connected;
    this.#pausing = new PausedVideo();
    this.#weak = false;
    this.#videoPaused = false;
    connected?.onStatistics((sample) => this.#add(sample, connected), { signal: this.#lifetime.signal });
  }

  #add(sample: PeerStatistics, { snapshot }: ShownCall): void {
    const { weak, videoPaused } = this;
    this.#statistics = sample;
    this.#weak = sample.quality === 'weak';
    const held = snapshot.localOnHold || snapshot.remoteOnHold;
    const sendsVideo = snapshot.type === 'video' && !snapshot.remote.cameraMuted;
    this.#videoPaused = this.#pausing.add(sample, sendsVideo && !held);
    if (this.#isRead() || weak !== this.weak || videoPaused !== this.videoPaused) this.#onChange();
  }
}
