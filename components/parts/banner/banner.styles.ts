import { css } from 'lit';

export const bannerStyles = css`
  :host {
    display: flex;
    justify-content: center;
  }
  .banner {
    max-inline-size: min(520px, 100%);
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 10px 16px 10px 14px;
    border-radius: var(--_radius-medium);
    background: var(--_warning-soft);
    color: var(--_warning-ink);
    font-size: 14px;
    line-height: 20px;
    box-shadow: var(--_shadow-raised);
    border: var(--_border) solid var(--_edge);
  }
  .danger {
    background: var(--_danger-soft);
    color: var(--_danger-ink);
  }
  .note {
    background: var(--_surface);
    color: var(--_ink);
  }
  b {
    font-weight: 600;
  }
  .more {
    display: block;
  }
  .button.text {
    color: inherit;
    border-color: transparent;
    margin-block: -8px;
    margin-inline-end: -12px;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .answers {
    display: flex;
    flex: none;
    gap: 12px;
  }
  .answers:empty {
    display: none;
  }
  .spinner {
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
    border: 2.5px solid color-mix(in oklab, currentColor 28%, transparent);
    border-block-start-color: currentColor;
    flex: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .spinner {
      animation: turn 1s linear infinite;
    }
  }
  @container (width < 600px) {
    .banner {
      flex-wrap: wrap;
    }
    p {
      flex: 1;
      min-inline-size: 52%;
    }
    /* Below a long sentence, and in line with it. */
    .answers {
      margin-inline-start: 16px;
    }
  }
  @container (width < 320px) {
    .banner {
      padding: 8px 12px 8px 10px;
      gap: 10px;
      font-size: 13px;
      line-height: 18px;
    }
    .more {
      display: none;
    }
    .answers {
      flex: 0 1 auto;
      margin-inline-start: 8px;
    }
  }
`;
