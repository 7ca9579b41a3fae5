import type { MediaDevice } from '../../src/index.ts';
import type { Overlay } from '../parts/request.ts';
import { fetchOverlay } from '../parts/overlays.ts';
import { DeviceList } from './device-list.ts';

/** What lies over the call, fetched before it is shown, and the devices while their menu is open. */
export class OverlayDesk {
  readonly #onChange: () => void;
  readonly #list: DeviceList;
  #shown: Overlay | null = null;
  #open = new AbortController();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
    this.#list = new DeviceList(onChange);
  }

  get shown(): Overlay | null {
    return this.#shown;
  }

  get devices(): readonly MediaDevice[] {
    return this.#list.devices;
  }

  /** Rejects where it cannot be fetched. */
  async open(overlay: Overlay | null): Promise<void> {
    this.#open.abort();
    this.#open = new AbortController();
    const { signal } = this.#open;
    if (overlay !== null) {
      await Promise.all([fetchOverlay(overlay), overlay === 'devices' ? this.#list.watch(signal) : null]);
      if (signal.aborted) return;
    }
    if (overlay === this.#shown) return;
    this.#shown = overlay;
    this.#onChange();
  }
}
