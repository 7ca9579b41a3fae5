import type { Size } from './tile-shape.ts';

/** Which tiles are seen, and how big: nobody need send more than that. */
export class TilesShownEvent extends Event {
  static readonly type = 'famedly-tiles-shown';
  /** By tile id, in CSS pixels. */
  readonly sizes: ReadonlyMap<string, Size>;

  constructor(sizes: ReadonlyMap<string, Size>) {
    super(TilesShownEvent.type, { bubbles: true });
    this.sizes = sizes;
  }
}

declare global {
  interface HTMLElementEventMap {
    'famedly-tiles-shown': TilesShownEvent;
  }
}
