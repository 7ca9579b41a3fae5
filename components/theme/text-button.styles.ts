import { css } from 'lit';

/** A button without a plate: `<button class="button text">`. */
export const textButtonStyles = css`
  .button.text {
    background: transparent;
    color: var(--_accent-ink);
    padding-inline: 14px;
  }
  .button.text:hover {
    background: color-mix(in oklab, var(--_ink) 8%, transparent);
  }
`;
