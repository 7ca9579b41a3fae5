import { css } from 'lit';

export const keypadStyles = css`
  :host {
    display: block;
    direction: ltr;
  }
  .tones {
    min-block-size: 38px;
    padding-block-end: 8px;
    overflow: hidden;
    text-align: center;
    white-space: nowrap;
    font-size: 22px;
    line-height: 30px;
    font-weight: 500;
    letter-spacing: 0.3em;
    text-indent: 0.3em;
  }
  .keys {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 8px;
    max-inline-size: 320px;
    margin-inline: auto;
  }
  .key {
    block-size: 56px;
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius-medium);
    background: var(--_control);
    display: grid;
    align-content: center;
    justify-items: center;
    font-size: 22px;
    line-height: 24px;
    font-weight: 500;
    transition: background-color var(--_duration-quick);
  }
  .key:hover {
    background: var(--_control-hover);
  }
  .key:active {
    background: var(--_control-pressed);
  }
  small {
    min-block-size: 12px;
    font-size: 11px;
    line-height: 12px;
    font-weight: 600;
    letter-spacing: 0.1em;
    color: var(--_ink-quiet);
  }
  @container (width < 320px) {
    .keys {
      gap: 6px;
    }
    .key {
      block-size: 48px;
    }
  }
  @container (height < 420px) {
    .key {
      block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .key {
      border: 1px solid ButtonText;
    }
  }
`;
