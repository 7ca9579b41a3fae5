import { OverlayDesk } from '../engine-link/overlay-desk.ts';
import { SpeakerChoice } from '../engine-link/speaker-choice.ts';
import { fetchOnce } from '../fetch-once.ts';
import type { FocusKeeper } from '../parts/focus/focus-keeper.ts';
import type { Overlay } from '../parts/request.ts';
import { register } from '../register.ts';
import type { GroupDesk } from './group-desk.ts';
import type { Arrangement, Opened } from './group-view.ts';

const fetchPeopleList = fetchOnce(async () => {
  const { FamedlyPeopleList } = await import('../parts/people-list/people-list.ts');
  register({ 'famedly-people-list': FamedlyPeopleList });
});

/** What is open over the call and beside it, how people lie, and which devices are chosen. */
export class GroupPanels {
  readonly #desk: GroupDesk;
  readonly #focus: FocusKeeper;
  readonly #overlays: OverlayDesk;
  readonly #speaker: SpeakerChoice;
  #people = false;
  #pendingDevice: Opened['pendingDevice'] = null;
  #pinned: ReadonlySet<string> = new Set();
  #layout: 'grid' | 'spotlight' | null = null;

  constructor(desk: GroupDesk, focus: FocusKeeper) {
    this.#desk = desk;
    this.#focus = focus;
    this.#overlays = new OverlayDesk(desk.changed);
    this.#speaker = new SpeakerChoice(desk.sound.remote);
  }

  get opened(): Opened {
    return {
      overlay: this.#overlays.shown,
      people: this.#people,
      devices: this.#overlays.devices,
      pendingDevice: this.#pendingDevice,
    };
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
    if (on === this.#people) return;
    this.#people = on;
    this.#desk.changed();
    void this.#movePeopleFocus(on);
  }

  async open(overlay: Overlay | null): Promise<void> {
    if (overlay !== null) this.#focus.opened();
    await this.#overlays.open(overlay);
    if (overlay !== null) return;
    await this.#desk.host.updateComplete;
    this.#focus.closed(() => this.#desk.main());
  }

  /** In the lobby devices are listed all the time. */
  watchDevices(signal: AbortSignal): Promise<void> {
    return this.#overlays.watchDevices(signal);
  }

  async selectDevice(slot: 'microphone' | 'camera' | 'speaker', deviceId: string): Promise<void> {
    const { call, changed, preview } = this.#desk;
    this.#pendingDevice = slot;
    changed();
    try {
      await (slot === 'speaker' ? this.#speaker.choose(deviceId) : call?.selectDevice(slot, deviceId));
      preview.kept.set({ [`${slot}Id`]: deviceId });
    } finally {
      this.#pendingDevice = null;
      changed();
    }
  }

  /** What belongs to one scene goes with it. */
  close(): void {
    this.#people = false;
    this.#pinned = new Set();
    void this.#overlays.open(null);
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
