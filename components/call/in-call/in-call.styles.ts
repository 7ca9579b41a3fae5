import { css } from 'lit';

/** What is over the stage once a call is connected. */
export const inCallStyles = css`
  famedly-call-header {
    grid-row: 1;
    position: relative;
    z-index: 2;
    align-self: start;
    min-inline-size: 0;
  }
  .centre.above {
    grid-row: 1 / 3;
  }
  /* With a banner, the top row has the name. */
  :host(:state(voice)) famedly-call-header:has(famedly-banner) ~ famedly-ringing::part(name) {
    display: none;
  }
  .share {
    --_free: calc(100cqb - 2 * var(--_pad) - 2 * var(--_gap) - 46px - var(--_size) - 2 * var(--_dock-pad));
    grid-row: 2;
    display: grid;
    gap: 8px;
    min-block-size: 0;
    grid-template: minmax(0, 1fr) / min(100% - 168px - 8px, var(--_free) * 1.6) minmax(168px, 1fr);
  }
  .screen {
    container-type: size;
    display: grid;
    place-items: center;
  }
  /* The box of a shared screen has the screen's own ratio: nothing is cut off. */
  .screen famedly-tile {
    inline-size: min(100cqi, 100cqb * var(--_ratio, 1.6));
    aspect-ratio: var(--_ratio, 1.6);
  }
  .screen famedly-tile::part(tile) {
    background: none;
    box-shadow: 0 0 0 1px var(--_line);
  }
  .frozen famedly-tile {
    filter: saturate(0.25) brightness(0.7);
  }
  famedly-tile .icon {
    margin-inline-start: -3px;
  }
  .strip {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-block-size: 0;
    justify-content: center;
  }
  .strip famedly-tile {
    aspect-ratio: 4 / 3;
    flex: 0 1 auto;
  }
  @container (width >= 1024px) {
    .strip famedly-tile {
      aspect-ratio: 16 / 10;
    }
  }
  @container (width < 600px) {
    .share {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    }
    .screen {
      aspect-ratio: 16 / 10;
      inline-size: 100%;
    }
    .strip {
      flex-direction: row;
      justify-content: stretch;
    }
    .strip famedly-tile {
      flex: 1;
      aspect-ratio: auto;
      max-block-size: 320px;
    }
  }
  famedly-call-header,
  famedly-controls {
    transition: opacity var(--_duration-normal) var(--_ease);
  }
  :host(:state(receded)) {
    cursor: none;
  }
  :host(:state(receded)) :is(famedly-call-header, famedly-controls) {
    opacity: 0;
    pointer-events: none;
  }
  @media (prefers-reduced-motion: reduce) {
    famedly-call-header,
    famedly-controls {
      transition: none;
    }
  }
`;
