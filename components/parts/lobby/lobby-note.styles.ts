import { css } from 'lit';

/** Beside `lobbyStyles`. */
export const lobbyNoteStyles = css`
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
  .note p {
    display: flex;
    gap: 10px;
  }
  .note .icon {
    color: var(--_accent-ink);
  }
  .note .button {
    justify-self: start;
    margin-inline-start: 30px;
    background: var(--_surface);
    box-shadow: var(--_shadow-raised);
  }
  .note .button:hover {
    background: var(--_control);
  }
  @container (width < 320px) {
    .note .icon,
    .panel:has(.note) .stack {
      display: none;
    }
    .note {
      padding: 10px;
      gap: 8px;
      font-size: 13px;
      line-height: 18px;
    }
    .note .button {
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
