import { css } from 'lit';

export const blurSwitchStyles = css`
  :host(:not(.plain)) {
    border-block-start: 1px solid var(--_line);
  }
  :host(:not(.plain)) .row {
    min-block-size: 52px;
    padding-inline: 16px 14px;
    gap: 14px;
    border-radius: 0;
  }
  .row > .icon {
    flex: none;
    color: var(--_ink-quiet);
  }
  small {
    display: block;
    font-size: 13px;
    line-height: 16px;
    color: var(--_ink-quiet);
  }
  small:empty {
    display: none;
  }
  [aria-busy='true'] {
    cursor: progress;
  }
  [aria-busy='true'] > .switch {
    opacity: 0.6;
  }
  /* On its way: the arc of everything that takes a moment. */
  [aria-busy='true'] > .switch::after {
    inset-inline-start: 11px;
    background: none;
    border: 2px solid color-mix(in oklab, currentColor 28%, transparent);
    border-block-start-color: currentColor;
  }
  @media (prefers-reduced-motion: no-preference) {
    [aria-busy='true'] > .switch::after {
      animation: turn 1s linear infinite;
    }
  }
`;
