import { css } from 'lit';

export const groupBarStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
    min-block-size: 44px;
    padding-inline-start: 6px;
  }
  .name {
    font-weight: 600;
    font-size: 16px;
    line-height: 20px;
  }
  famedly-duration,
  .privacy {
    font-size: 13px;
    line-height: 18px;
    color: var(--_ink-quiet);
  }
  famedly-duration {
    padding-inline: 10px;
  }
  .privacy {
    display: flex;
    align-items: center;
    gap: 6px;
    flex: none;
  }
  .push {
    flex: 1;
  }
  .layouts {
    display: flex;
    flex: none;
    border-radius: var(--_radius-full);
    border: var(--_border) solid var(--_edge);
    background: var(--_control);
  }
  .round {
    min-inline-size: 44px;
    block-size: 44px;
    flex: none;
    display: grid;
    place-items: center;
    border-radius: var(--_radius-full);
    border: var(--_border) solid transparent;
    transition: background-color var(--_duration-quick);
  }
  .round:is(:hover, [aria-expanded='true']) {
    background: var(--_control);
  }
  .round:active {
    background: var(--_control-pressed);
  }
  .layouts .round:hover {
    background: var(--_control-hover);
  }
  .layouts [aria-pressed='true'],
  .layouts [aria-pressed='true']:hover {
    background: light-dark(#fff, var(--_control-pressed));
    box-shadow: inset 0 0 0 3px var(--_control);
    border-color: var(--_edge);
  }
  .layouts .round:focus-visible {
    z-index: 1;
  }
  .count {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding-inline: 12px;
    font-weight: 600;
  }
  .count[aria-expanded='true'] {
    border-color: var(--_edge);
  }
  @container (width < 600px) {
    .wide,
    .said {
      display: none;
    }
  }
  @container (width < 320px) {
    .bar {
      gap: 4px;
      padding-inline-start: 4px;
    }
    .name {
      font-size: 15px;
    }
    .count {
      gap: 6px;
      padding-inline: 8px;
    }
  }
  .said {
    white-space: nowrap;
  }
  @container (width < 1024px) {
    .long {
      display: none;
    }
  }
  @container (width >= 1024px) {
    .short {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .layouts,
    .layouts [aria-pressed='true'] {
      border: 1px solid CanvasText;
    }
    .layouts [aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
