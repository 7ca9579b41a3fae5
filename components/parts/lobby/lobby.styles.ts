import { css } from 'lit';

export const lobbyStyles = css`
  :host {
    display: grid;
    min-block-size: 0;
    min-inline-size: 0;
  }
  .lobby {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1.15fr) minmax(280px, 0.85fr);
    align-items: safe center;
    gap: 28px;
    max-inline-size: 1040px;
    inline-size: 100%;
    min-block-size: 0;
    margin-inline: auto;
    padding-inline: 8px;
    overflow: clip auto;
    scrollbar-width: thin;
  }
  .preview {
    --_tile-radius: var(--_radius-large);
    position: relative;
    aspect-ratio: 4 / 3;
    min-block-size: 0;
  }
  .preview famedly-tile {
    block-size: 100%;
  }
  .dock {
    position: absolute;
    inset-block-end: 12px;
    inset-inline: 0;
    margin-inline: auto;
    inline-size: fit-content;
    border-color: var(--_media-edge);
    box-shadow: none;
    backdrop-filter: blur(18px) saturate(1.3);
  }
  /* Its place is there before it comes. */
  famedly-level-meter {
    min-inline-size: 53px;
  }
  .panel {
    display: grid;
    gap: 18px;
    min-inline-size: 0;
  }
  h2 {
    font-size: 24px;
    line-height: 30px;
    font-weight: 600;
    letter-spacing: -0.01em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .here {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .caption {
    justify-content: flex-start;
  }
  .stack {
    display: flex;
    flex: none;
  }
  .stack famedly-avatar {
    --_s: 36px;
    border-radius: 50%;
    box-shadow: 0 0 0 2px var(--_canvas);
  }
  .stack famedly-avatar + famedly-avatar {
    margin-inline-start: -8px;
  }
  .fields {
    border: var(--_border) solid var(--_line);
    border-radius: var(--_radius-medium);
    overflow: hidden;
    background: var(--_surface);
  }
  .field {
    position: relative;
    display: block;
  }
  .field + .field {
    border-block-start: 1px solid var(--_line);
  }
  .field > * {
    position: absolute;
    pointer-events: none;
    color: var(--_ink-quiet);
    inset-block: 0;
    margin-block: auto;
  }
  .field > .icon {
    inset-inline-start: 16px;
  }
  .field > .icon:last-child {
    inset-inline: auto 14px;
    color: var(--_ink);
  }
  .field > small {
    inset-block: 8px auto;
    inset-inline-start: 50px;
    font-size: 13px;
    line-height: 16px;
  }
  .field > select {
    position: static;
    pointer-events: auto;
    appearance: none;
    inline-size: 100%;
    min-block-size: 52px;
    padding-block: 24px 6px;
    padding-inline: 50px 46px;
    border: 0;
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    line-height: 20px;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  select:hover {
    background: var(--_control);
  }
  select:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -4px;
    border-radius: var(--_radius-medium);
  }
  select:disabled {
    color: var(--_ink-quiet);
    cursor: default;
  }
  .join {
    position: sticky;
    inset-block-end: 0;
    display: grid;
    gap: 10px;
    background: var(--_stage);
  }
  .join .button {
    min-block-size: 52px;
    font-size: 16px;
  }
  .join [aria-busy='true'] {
    cursor: progress;
  }
  .short {
    display: none;
  }
  @container (width >= 600px) and (height >= 420px) {
    .menu {
      display: none;
    }
  }
  @container (width >= 1024px) {
    .lobby {
      gap: 48px;
    }
    .preview {
      aspect-ratio: 16 / 11;
    }
    h2 {
      font-size: 28px;
      line-height: 34px;
    }
  }
  @container (width < 600px) {
    .lobby {
      grid-template: minmax(140px, 1fr) auto / minmax(0, 1fr);
      gap: 16px;
      align-items: stretch;
      padding-inline: 0;
    }
    .preview {
      aspect-ratio: auto;
    }
    .fields {
      display: none;
    }
    .panel {
      gap: 14px;
    }
    h2 {
      font-size: 22px;
      line-height: 27px;
    }
  }
  @container (width < 320px) {
    .lobby {
      gap: 12px;
    }
    .panel {
      gap: 10px;
    }
    h2 {
      font-size: 18px;
      line-height: 23px;
    }
    .stack famedly-avatar {
      --_s: 28px;
    }
    .preview {
      --_tile-radius: var(--_radius-medium);
    }
    .dock {
      inset-block-end: 8px;
    }
    famedly-level-meter,
    .whole {
      display: none;
    }
    .short {
      display: inline;
    }
    .join .button {
      min-block-size: 48px;
    }
  }
  @container (height < 420px) {
    .fields {
      display: none;
    }
    .panel {
      gap: 10px;
    }
  }
  @media (forced-colors: active) {
    .fields,
    .dock {
      border: 1px solid CanvasText;
    }
  }
`;
