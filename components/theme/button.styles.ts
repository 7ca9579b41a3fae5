import { css } from 'lit';

/** Buttons with words: `<button class="button primary">`. `lift`: on the stage, `small`: 44 px. */
export const buttonStyles = css`
  .button {
    min-block-size: 48px;
    padding: 8px 22px;
    border-radius: var(--_radius-full);
    border: var(--_border) solid var(--_edge);
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    font-weight: 600;
    line-height: 20px;
    text-align: center;
    background: var(--_control);
    color: var(--_ink);
    transition: background-color var(--_duration-quick);
  }
  .button:has(.icon) {
    padding-inline-start: 18px;
  }
  .button:hover {
    background: var(--_control-hover);
  }
  .button:active {
    background: var(--_control-pressed);
  }
  .button.lift:not(.primary) {
    background: var(--_surface);
    box-shadow: var(--_shadow-raised);
  }
  .button.lift:not(.primary):hover {
    background: var(--_control);
  }
  .button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:is(:hover, :active) {
    background: var(--_accent-hover);
  }
  .button.small {
    min-block-size: 44px;
    padding: 6px 16px;
    font-size: 14px;
  }
  .actions {
    display: flex;
    gap: 12px;
    flex-wrap: wrap;
    justify-content: center;
  }
  @container (width < 320px) {
    .actions {
      flex-direction: column-reverse;
      /* The focus goes down, as the eye does. */
      reading-flow: flex-visual;
      align-self: stretch;
      gap: 8px;
    }
    .actions .button {
      inline-size: 100%;
    }
  }
`;
