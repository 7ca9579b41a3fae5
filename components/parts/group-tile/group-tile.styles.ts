import { css } from 'lit';

/** Beside `tileStyles`, of which it has box and plate. */
export const groupTileStyles = css`
  .frame {
    position: absolute;
    inset: 0;
    border-radius: var(--_tile-radius, 12px);
  }
  famedly-tile {
    block-size: 100%;
  }
  .whole {
    box-shadow: 0 0 0 1px var(--_line);
  }
  .whole famedly-tile::part(video) {
    object-fit: contain;
  }
  .plate:has(.icon) {
    padding-inline-start: 6px;
  }
  .first {
    display: none;
  }
  .wait {
    position: absolute;
    inset-block-start: 6px;
    inset-inline: 6px;
    margin-inline: auto;
    inline-size: fit-content;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 12px 4px 6px;
    border-radius: 16px;
    background: var(--_media-plate);
    color: var(--_media-ink);
    font: 500 13px/18px var(--_font);
  }
  .spinner {
    inline-size: 18px;
    block-size: 18px;
    flex: none;
    border-radius: 50%;
    border: 2px solid color-mix(in oklab, currentColor 28%, transparent);
    border-block-start-color: currentColor;
  }
  @media (prefers-reduced-motion: no-preference) {
    .spinner {
      animation: turn 1s linear infinite;
    }
  }
  @container (width < 220px) {
    .wait {
      padding: 4px;
    }
    .wait .full {
      display: none;
    }
  }
  @container (width < 150px) {
    .full {
      display: none;
    }
    .first {
      display: inline;
    }
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
  @media (forced-colors: active) {
    .plate {
      border: 1px solid CanvasText;
    }
  }
`;
