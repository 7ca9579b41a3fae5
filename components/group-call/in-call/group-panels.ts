import type { MediaDevice } from '../../../src/index.ts';
import { OverlayDesk } from '../../engine-link/overlay-desk.ts';
import { fetchOnce } from '../../fetch-once.ts';
import type { Overlay } from '../../parts/request.ts';
import { register } from '../../register.ts';
import type { GroupDesk } from '../group-desk.ts';
import type { Arrangement } from './stage-of.ts';

const fetchPeopleList = fetchOnce(async () => {
  const { FamedlyPeopleList } = await import('../../parts/people-list/people-list.ts');
  register({ 'famedly-people-list': FamedlyPeopleList });
});

/** What is open over the call and beside it, and how people lie. */
export class GroupPanels {
  readonly #desk: GroupDesk;
  readonly #overlays: OverlayDesk;
  #peopleShown = false;
  #pinned: ReadonlySet<string> = new Set();
  #layout: 'grid' | 'spotlight' | null = null;

  constructor(desk: GroupDesk) {
    this.#desk = desk;
    this.#overlays = new OverlayDesk(desk);
  }

  get overlay(): Overlay | null {
    return this.#overlays.shown;
  }

  get devices(): readonly MediaDevice[] {
    return this.#overlays.devices;
  }

  get peopleShown(): boolean {
    return this.#peopleShown;
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

  showPeople(on: boolean): void {
    fetchPeopleList();
    if (on === this.#peopleShown) return;
    this.#peopleShown = on;
    this.#desk.changed();
    void this.#movePeopleFocus(on);
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

  async #movePeopleFocus(on: boolean): Promise<void> {
    const { host, root } = this.#desk;
    if (on) await customElements.whenDefined('famedly-people-list');
    await host.updateComplete;
    const list = root.querySelector('famedly-people-list');
    await list?.updateComplete;
    if (on) list?.focus();
    else root.querySelector('famedly-group-bar')?.focus();
  }
}
