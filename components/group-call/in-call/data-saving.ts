import { flag, keep, kept } from '../../engine-link/kept.ts';
import type { ShownGroupCall } from '../../engine-link/shown-group-call.ts';

const NAME = 'saves data';

/** Whether calls from this device send less: remembered on it, once somebody has chosen. */
export class DataSaving {
  #call: ShownGroupCall | null = null;

  /** What was chosen holds for each call that is shown, until the page asks otherwise. */
  follow(call: ShownGroupCall | null): void {
    if (call === this.#call) return;
    this.#call = call;
    const chosen = kept(NAME, flag);
    if (chosen !== null && chosen !== call?.snapshot.savesData) call?.setDataSaving(chosen);
  }

  set(on: boolean): void {
    keep(NAME, on);
    this.#call?.setDataSaving(on);
  }
}
