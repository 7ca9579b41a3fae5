import { css } from 'lit';

/** Beside the grid of a group call that goes on, and over it. */
export const inCallStyles = css`
  .middle.with-people {
    grid-template-columns: minmax(0, 1fr) 280px;
  }
  /* What just happened does not lie on what is wrong. */
  .frame:has(famedly-banner) {
    --_banner: 60px;
  }
  /* The sheet has no self view to keep off. */
  famedly-sheet {
    --_above-self: var(--_above-dock);
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
`;
