import { css } from 'lit';

/** What every part starts from. */
export const baseStyles = css`
  :host([hidden]) {
    display: none;
  }
  :host,
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :where(p, h2) {
    margin: 0;
  }
  /* The words' direction may be another one than the page's. */
  :where(p, span) {
    unicode-bidi: plaintext;
    text-align: match-parent;
    text-align: -webkit-match-parent;
  }
  :where(button) {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    margin: 0;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  /* Two rings: one of them shows on anything. An answer's are around its disc, not around its word. */
  :is(button:not(.answer), [tabindex]):focus-visible,
  .answer:focus-visible .round {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
    box-shadow:
      0 0 0 2px var(--_focus-gap),
      0 0 0 6px var(--_focus-gap);
  }
  .icon {
    inline-size: 24px;
    block-size: 24px;
    flex: none;
    display: block;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon.m {
    inline-size: 20px;
    block-size: 20px;
    stroke-width: 1.9;
  }
  .icon.s {
    inline-size: 16px;
    block-size: 16px;
    stroke-width: 2.1;
  }
  .cut {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .caption {
    font-size: 13px;
    line-height: 18px;
    color: var(--_ink-quiet);
    display: flex;
    align-items: center;
    gap: 6px;
    justify-content: center;
    text-wrap: balance;
  }
  .for-ears {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;
