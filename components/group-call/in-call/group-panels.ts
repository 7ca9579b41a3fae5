import type { MediaDevice } from '../../../src/index.ts';
import { OverlayDesk } from '../../engine-link/overlay-desk.ts';
import { soughtPart } from '../../engine-link/sought-part.ts';
import type { Overlay } from '../../parts/request.ts';
import { register } from '../../register.ts';
import type { GroupDesk } from '../group-desk.ts';
import type { Arrangement } from './stage-of.ts';

/** What is open over the call and beside it, and how people lie. */
export class GroupPanels {
  readonly #desk: GroupDesk;
  readonly #overlays: OverlayDesk;
  readonly #fetchPeopleList: () => Promise<boolean>;
  /** Its list may have to come yet. */
  #peopleShown = false;
  #pinned: ReadonlySet<string> = new Set();
  #layout: 'grid' | 'spotlight' | null = null;

  constructor(desk: GroupDesk) {
    this.#desk = desk;
    this.#overlays = new OverlayDesk(desk);
    this.#fetchPeopleList = soughtPart(desk.late, async () => {
      const { FamedlyPeopleList } = await import('../../parts/people-list/people-list.ts');
      register({ 'famedly-people-list': FamedlyPeopleList });
    });
  }

  get overlay(): Overlay | null {
    return this.#overlays.shown;
  }

  get devices(): readonly MediaDevice[] {
    return this.#overlays.devices;
  }

  get peopleShown(): boolean {
    return this.#peopleShown && customElements.get('famedly-people-list') !== undefined;
  }

  get arrangement(): Arrangement {
    return { pinned: this.#pinned, layout: this.#layout ?? this.#desk.wishes.layout };
  }

  pin(tile: string, on: boolean): void {
    this.#pinned = new Set(on ? [tile] : []);
    this.#desk.changed();
  }

  layOut(layout: 'grid' | 'spotlight'): void {
    this.#layout = layout;
    this.#pinned = new Set();
    this.#desk.changed();
  }

  /** The focus goes along, but for a list that comes later by itself. */
  async showPeople(on: boolean): Promise<void> {
    this.#peopleShown = on;
    if (on && !(await this.#fetchPeopleList())) return;
    const { changed, host, root } = this.#desk;
    changed();
    await host.updateComplete;
    const list = root.querySelector('famedly-people-list');
    await list?.updateComplete;
    if (on) list?.focus();
    else root.querySelector('famedly-group-bar')?.focus();
  }

  async open(overlay: Overlay | null): Promise<void> {
    await this.#overlays.open(overlay);
  }

  /** What belongs to one scene goes with it. */
  close(): void {
    this.#peopleShown = false;
    this.#pinned = new Set();
    void this.#overlays.show(null);
    if (document.fullscreenElement === this.#desk.host) void document.exitFullscreen();
  }
}
