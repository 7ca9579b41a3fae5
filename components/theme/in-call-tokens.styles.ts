import { css } from 'lit';

/** Tokens of what is only seen once a call is connected, or over. */
export const inCallTokens = css`
  :host {
    --_accent-soft: var(--famedly-color-accent-soft, light-dark(#d8efe6, #12382c));
    --_on-warning: var(--famedly-color-on-warning, #2a1c00);
    --_accent-ink: var(--famedly-color-accent-ink, light-dark(#07553f, #86e5c5));
    --_danger-soft: var(--famedly-color-danger-soft, light-dark(#fce4e2, #401b19));
    --_danger-ink: var(--famedly-color-danger-ink, light-dark(#9f201c, #ffb3ad));
    --_warning-soft: var(--famedly-color-warning-soft, light-dark(#fdeecd, #38290b));
    --_warning-ink: var(--famedly-color-warning-ink, light-dark(#674200, #ffd98f));
    --_outline: var(--famedly-color-outline, light-dark(#74827c, #788881));
    --_radius-small: var(--famedly-radius-small, 8px);
    --_radius-medium: var(--famedly-radius-medium, 12px);
    --_duration-normal: var(--famedly-duration-normal, 220ms);
    --_warning: var(--famedly-color-warning, #f2b53d);
    --_radius-large: var(--famedly-radius-large, 20px);
    --_shadow-floating: var(
      --famedly-shadow-floating,
      0 1px 3px rgb(8 20 16 / 0.14),
      0 12px 36px rgb(8 20 16 / 0.2)
    );
    --_media-control: var(--famedly-media-control, rgb(255 255 255 / 0.15));
    --_media-control-hover: var(--famedly-media-control-hover, rgb(255 255 255 / 0.24));
    --_media-control-pressed: var(--famedly-media-control-pressed, rgb(255 255 255 / 0.32));
    --_media-accent: #4fd3a6;
    --_media-edge: rgb(255 255 255 / 0.1);
  }
  /* Every fade becomes a cut. */
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_duration-normal: 0s;
    }
  }
`;
