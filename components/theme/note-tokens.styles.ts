import { css } from 'lit';

/** Tokens of what is said in a note before a call, and in any call. */
export const noteTokens = css`
  :host {
    --_accent-soft: var(--famedly-color-accent-soft, light-dark(#d8efe6, #12382c));
    --_accent-ink: var(--famedly-color-accent-ink, light-dark(#07553f, #86e5c5));
    --_warning-soft: var(--famedly-color-warning-soft, light-dark(#fdeecd, #38290b));
    --_warning-ink: var(--famedly-color-warning-ink, light-dark(#674200, #ffd98f));
  }
`;
