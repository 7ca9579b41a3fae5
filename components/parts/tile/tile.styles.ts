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
    border-radius: var(--_tile-radius, 12px);
    /* High contrast mixes nothing in. */
    background: color-mix(
      in oklab,
      var(--_hue) var(--_tint),
      color-mix(in oklab, var(--_canvas) 60%, var(--_control))
    );
  }
  /* Over the picture. */
  .tile:not(.bare)::after {
    content: '';
    position: absolute;
    inset: 0;
    border: var(--_border) solid var(--_edge);
    border-radius: inherit;
    pointer-events: none;
  }
  /* The box of a shared screen has the screen's own ratio: nothing is cut off. */
  .fit {
    --_fit: min(100cqi, 100cqb * var(--_ratio, 1.6));
    position: absolute;
    inset: 0;
    margin: auto;
    inline-size: var(--_fit);
    block-size: calc(var(--_fit) / var(--_ratio, 1.6));
    background: none;
    box-shadow: 0 0 0 1px var(--_line);
  }
  .bare {
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
  .mirror video {
    transform: scaleX(-1);
  }
  .frozen video {
    filter: saturate(0.25) brightness(0.7);
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
  .plate:has(.icon) {
    padding-inline-start: 6px;
  }
  .first {
    display: none;
  }
  @container (width >= 420px) {
    .plate {
      inset-block-end: 8px;
      inset-inline-start: 8px;
      min-block-size: 28px;
      padding-inline: 11px;
      font-size: 14px;
      line-height: 20px;
    }
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
    .full {
      display: none;
    }
    .first {
      display: inline;
    }
  }
`;
