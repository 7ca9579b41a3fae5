import { css } from 'lit';

export const levelMeterStyles = css`
  :host {
    display: flex;
    flex: none;
  }
  .bars {
    display: flex;
    gap: 3px;
    align-items: center;
  }
  i {
    inline-size: 4px;
    block-size: 14px;
    border-radius: 2px;
    background: color-mix(in oklab, var(--_ink) 18%, transparent);
  }
  i.on {
    background: var(--_accent);
  }
  @media (forced-colors: active) {
    i {
      forced-color-adjust: none;
      border: 1px solid CanvasText;
      background: Canvas;
    }
    i.on {
      background: Highlight;
    }
  }
`;
