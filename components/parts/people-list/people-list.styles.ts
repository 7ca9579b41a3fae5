import { css } from 'lit';

export const peopleListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    overflow: hidden;
    border: var(--_border) solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_ink);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 52px;
    padding-block: 6px 2px;
    padding-inline: 18px 6px;
  }
  h2 {
    font-size: 17px;
    line-height: 22px;
    font-weight: 600;
  }
  .list {
    flex: 1;
    min-block-size: 0;
    padding-inline: 8px;
    overflow: clip auto;
    scrollbar-width: thin;
  }
  .person {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 52px;
    padding-block: 4px;
    padding-inline-start: 8px;
  }
  famedly-avatar {
    --_s: 36px;
  }
  .who {
    flex: 1;
    min-inline-size: 0;
    display: grid;
  }
  small {
    display: flex;
    align-items: center;
    gap: 5px;
    font-size: 13px;
    line-height: 17px;
    color: var(--_ink-quiet);
  }
  .heard {
    flex: none;
    color: var(--_ink-quiet);
  }
  .round {
    inline-size: 44px;
    block-size: 44px;
    flex: none;
    display: grid;
    place-items: center;
    border-radius: var(--_radius-full);
    transition: background-color var(--_duration-quick);
  }
  .round:hover,
  .round[aria-expanded='true'] {
    background: var(--_control);
  }
  .round:active {
    background: var(--_control-pressed);
  }
  .about {
    display: grid;
    gap: 4px;
    margin-block-end: 8px;
    margin-inline-start: 54px;
  }
  .volume {
    display: flex;
    align-items: center;
    gap: 12px;
    padding-inline: 12px;
    font-size: 14px;
  }
  .volume input {
    flex: 1;
    min-inline-size: 0;
    block-size: 44px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .volume input:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
    border-radius: var(--_radius-small);
  }
  .foot {
    padding-block: 8px 12px;
    padding-inline: 12px;
  }
  .foot .button {
    inline-size: 100%;
  }
  @container (width < 320px) {
    :host {
      border-radius: var(--_radius-medium);
    }
    .head {
      min-block-size: 44px;
      padding-inline-start: 12px;
    }
    h2 {
      font-size: 15px;
    }
    .list {
      padding-inline: 4px;
    }
    .person {
      gap: 8px;
      padding-inline-start: 6px;
      font-size: 14px;
    }
    famedly-avatar {
      --_s: 32px;
    }
    .about {
      margin-inline-start: 0;
    }
    .usual {
      display: none;
    }
    .foot {
      padding-block: 6px 8px;
      padding-inline: 8px;
    }
  }
  @media (forced-colors: active) {
    :host {
      border: 1px solid CanvasText;
    }
  }
`;
