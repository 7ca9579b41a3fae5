import { css } from 'lit';

/** What stands in the middle of the element: ringing and cards. */
export const centreStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .centre {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    text-align: center;
    min-block-size: 0;
    overflow: clip auto;
    gap: 20px;
    padding-inline: 4px;
    scrollbar-width: thin;
  }
  .text {
    display: grid;
    gap: 4px;
    max-inline-size: min(520px, 100%);
    justify-items: center;
    min-inline-size: 0;
  }
  .title {
    font-size: 24px;
    line-height: 30px;
    font-weight: 600;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .sub {
    color: var(--_ink-quiet);
    text-wrap: balance;
  }
  .lead {
    font-size: 17px;
    line-height: 24px;
  }
  @container (width < 320px) {
    .centre {
      gap: 14px;
    }
    .title {
      font-size: 20px;
      line-height: 26px;
    }
    .lead {
      font-size: 15px;
      line-height: 21px;
    }
  }
  @container (width >= 1024px) {
    .centre {
      gap: 24px;
    }
    .title {
      font-size: 32px;
      line-height: 38px;
    }
    .lead {
      font-size: 19px;
      line-height: 26px;
    }
  }
  @container (height < 560px) and (width >= 320px) {
    .centre {
      gap: 14px;
    }
    .title {
      font-size: 22px;
      line-height: 28px;
    }
  }
  @container (height < 420px) {
    .centre {
      gap: 10px;
    }
    .title {
      font-size: 18px;
      line-height: 24px;
    }
    .lead {
      font-size: 14px;
      line-height: 20px;
    }
  }
`;
