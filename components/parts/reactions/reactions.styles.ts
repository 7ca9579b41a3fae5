import { css } from 'lit';

export const reactionsStyles = css`
  :host {
    display: block;
  }
  .keys {
    display: grid;
    grid-template-columns: repeat(6, minmax(44px, 1fr));
    gap: 4px;
  }
  button {
    block-size: 48px;
    border-radius: var(--_radius-medium);
    border: var(--_border) solid var(--_edge);
    font:
      26px/1 'Apple Color Emoji',
      'Segoe UI Emoji',
      'Noto Color Emoji',
      var(--_font);
    transition: background-color var(--_duration-quick);
  }
  button:hover {
    background: var(--_control);
  }
  button:active {
    background: var(--_control-pressed);
  }
  .keys button:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }
  @container (width < 320px) {
    .keys {
      grid-template-columns: repeat(3, 1fr);
    }
  }
`;
