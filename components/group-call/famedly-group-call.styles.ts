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
  .top {
    grid-row: 1;
    display: grid;
    gap: 8px;
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
  .middle.with-people {
    grid-template-columns: minmax(0, 1fr) 280px;
  }
  /* The sheet has no self view to keep off. */
  famedly-sheet {
    --_above-self: var(--_above-dock);
  }
  @container (width < 320px) {
    .frame.group {
      --_pad: 8px;
      --_gap: 8px;
    }
  }
  @container (width < 600px) {
    .middle.with-people {
      grid-template-columns: minmax(0, 1fr);
    }
    .with-people famedly-people-list {
      position: absolute;
      inset: 0;
      z-index: 1;
    }
    /* Nobody tabs through what is covered. */
    .with-people famedly-grid {
      visibility: hidden;
    }
  }
  @container (width >= 1024px) {
    .middle.with-people {
      grid-template-columns: minmax(0, 1fr) 320px;
    }
  }
  @container (height < 420px) {
    .frame.group {
      --_pad: 8px;
      --_gap: 6px;
    }
  }
`;
