import { css } from 'lit';

export const controlsStyles = css`
  .dock {
    display: flex;
    align-items: center;
    gap: var(--_dock-gap);
    padding: var(--_dock-pad);
    border-radius: var(--_radius-full);
    background: var(--_surface);
    box-shadow: var(--_shadow-raised);
    border: var(--_border) solid light-dark(var(--_edge), var(--_line));
    max-inline-size: 100%;
  }
  .control {
    inline-size: var(--_size);
    block-size: var(--_size);
    border-radius: var(--_radius-full);
    border: var(--_border) solid var(--_edge);
    display: grid;
    place-items: center;
    flex: none;
    position: relative;
    background: var(--_control);
    color: var(--_ink);
    transition: background-color var(--_duration-quick);
  }
  .control:hover {
    background: var(--_control-hover);
  }
  .control:active {
    background: var(--_control-pressed);
  }
  .control.on {
    background: var(--_ink);
    color: var(--_ink-inverse);
  }
  .control.end {
    background: var(--_danger);
    color: var(--_on-danger);
    margin-inline-start: 8px;
    inline-size: calc(var(--_size) + 16px);
  }
  .control.end:is(:hover, :active) {
    background: var(--_danger-hover);
  }
  .word {
    font-weight: 600;
  }
  .word,
  .tip {
    display: none;
  }
  .pending > .icon {
    opacity: 0.6;
  }
  .pending {
    cursor: progress;
  }
  .pending::after {
    content: '';
    position: absolute;
    inset: 3px;
    border-radius: 50%;
    border: 2px solid transparent;
    border-block-start-color: currentColor;
  }
  @media (prefers-reduced-motion: no-preference) {
    .pending::after {
      animation: turn 1s linear infinite;
    }
  }
  @container (width < 600px) {
    .control.end {
      margin-inline-start: 0;
    }
    .from-600 {
      display: none;
    }
  }
  @container (width < 360px) {
    .control.end {
      inline-size: var(--_size);
    }
  }
  @container (width >= 1024px) {
    .control.end {
      inline-size: auto;
      padding-inline: 18px 22px;
      display: inline-flex;
      gap: 10px;
      align-items: center;
    }
    .word {
      display: inline;
    }
  }
`;
