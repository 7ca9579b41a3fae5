import { css } from 'lit';

export const headerStyles = css`
  :host {
    display: grid;
    gap: 8px;
  }
  .row {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 8px;
    min-inline-size: 0;
  }
  .row:not(:has(*)) {
    display: none;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 36px;
    max-inline-size: 100%;
    padding: 6px 14px;
    border-radius: 18px;
    border: var(--_border) solid var(--_edge);
    background: var(--_surface);
    color: var(--_ink);
    font-size: 14px;
    line-height: 20px;
  }
  :host(:not([on-media])) :is(.chip, .views) {
    box-shadow: var(--_shadow-raised);
  }
  .chip:has(> .icon:first-child) {
    padding-inline-start: 11px;
  }
  b {
    font-weight: 600;
  }
  famedly-duration {
    opacity: 0.86;
  }
  .views {
    display: flex;
    margin-inline-start: auto;
    border-radius: var(--_radius-full);
    border: var(--_border) solid var(--_edge);
    background: var(--_surface);
  }
  .views button {
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    transition: background-color var(--_duration-quick);
  }
  .views button:hover {
    background: var(--_control-hover);
  }
  .views button:active {
    background: var(--_control-pressed);
  }
  @container (width < 600px) {
    .wide {
      display: none;
    }
  }
  @container (width >= 600px) {
    .narrow {
      display: none;
    }
  }
  @container (width < 320px) {
    :host,
    .row {
      gap: 6px;
    }
    .chip {
      min-block-size: 32px;
      padding: 4px 11px;
      font-size: 13px;
      gap: 6px;
      border-radius: 16px;
    }
    .chip:has(> .icon:first-child) {
      padding-inline-start: 9px;
    }
    .room {
      display: none;
    }
  }
  @container (width >= 320px) {
    .tight {
      display: none;
    }
  }
`;
