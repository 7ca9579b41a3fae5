import { listDevices } from '../../src/index.ts';
import type { MediaDevice } from '../../src/index.ts';
import type { Overlay } from '../parts/request.ts';
import { fetchOverlay } from '../parts/overlays.ts';

/** What lies over the call, fetched before it is shown, and the devices while their menu is open. */
export class OverlayDesk {
  readonly #onChange: () => void;
  #shown: Overlay | null = null;
  #open = new AbortController();
  #devices: readonly MediaDevice[] = [];

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get shown(): Overlay | null {
    return this.#shown;
  }

  get devices(): readonly MediaDevice[] {
    return this.#devices;
  }

  /** Rejects where it cannot be fetched. */
  async open(overlay: Overlay | null): Promise<void> {
    this.#open.abort();
    this.#open = new AbortController();
    const { signal } = this.#open;
    if (overlay !== null) {
      await Promise.all([fetchOverlay(overlay), overlay === 'devices' ? this.watchDevices(signal) : null]);
      if (signal.aborted) return;
    }
    if (overlay === this.#shown) return;
    this.#shown = overlay;
    this.#onChange();
  }

  /** Keeps the list of devices up to date until `signal` aborts. */
  async watchDevices(signal: AbortSignal): Promise<void> {
    const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
    const read = async (): Promise<void> => {
      this.#devices = await listDevices(mediaDevices);
      if (!signal.aborted) this.#onChange();
    };
    mediaDevices?.addEventListener('devicechange', () => void read(), { signal });
    await read();
  }
}
