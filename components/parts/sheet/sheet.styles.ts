import { css } from 'lit';

/** Narrow: a sheet from the bottom with a scrim. From 600 px a popover, from 1024 px over the self view. */
export const sheetStyles = css`
  :host {
    display: contents;
    --_above-dock: calc(var(--_pad, 16px) + var(--_size, 48px) + 2 * var(--_dock-pad, 8px) + 14px);
    --_above-self: calc(var(--_pad, 20px) + var(--_self, 240px) / 1.6 + 12px);
  }
  .scrim {
    position: absolute;
    inset: 0;
    z-index: 4;
    background: rgb(6 12 10 / 0.5);
  }
  .panel {
    position: absolute;
    z-index: 5;
    inset-inline: 0;
    inset-block-end: 0;
    max-block-size: 82cqb;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    padding: 4px 8px max(12px, env(safe-area-inset-bottom));
    border: var(--_border) solid var(--_line);
    border-block-end: 0;
    border-radius: var(--_radius-large) var(--_radius-large) 0 0;
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow-floating);
  }
  .panel:focus-visible {
    outline-offset: -4px;
    box-shadow: var(--_shadow-floating);
  }
  :host([placement='end']) .panel {
    padding: 4px 12px 16px;
  }
  .head {
    position: sticky;
    inset-block-start: -4px;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-block: 6px 2px;
    padding-inline: 12px 4px;
    background: inherit;
    font-weight: 600;
    font-size: 17px;
  }
  :host([placement='end']) .head {
    padding-inline: 4px 0;
  }
  .close {
    inline-size: 44px;
    block-size: 44px;
    flex: none;
    display: grid;
    place-items: center;
    border-radius: var(--_radius-full);
    transition: background-color var(--_duration-quick);
  }
  .close:hover {
    background: var(--_control);
  }
  .close:active {
    background: var(--_control-pressed);
  }
  @container (width < 320px) {
    .panel {
      padding-inline: 4px;
    }
    .head {
      font-size: 15px;
    }
    :host([placement='end']) .panel {
      padding-inline: 8px;
    }
  }
  @container (height < 420px) {
    .panel {
      max-block-size: calc(100cqb - 16px);
    }
  }
  @container (width >= 600px) {
    .scrim,
    .head {
      display: none;
    }
    .panel {
      --_bottom: var(--_above-dock);
      inset-block-end: var(--_bottom);
      inset-inline: var(--_pad, 16px) auto;
      inline-size: 312px;
      max-block-size: calc(100cqb - var(--_bottom) - 56px);
      padding: 8px;
      border-block-end: var(--_border) solid var(--_line);
      border-radius: var(--_radius-large);
    }
    :host(:is([placement='end'], [placement='self'])) .panel {
      inset-inline: auto var(--_pad, 16px);
    }
    :host([placement='self']) .panel {
      --_bottom: calc(var(--_above-dock) + var(--_self, 176px) / 1.6);
    }
    :host([placement='end']) .panel {
      inline-size: 288px;
      padding: 16px;
    }
  }
  @container (width >= 1024px) {
    :host(:not([placement='end'])) .panel {
      --_bottom: var(--_above-self);
      inset-inline: auto var(--_pad, 20px);
      inline-size: 340px;
      max-block-size: calc(100cqb - var(--_bottom) - var(--_pad, 20px) - 56px);
    }
  }
  @container (width >= 600px) and (height < 420px) {
    .panel {
      max-block-size: calc(100cqb - var(--_bottom) - 8px);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .panel {
      animation: rise var(--_duration-normal) var(--_ease);
    }
    .scrim {
      animation: appear var(--_duration-normal) var(--_ease);
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    .panel {
      border: 1px solid CanvasText;
    }
  }
`;
