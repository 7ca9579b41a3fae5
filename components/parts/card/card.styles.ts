import { css } from 'lit';

export const cardStyles = css`
  /* On the avatar, whose diameter is --_d. */
  .mark {
    position: absolute;
    inset-block-end: calc(var(--_d) * -0.07);
    inset-inline-end: calc(var(--_d) * -0.07);
    inline-size: calc(var(--_d) * 0.36);
    block-size: calc(var(--_d) * 0.36);
    display: grid;
    place-items: center;
    border-radius: 50%;
    border: 3px solid var(--_canvas);
    background: var(--_ink);
    color: var(--_ink-inverse);
  }
  .mark.danger {
    background: var(--_danger);
    color: var(--_on-danger);
  }
  .mark .icon {
    inline-size: 50%;
    block-size: 50%;
  }
  .steps {
    counter-reset: step;
    display: grid;
    gap: 10px;
    text-align: start;
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .steps li {
    counter-increment: step;
    display: grid;
    grid-template-columns: 26px minmax(0, 1fr);
    gap: 10px;
    align-items: start;
  }
  .steps li::before {
    content: counter(step);
    inline-size: 26px;
    block-size: 26px;
    border-radius: 50%;
    border: var(--_border) solid var(--_edge);
    background: var(--_control);
    display: grid;
    place-items: center;
    font-size: 13px;
    font-weight: 600;
    margin-block-start: -2px;
  }
  .steps + .actions {
    margin-block-start: 8px;
  }
  .disc {
    inline-size: 72px;
    block-size: 72px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    flex: none;
    background: var(--_warning-soft);
    color: var(--_warning-ink);
    border: var(--_border) solid var(--_edge);
  }
  .calm {
    background: var(--_control);
    color: var(--_ink);
  }
  .disc .icon {
    inline-size: 32px;
    block-size: 32px;
    stroke-width: 1.5;
  }
  .busy {
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    border: 3px solid color-mix(in oklab, var(--_ink) 14%, transparent);
    border-block-start-color: var(--_accent);
  }
  @media (prefers-reduced-motion: no-preference) {
    .busy {
      animation: turn 1s linear infinite;
    }
  }
  @container (width < 320px) {
    .steps {
      font-size: 14px;
      line-height: 19px;
      gap: 8px;
    }
  }
  /* What to press is worth more than a drawing. */
  @container (height < 420px) or ((width < 320px) and (height < 560px)) {
    .disc:has(~ .steps) {
      display: none;
    }
  }
  @container (width < 320px) or (height < 420px) {
    .disc {
      inline-size: 56px;
      block-size: 56px;
    }
    .disc .icon {
      inline-size: 26px;
      block-size: 26px;
    }
  }
`;
