/** A tile's picture has another shape; for the grid around it. */
export class PictureRatioEvent extends Event {
  static readonly type = 'famedly-picture-ratio';
  readonly tile: string;
  /** Width by height. */
  readonly ratio: number;

  constructor(tile: string, ratio: number) {
    super(PictureRatioEvent.type, { bubbles: true });
    this.tile = tile;
    this.ratio = ratio;
  }
}

declare global {
  interface HTMLElementEventMap {
    'famedly-picture-ratio': PictureRatioEvent;
  }
}
