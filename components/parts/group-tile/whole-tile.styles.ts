import { css } from 'lit';

/** Beside `groupTileStyles`: who speaks, raised hands, reactions, pins and what is wrong, a picture that stands still, too. */
export const wholeTileStyles = css`
  .speaking {
    outline: calc(1px + 2 * var(--_border, 1px)) solid var(--_accent);
    outline-offset: 1px;
  }
  .frozen famedly-tile::part(video) {
    filter: saturate(0.25) brightness(0.7);
  }
  .voice {
    display: flex;
    align-items: center;
    gap: 2px;
    block-size: 12px;
    flex: none;
  }
  .voice i {
    inline-size: 2.5px;
    block-size: 6px;
    border-radius: 2px;
    background: currentColor;
  }
  .voice i:nth-child(2) {
    block-size: 12px;
  }
  .voice i:nth-child(3) {
    block-size: 8px;
  }
  .hand,
  .marks {
    --_in: 6px;
    position: absolute;
    inset-block-start: var(--_in);
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .hand {
    inset-inline-start: var(--_in);
    min-block-size: 28px;
    padding-block: 2px;
    padding-inline: 7px 10px;
    border-radius: 16px;
    border: var(--_border) solid var(--_edge);
    background: var(--_warning);
    color: var(--_on-warning);
    font: 600 13px/18px var(--_font);
    font-variant-numeric: tabular-nums;
  }
  .marks {
    --_disc: 28px;
    inset-inline-end: var(--_in);
  }
  .marks > * {
    position: relative;
    inline-size: var(--_disc);
    block-size: var(--_disc);
    border-radius: 50%;
    display: grid;
    place-items: center;
    background: var(--_media-plate);
    color: var(--_media-ink);
  }
  .pin {
    opacity: 0;
    transition: opacity var(--_duration-quick);
  }
  /* The target is bigger than the disc. */
  .pin::after {
    content: '';
    position: absolute;
    inset: calc((var(--_disc) - 44px) / 2);
  }
  :host(:hover) .pin,
  .pin:is(:focus-visible, [aria-pressed='true']) {
    opacity: 1;
  }
  .reaction {
    --_disc: 44px;
    position: absolute;
    inset-block-end: 6px;
    inset-inline-end: 6px;
    inline-size: var(--_disc);
    block-size: var(--_disc);
    border-radius: 50%;
    display: grid;
    place-items: center;
    overflow: hidden;
    background: var(--_media-plate);
    color: var(--_media-ink);
    font:
      calc(var(--_disc) * 0.55) / 1 'Apple Color Emoji',
      'Segoe UI Emoji',
      'Noto Color Emoji',
      var(--_font);
    user-select: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .reaction {
      animation: rise 4s var(--_ease) both;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 24px;
      scale: 0.6;
    }
    8%,
    90% {
      opacity: 1;
      translate: 0;
      scale: 1;
    }
    to {
      opacity: 0;
    }
  }
  .locked {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 8px 12px 38px;
    border-radius: inherit;
    border: var(--_border) solid var(--_edge);
    background: color-mix(in oklab, var(--_canvas) 60%, var(--_control));
    text-align: center;
    font-size: 13px;
    line-height: 18px;
    color: var(--_ink-quiet);
    text-wrap: balance;
  }
  /* Whose it is stays seen. */
  .frame {
    isolation: isolate;
  }
  .plate:has(~ .locked) {
    z-index: 1;
  }
  .locked b {
    font: 600 15px/20px var(--_font);
    color: var(--_ink);
  }
  .locked .button {
    background: var(--_surface);
  }
  .failed .button {
    background: var(--_control-hover);
  }
  @container (height < 210px) or (width < 190px) {
    .locked p {
      display: none;
    }
  }
  @container (height < 140px) or (width < 150px) {
    .locked {
      gap: 4px;
      padding: 4px 6px 30px;
    }
    .locked b {
      font-size: 12px;
      line-height: 15px;
    }
    .locked:not(.failed) .button {
      display: none;
    }
    .failed .button {
      padding: 0 12px;
      font-size: 13px;
    }
  }
  /* The way out stays where there is no room for words. */
  @container (height < 100px) {
    .failed b {
      display: none;
    }
  }
  /* The sign of a connection that comes is beside the avatar, the others below it. */
  @container (width < 220px) {
    .wait {
      margin-inline-end: 0;
    }
    .wait ~ .marks {
      inset-block-start: 38px;
    }
  }
  @container (width < 150px) {
    .hand {
      --_in: 4px;
      min-block-size: 24px;
      padding-inline: 5px 7px;
      font-size: 12px;
    }
    .marks {
      --_in: 4px;
      --_disc: 24px;
    }
    .reaction {
      --_disc: 34px;
      inset-block-end: 28px;
      inset-inline-end: 4px;
    }
  }
  @container (width >= 420px) {
    .hand {
      --_in: 8px;
      min-block-size: 32px;
      padding-inline: 9px 12px;
      font-size: 14px;
    }
    .marks {
      --_in: 8px;
    }
    .reaction {
      inset-block-end: 8px;
      inset-inline-end: 8px;
    }
  }
  @media (forced-colors: active) {
    .speaking {
      outline: 4px solid Highlight;
    }
    .voice i {
      background: CanvasText;
    }
    .hand,
    .marks > *,
    .reaction {
      border: 1px solid CanvasText;
    }
  }
`;
