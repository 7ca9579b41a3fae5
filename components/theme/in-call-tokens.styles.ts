import { css } from 'lit';
import { noteTokens } from './note-tokens.styles.ts';
import { pictureTokens } from './picture-tokens.styles.ts';

/** Tokens of what is only seen once a call is connected, or over. */
export const inCallTokens = css`
  ${pictureTokens}
  ${noteTokens}
  :host {
    --_on-warning: var(--famedly-color-on-warning, #2a1c00);
    --_danger-soft: var(--famedly-color-danger-soft, light-dark(#fce4e2, #401b19));
    --_danger-ink: var(--famedly-color-danger-ink, light-dark(#9f201c, #ffb3ad));
    --_radius-small: var(--famedly-radius-small, 8px);
    --_warning: var(--famedly-color-warning, #f2b53d);
    --_shadow-floating: var(
      --famedly-shadow-floating,
      0 1px 3px rgb(8 20 16 / 0.14),
      0 12px 36px rgb(8 20 16 / 0.2)
    );
  }
`;
