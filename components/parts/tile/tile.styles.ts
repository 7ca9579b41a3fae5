import { css } from 'lit';

export const tileStyles = css`
  :host {
    position: relative;
    display: block;
    container-type: size;
    min-inline-size: 0;
    min-block-size: 0;
  }
  .tile {
    position: relative;
    isolation: isolate;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
    border-radius: var(--_tile-radius);
    /* High contrast mixes nothing in. */
    background: color-mix(
      in oklab,
      var(--_hue) var(--_tint),
      color-mix(in oklab, var(--_canvas) 60%, var(--_control))
    );
  }
  /* Over the picture. */
  :host(:not([bare])) .tile::after {
    content: '';
    position: absolute;
    inset: 0;
    border: var(--_border) solid var(--_edge);
    border-radius: inherit;
    pointer-events: none;
  }
  :host([bare]) .tile {
    border-radius: 0;
    background: none;
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    display: block;
  }
  :host([mirrored]) video {
    transform: scaleX(-1);
  }
  famedly-avatar {
    --_s: clamp(36px, min(34cqi, 44cqb), 112px);
    position: absolute;
    inset: 0;
    margin: auto;
  }
  .plate {
    position: absolute;
    inset-block-end: 6px;
    inset-inline-start: 6px;
    max-inline-size: calc(100% - 12px);
    display: flex;
    align-items: center;
    gap: 5px;
    min-block-size: 24px;
    padding: 2px 9px;
    border-radius: 14px;
    background: var(--_media-plate);
    color: var(--_media-ink);
    font: 500 13px/18px var(--_font);
  }
  @container (width < 150px) {
    .plate {
      inset-block-end: 4px;
      inset-inline-start: 4px;
      max-inline-size: calc(100% - 8px);
      min-block-size: 22px;
      padding-inline: 7px;
      font-size: 12px;
      line-height: 16px;
    }
  }
`;
