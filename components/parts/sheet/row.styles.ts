import { css } from 'lit';

/** What menus are made of: `h3` with an icon, `.row` (a button), in it `.grow`, `.radio` or `.switch`; `.line` between groups. */
export const rowStyles = css`
  :host {
    display: block;
  }
  h3 {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 10px 12px 4px;
    font-size: 13px;
    line-height: 18px;
    font-weight: 600;
    color: var(--_ink-quiet);
  }
  .line {
    block-size: 1px;
    margin: 8px 12px;
    background: var(--_line);
  }
  .row {
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 12px;
    border-radius: var(--_radius-medium);
    text-align: start;
    line-height: 20px;
  }
  button.row:hover {
    background: var(--_control);
  }
  button.row:active {
    background: var(--_control-pressed);
  }
  .row:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }
  .grow {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .radio {
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
    border: 2px solid var(--_outline);
    flex: none;
    display: grid;
    place-items: center;
  }
  [aria-checked='true'] > .radio {
    border-color: var(--_accent);
  }
  [aria-checked='true'] > .radio::after {
    content: '';
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--_accent);
  }
  .switch {
    position: relative;
    inline-size: 44px;
    block-size: 26px;
    border-radius: 13px;
    border: 2px solid var(--_outline);
    flex: none;
  }
  .switch::after {
    content: '';
    position: absolute;
    inset-block-start: 4px;
    inset-inline-start: 4px;
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    background: var(--_outline);
  }
  [aria-checked='true'] > .switch {
    background: var(--_accent);
    border-color: var(--_accent);
  }
  [aria-checked='true'] > .switch::after {
    inset-block-start: 2px;
    inset-inline-start: 20px;
    inline-size: 18px;
    block-size: 18px;
    background: var(--_on-accent);
  }
  @container (width < 320px) {
    .row {
      padding-inline: 10px;
      gap: 10px;
      font-size: 14px;
    }
    h3 {
      padding-inline: 10px;
    }
  }
  @media (forced-colors: active) {
    .switch::after {
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonText;
    }
    [aria-checked='true'] > .radio::after,
    [aria-checked='true'] > .switch {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
    }
    [aria-checked='true'] > .switch::after {
      background: HighlightText;
    }
  }
`;
