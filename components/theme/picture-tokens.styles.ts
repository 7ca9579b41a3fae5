import { css } from 'lit';

/** Tokens of what is seen with pictures of people: before a group call and in any call. */
export const pictureTokens = css`
  :host {
    --_outline: var(--famedly-color-outline, light-dark(#74827c, #788881));
    --_radius-medium: var(--famedly-radius-medium, 12px);
    --_radius-large: var(--famedly-radius-large, 20px);
    --_duration-normal: var(--famedly-duration-normal, 220ms);
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
