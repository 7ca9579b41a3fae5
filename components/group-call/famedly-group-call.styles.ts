import { css } from 'lit';

/** Beside `frameStyles`. */
export const groupCallStyles = css`
  .frame.group {
    --_pad: 12px;
    --_gap: 10px;
  }
  .frame:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .wait {
    grid-row: 2;
    place-self: center;
    display: grid;
    justify-items: center;
    gap: 20px;
    color: var(--_ink-quiet);
  }
  .wait i {
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    border: 3px solid color-mix(in oklab, var(--_ink) 14%, transparent);
    border-block-start-color: var(--_accent);
  }
  @media (prefers-reduced-motion: no-preference) {
    .wait i {
      animation: turn 1s linear infinite;
    }
  }
  /* The bar, which comes with the picture of somebody, has its place. */
  .top {
    grid-row: 1;
    display: grid;
    gap: 8px;
    min-block-size: 44px;
    min-inline-size: 0;
    position: relative;
    z-index: 2;
  }
  .middle {
    grid-row: 2;
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    gap: 10px;
    min-block-size: 0;
    min-inline-size: 0;
  }
  @container (width < 320px) {
    .frame.group {
      --_pad: 8px;
      --_gap: 8px;
    }
  }
  @container (height < 420px) {
    .frame.group {
      --_pad: 8px;
      --_gap: 6px;
    }
  }
`;
