import { css } from 'lit';

export const helpSheetStyles = css`
  kbd {
    display: inline-block;
    min-inline-size: 28px;
    padding: 2px 8px;
    border: var(--_border) solid var(--_outline);
    border-radius: var(--_radius-small);
    background: var(--_control);
    color: var(--_ink);
    font: inherit;
    font-weight: 600;
    text-align: center;
    white-space: nowrap;
  }
  dt {
    order: 1;
  }
  dd {
    text-align: start;
  }
  p {
    padding-block-start: 12px;
    color: var(--_ink-quiet);
  }
`;
