import { css } from 'lit';

export const reactionsStyles = css`
  :host {
    display: block;
  }
  .keys {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(44px, 1fr));
    gap: 4px;
  }
  button {
    block-size: 48px;
    border-radius: var(--_radius-medium);
    border: var(--_border) solid var(--_edge);
    font-size: 26px;
    line-height: 1;
    transition: background-color var(--_duration-quick);
  }
  button:hover {
    background: var(--_control);
  }
  button:active {
    background: var(--_control-pressed);
  }
  button:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }
`;
