import { css } from 'lit';

export const toastsStyles = css`
  /* No row of the grid around it. */
  :host {
    display: contents;
  }
  .toasts {
    position: absolute;
    z-index: 4;
    inset-inline: var(--_pad, 16px);
    inset-block-start: calc(var(--_pad, 16px) + 44px + var(--_gap, 12px) + 8px + var(--_banner, 0px));
    display: grid;
    gap: 8px;
    justify-items: center;
    pointer-events: none;
  }
  .toast {
    pointer-events: auto;
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 44px;
    padding: 8px 16px 8px 14px;
    border-radius: var(--_radius-medium);
    border: var(--_border) solid var(--_edge);
    background: var(--_ink);
    color: var(--_ink-inverse);
    font-size: 14px;
    line-height: 20px;
    box-shadow: var(--_shadow-floating);
    max-inline-size: min(380px, 100%);
  }
  p {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .button.text {
    margin-block: -4px;
    margin-inline-end: -10px;
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 3px;
    min-block-size: 44px;
    padding: 0 10px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .toast {
      animation: come var(--_duration-normal) var(--_ease);
    }
  }
  @keyframes come {
    from {
      opacity: 0;
      translate: 0 -8px;
    }
  }
  @container (width < 600px) {
    .toasts {
      inset-block-start: var(--_pad, 12px);
    }
    .toast {
      max-inline-size: 100%;
      inline-size: 100%;
    }
    .toast:not(:last-child) {
      display: none;
    }
  }
  @container (width >= 1024px) {
    .toasts {
      inset-inline: var(--_pad, 20px) auto;
      inset-block: auto calc(var(--_pad, 20px) + var(--_dock-pad, 8px) + 3px);
      justify-items: start;
      max-inline-size: calc(50cqi - 290px);
    }
  }
`;
