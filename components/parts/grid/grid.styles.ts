import { css } from 'lit';

export const gridStyles = css`
  :host {
    display: block;
    position: relative;
    min-inline-size: 0;
    min-block-size: 0;
  }
  .tiles > * {
    position: absolute;
  }
  .tiles > [hidden] {
    display: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .moves > * {
      transition-duration: var(--_duration-normal);
      transition-timing-function: var(--_ease);
      transition-property: inset-inline-start, inset-block-start, inline-size, block-size;
    }
  }
  .more button {
    inline-size: 100%;
    block-size: 100%;
    display: grid;
    place-content: center;
    border-radius: var(--_tile-radius, 12px);
    border: var(--_border) solid var(--_edge);
    background: color-mix(in oklab, var(--_canvas) 60%, var(--_control));
    color: var(--_ink);
    font: 600 18px/22px var(--_font);
  }
  .more button:hover {
    background: var(--_control);
  }
  .more small {
    font: 500 12px/16px var(--_font);
    color: var(--_ink-quiet);
  }
`;
