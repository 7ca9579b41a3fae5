import { css } from 'lit';

export const deviceMenuStyles = css`
  .none {
    padding: 8px 12px;
    color: var(--_ink-quiet);
  }
  [aria-busy='true'] > * {
    cursor: progress;
  }
  [aria-busy='true'] > [aria-checked='true'] > .radio {
    opacity: 0.6;
  }
  .spinner {
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    border: 2px solid color-mix(in oklab, currentColor 28%, transparent);
    border-block-start-color: currentColor;
  }
  @media (prefers-reduced-motion: no-preference) {
    .spinner {
      animation: turn 1s linear infinite;
    }
    .test[aria-busy='true'] > .icon {
      animation: swell 0.8s var(--_ease) infinite alternate;
    }
  }
  @keyframes swell {
    to {
      scale: 1.2;
    }
  }
`;
