import { css } from 'lit';

/** What a self view needs once somebody takes it. */
export const movedStyles = css`
  :host([corner$='start']) {
    inset-inline: var(--_edges) auto;
  }
  /* Below the top row. */
  :host([corner^='top']) {
    inset-block: calc(max(var(--_pad, 16px), env(safe-area-inset-top)) + 44px + var(--_gap, 12px)) auto;
  }
  :host([dragged]) {
    cursor: grabbing;
  }
  @media (prefers-reduced-motion: no-preference) {
    :host(:not([dragged])) {
      transition: translate var(--famedly-duration-normal, 220ms) var(--_ease);
    }
  }
`;
