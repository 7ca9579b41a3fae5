import type { SlotState } from '../../../src/index.ts';
import type { ShownGroupCall } from '../../engine-link/shown-group-call.ts';
import type { GroupDesk } from '../group-desk.ts';
import { isBefore, isIn } from '../group-scene.ts';
import type { GroupView } from '../group-view.ts';
import type { JoinsWith } from '../preview.ts';

/** Whoever left comes back: into the call as they were in it, or to the lobby. */
export class ComingBack {
  readonly #desk: GroupDesk;
  /** Else as in the lobby. */
  #asLeft: JoinsWith | undefined;
  /** Where to, while it cannot be yet. */
  #way: 'call' | 'lobby' | null = null;
  #call: ShownGroupCall | null = null;

  constructor(desk: GroupDesk) {
    this.#desk = desk;
  }

  /** They go back in as soon as the others know that they went. */
  get isUnderWay(): boolean {
    return this.#way === 'call';
  }

  /** Before each rendering. */
  follow({ scene, snapshot, call }: GroupView): void {
    if (call !== this.#call && this.#way === 'call') this.#way = null;
    this.#call = call;
    if (isIn(scene) && snapshot !== null) {
      const { microphone, camera } = snapshot.local;
      this.#asLeft = {
        microphone: isWanted(microphone),
        camera: isWanted(camera) || this.#desk.preview.cameraComes,
      };
    }
    if (this.#way === 'lobby' && isBefore(scene)) this.#toJoin();
    if (this.#way === 'call' && snapshot?.state === 'left') this.toCall();
  }

  /** It comes a moment later: in between there is nothing that could have the focus. */
  toLobby(): void {
    this.#way = 'lobby';
    this.#desk.dismiss();
  }

  /** Not before the others know that we went. */
  toCall(): void {
    const isLeaving = this.#desk.call?.state === 'leaving';
    this.#way = isLeaving ? 'call' : null;
    if (isLeaving) this.#desk.changed();
    else this.#desk.attempt(() => this.#desk.join(this.#asLeft));
  }

  #toJoin(): void {
    this.#way = null;
    // The lobby renders after the element.
    setTimeout(() => {
      if (document.activeElement === document.body) this.#desk.main()?.focus();
    });
  }
}

/** A device that was lost may be there again. */
function isWanted(slot: SlotState): boolean {
  return slot !== 'off' && slot !== 'muted';
}
