import type { LitElement } from 'lit';
import type { MediaDevice } from '../../src/index.ts';
import type { Overlay } from '../parts/request.ts';
import { deepActiveElement } from '../parts/focus/deep-focus.ts';
import { fetchOverlay } from '../parts/overlays.ts';
import { DeviceList } from './device-list.ts';
import type { LateParts } from './late-parts.ts';
import { soughtPart } from './sought-part.ts';

export interface OverlayHost {
  readonly host: LitElement;
  readonly changed: () => void;
  readonly late: LateParts;
  /** What has the focus where nothing else matters more. */
  main(): HTMLElement | null;
}

/** What lies over the call, fetched before it is shown, and the devices while their menu is open. */
export class OverlayDesk {
  readonly #desk: OverlayHost;
  readonly #list: DeviceList;
  readonly #parts: Partial<Record<Overlay, () => Promise<boolean>>> = {};
  #shown: Overlay | null = null;
  #open = new AbortController();
  #opener: Element | null = null;

  constructor(desk: OverlayHost) {
    this.#desk = desk;
    this.#list = new DeviceList(desk.changed);
  }

  get shown(): Overlay | null {
    return this.#shown;
  }

  get devices(): readonly MediaDevice[] {
    return this.#list.devices;
  }

  /** What is closed gives the focus back to where it was opened, unless the person took it elsewhere. */
  async open(overlay: Overlay | null): Promise<void> {
    if (overlay !== null) this.#opener ??= deepActiveElement();
    await this.show(overlay);
    if (overlay !== null) return;
    await this.#desk.host.updateComplete;
    const opener = this.#opener;
    this.#opener = null;
    if (document.activeElement !== document.body) return;
    if (opener instanceof HTMLElement && opener.isConnected && opener.checkVisibility()) opener.focus();
    else this.#desk.main()?.focus();
  }

  /** Wherever the focus is. What cannot be fetched is not shown: the next who asks for it may find it there. */
  async show(overlay: Overlay | null): Promise<void> {
    this.#open.abort();
    this.#open = new AbortController();
    const { signal } = this.#open;
    if (overlay !== null) {
      const fetch = (this.#parts[overlay] ??= soughtPart(this.#desk.late, () => fetchOverlay(overlay)));
      const [isThere] = await Promise.all([fetch(), overlay === 'devices' ? this.#list.watch(signal) : null]);
      if (signal.aborted || !isThere) return;
    }
    if (overlay === this.#shown) return;
    this.#shown = overlay;
    this.#desk.changed();
  }
}
