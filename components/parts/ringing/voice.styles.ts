import { css } from 'lit';

/** A ring around who is heard, as strong as their voice is loud. */
export const voiceStyles = css`
  .voice .rings {
    display: block;
  }
  .voice .rings::before {
    inset: -7px;
    border: 3px solid var(--_accent);
    opacity: min(1, var(--_level, 0) * 2);
  }
  .voice .rings::after {
    content: none;
  }
`;
