import type { GroupDesk } from '../group-desk.ts';
import type { ChosenSlot } from '../preview.ts';

/** Which devices a person uses from now on, and the next time, too. */
export class DeviceChoice {
  readonly #desk: GroupDesk;
  #pending: ChosenSlot | null = null;

  constructor(desk: GroupDesk) {
    this.#desk = desk;
  }

  /** The browser is asked for another one of these. */
  get pending(): ChosenSlot | null {
    return this.#pending;
  }

  async select(slot: ChosenSlot, deviceId: string): Promise<void> {
    const { call, changed, preview } = this.#desk;
    this.#pending = slot;
    changed();
    try {
      await (slot === 'speaker' ? preview.speaker.choose(deviceId) : call?.selectDevice(slot, deviceId));
      preview.kept.set({ [`${slot}Id`]: deviceId });
    } finally {
      this.#pending = null;
      changed();
    }
  }
}
