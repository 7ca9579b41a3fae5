import type { ShownSizes } from '../../../src/index.ts';
import type { ShownGroupCall } from '../../engine-link/shown-group-call.ts';
import { TilesShownEvent } from '../../parts/grid/tiles-shown-event.ts';
import type { Size } from '../../parts/grid/tile-shape.ts';
import type { GroupTile } from '../../parts/group-tile/group-tile.ts';
import type { SmallPicture } from '../../parts/picture-in-picture/picture-in-picture.ts';
import type { GroupDesk } from '../group-desk.ts';
import { shownPixels } from './shown-pixels.ts';

const NOT_SHOWN: ShownSizes = { camera: 0, screen: 0 };

/** Who shows each call: two elements may, and the larger picture counts. */
const showing = new WeakMap<ShownGroupCall, Set<ShownTiles>>();

/** Tells the call how large each of the others is on the screen: they need send no more than that. */
export class ShownTiles {
  readonly #desk: GroupDesk;
  readonly #smallPicture: () => SmallPicture | null;
  #call: ShownGroupCall | null = null;
  #followed = new AbortController();
  #isInView = true;
  /** By participant. */
  #sizes: ReadonlyMap<string, ShownSizes> = new Map();

  constructor(desk: GroupDesk, smallPicture: () => SmallPicture | null) {
    this.#desk = desk;
    this.#smallPicture = smallPicture;
  }

  follow(call: ShownGroupCall | null): void {
    const inCall = call?.state === 'entered' ? call : null;
    if (inCall !== this.#call) {
      this.#leave();
      this.#call = inCall;
      if (inCall !== null) this.#enter(inCall);
    }
    this.look();
  }

  /** To be called whenever something of it may have changed. */
  look(): void {
    const call = this.#call;
    if (call === null) return;
    this.#sizes = this.#look();
    tell(call);
  }

  sizesOf(participant: string): ShownSizes {
    return this.#sizes.get(participant) ?? NOT_SHOWN;
  }

  #enter(call: ShownGroupCall): void {
    this.#followed = new AbortController();
    const { signal } = this.#followed;
    const { host, root } = this.#desk;
    const look = (): void => this.look();
    root.addEventListener(TilesShownEvent.type, look, { signal });
    document.addEventListener('visibilitychange', look, { signal });
    const view = new IntersectionObserver((entries) => {
      this.#isInView = entries.at(-1)?.isIntersecting ?? true;
      look();
    });
    view.observe(host);
    signal.addEventListener('abort', () => view.disconnect());
    const others = showing.get(call) ?? new Set();
    showing.set(call, others.add(this));
  }

  #leave(): void {
    const call = this.#call;
    this.#followed.abort();
    this.#isInView = true;
    if (call === null) return;
    showing.get(call)?.delete(this);
    tell(call);
  }

  #look(): ReadonlyMap<string, ShownSizes> {
    const sizes = new Map<string, ShownSizes>();
    const add = ({ participant, screen }: GroupTile, pixels: number): void => {
      const known = sizes.get(participant) ?? NOT_SHOWN;
      const picture = screen ? 'screen' : 'camera';
      sizes.set(participant, { ...known, [picture]: Math.max(known[picture], pixels) });
    };
    const isSeen = !document.hidden && this.#isInView;
    const grid = this.#desk.root.querySelector('famedly-grid');
    const small = this.#smallPicture();
    for (const element of grid?.renderRoot.querySelectorAll('famedly-group-tile') ?? []) {
      const { tile } = element;
      const picture = sizeOf(element.renderRoot.querySelector('famedly-tile')?.video ?? null);
      const box = isSeen ? grid?.sizes.get(tile.id) : undefined;
      if (box) add(tile, shownPixels(box, picture, tile.screen) * devicePixelRatio);
      const isSmall = small !== null && small.stream !== null && small.stream === tile.stream;
      if (isSmall) add(tile, shownPixels(small, picture, true));
    }
    return sizes;
  }
}

/** `null`: before the first picture. */
function sizeOf(video: HTMLVideoElement | null): Size | null {
  if (video === null || video.videoWidth === 0) return null;
  return { width: video.videoWidth, height: video.videoHeight };
}

/** Where nobody shows the call any more, nothing is known of how it is shown. */
function tell(call: ShownGroupCall): void {
  const all = [...(showing.get(call) ?? [])];
  for (const { id } of call.snapshot.participants) {
    const sizes = all.map((tiles) => tiles.sizesOf(id));
    const largest = (picture: keyof ShownSizes): number => Math.max(...sizes.map((one) => one[picture]));
    const shown = { camera: largest('camera'), screen: largest('screen') };
    call.setShown(id, sizes.length === 0 ? null : shown);
  }
}
