import { css } from 'lit';

/** Content of a sheet that is read only: an `h2` where the sheet shows no heading, and lines of facts. */
export const factsStyles = css`
  :host {
    display: block;
    padding: 4px 12px 8px;
    font-size: 14px;
    line-height: 20px;
  }
  h2 {
    display: none;
    padding-block: 4px 8px;
    font-size: 17px;
    line-height: 24px;
    font-weight: 600;
  }
  .fact {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-block-size: 36px;
    padding-block: 4px;
  }
  .fact + .fact {
    border-block-start: 1px solid var(--_line);
  }
  dt {
    color: var(--_ink-quiet);
  }
  dd {
    text-align: end;
  }
  @container (width < 320px) {
    :host {
      padding-inline: 8px;
      font-size: 13px;
      line-height: 18px;
    }
  }
  @container (width >= 600px) {
    h2 {
      display: block;
    }
  }
`;
