import { css } from 'lit';

export const ringingStyles = css`
  :host {
    position: relative;
  }
  .silence {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    z-index: 1;
  }
  .person {
    position: relative;
    margin-block: 34px 26px;
    min-inline-size: var(--_avatar);
    min-block-size: var(--_avatar);
  }
  .idle .person {
    margin-block: 0;
  }
  :is(.idle, .voice) .rings {
    display: none;
  }
  .idle .text,
  .idle .more {
    justify-self: stretch;
    inline-size: 100%;
  }
  .voice .person {
    margin-block: 14px;
  }
  .rings {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .rings::before,
  .rings::after {
    content: '';
    position: absolute;
    inset: -14px;
    border-radius: 50%;
    border: 2px solid color-mix(in oklab, var(--_hue) 55%, transparent);
  }
  .rings::after {
    inset: -32px;
    border-color: color-mix(in oklab, var(--_hue) 26%, transparent);
  }
  .connecting .rings::after {
    content: none;
  }
  .connecting .rings::before {
    inset: -9px;
    border: 3px solid color-mix(in oklab, var(--_ink) 14%, transparent);
    border-block-start-color: var(--_accent);
  }
  @media (prefers-reduced-motion: no-preference) {
    :is(.outgoing, .incoming) .rings::before {
      animation: ring 2.4s var(--_ease) infinite;
    }
    :is(.outgoing, .incoming) .rings::after {
      animation: ring 2.4s 0.3s var(--_ease) infinite;
    }
    .connecting .rings::before {
      animation: turn 1s linear infinite;
    }
  }
  @keyframes ring {
    0% {
      opacity: 0;
      scale: 0.9;
    }
    35% {
      opacity: 1;
    }
    100% {
      opacity: 0;
      scale: 1.08;
    }
  }
  .answers {
    flex: none;
    display: flex;
    justify-content: center;
    gap: 36px;
    padding-block-end: 12px;
  }
  .answer {
    --_round: 64px;
    display: grid;
    justify-items: center;
    align-content: start;
    gap: 8px;
    inline-size: 84px;
    font-size: 14px;
    line-height: 18px;
    font-weight: 500;
    outline: none;
  }
  .round {
    inline-size: var(--_round);
    block-size: var(--_round);
    border-radius: 50%;
    border: var(--_border) solid var(--_edge);
    display: grid;
    place-items: center;
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow-raised);
    transition: background-color var(--_duration-quick);
  }
  .round .icon {
    scale: 1.12;
  }
  .answer:hover .round {
    background: var(--_control);
  }
  .end .round {
    background: var(--_danger);
    color: var(--_on-danger);
    box-shadow: none;
  }
  .end:is(:hover, :active) .round {
    background: var(--_danger-hover);
  }
  .go .round {
    background: var(--_accent);
    color: var(--_on-accent);
    box-shadow: none;
  }
  .go:is(:hover, :active) .round {
    background: var(--_accent-hover);
  }
  @container (width < 600px) {
    .answers {
      justify-content: space-evenly;
      gap: 4px;
    }
  }
  @container (width < 320px) {
    .person {
      margin-block: 26px 20px;
    }
    .connecting .person {
      margin-block: 14px;
    }
    .rings::before {
      inset: -11px;
    }
    .rings::after {
      inset: -24px;
    }
    .hint {
      display: none;
    }
    .answers {
      padding-block-end: 4px;
      gap: 0;
      justify-content: space-between;
    }
    .answer {
      --_round: 56px;
      inline-size: 72px;
      font-size: 13px;
      gap: 6px;
    }
  }
  @container (height < 560px) {
    .hint {
      display: none;
    }
  }
  @container (height < 560px) and (width >= 320px) {
    .person {
      margin-block: 30px 22px;
    }
  }
  @container (height >= 560px) {
    .answers {
      padding-block-end: 5cqb;
    }
  }
  @container (height < 420px) {
    .person {
      margin-block: 8px;
    }
    :is(.outgoing, .incoming) .rings {
      display: none;
    }
    .answers {
      padding-block-end: 0;
    }
    .answer {
      --_round: 48px;
      gap: 4px;
    }
  }
`;
