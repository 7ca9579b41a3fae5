import { listDevices } from '../../src/index.ts';
import type { MediaDevice } from '../../src/index.ts';

/** The devices of this computer, kept up to date while somebody looks at them. */
export class DeviceList {
  readonly #onChange: () => void;
  #devices: readonly MediaDevice[] = [];

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get devices(): readonly MediaDevice[] {
    return this.#devices;
  }

  /** Until `signal` aborts. */
  async watch(signal: AbortSignal): Promise<void> {
    const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
    const read = async (): Promise<void> => {
      this.#devices = await listDevices(mediaDevices);
      if (!signal.aborted) this.#onChange();
    };
    mediaDevices?.addEventListener('devicechange', () => void read(), { signal });
    await read();
  }
}
