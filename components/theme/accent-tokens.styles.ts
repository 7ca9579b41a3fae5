import { css } from 'lit';

/** Tokens of what is said in the colour of the page: in a note before a call, and in any call. */
export const accentTokens = css`
  :host {
    --_accent-soft: var(--famedly-color-accent-soft, light-dark(#d8efe6, #12382c));
    --_accent-ink: var(--famedly-color-accent-ink, light-dark(#07553f, #86e5c5));
  }
`;
