import { css } from 'lit';

export const lobbyNoteStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .note {
    display: grid;
    gap: 10px;
    padding: 14px 16px;
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius-medium);
    background: var(--_accent-soft);
    font-size: 14px;
    line-height: 20px;
  }
  .text {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 10px;
  }
  .icon {
    color: var(--_accent-ink);
  }
  .trouble {
    background: var(--_warning-soft);
  }
  .trouble,
  .trouble .icon {
    color: var(--_warning-ink);
  }
  b {
    font-weight: 600;
  }
  ol {
    margin: 0;
    padding-inline-start: 18px;
  }
  .button {
    justify-self: start;
    margin-inline-start: 30px;
    background: var(--_surface);
    box-shadow: var(--_shadow-raised);
  }
  .button:hover {
    background: var(--_control);
  }
  .button[aria-busy] {
    cursor: progress;
  }
  @container (width < 320px) {
    .icon {
      display: none;
    }
    .text {
      grid-template-columns: minmax(0, 1fr);
    }
    .note {
      padding: 10px;
      gap: 8px;
      font-size: 13px;
      line-height: 18px;
    }
    .button {
      justify-self: stretch;
      margin-inline-start: 0;
    }
  }
  @media (forced-colors: active) {
    .note {
      border: 1px solid CanvasText;
    }
  }
`;

/** Beside `lobbyStyles`: where there is little room, what matters less makes way for the note. */
export const besideNoteStyles = css`
  @container (width < 320px) {
    :host([noted]) .stack,
    :host([noted='long']) .here,
    :host([noted='long']) .panel > .caption {
      display: none;
    }
    :host([noted='long']) .lobby {
      grid-template-rows: minmax(84px, 1fr) auto;
    }
  }
  @container (width >= 600px) and (height < 640px) {
    :host([noted]) .panel {
      gap: 12px;
    }
    :host([noted='long']) .fields {
      display: none;
    }
    :host([noted='long']) .menu {
      display: grid;
    }
  }
`;
