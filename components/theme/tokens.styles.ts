import { css, unsafeCSS } from 'lit';

/**
 * Tier 1 `--famedly-*` is the page's, wherever above the element it sets them; parts read the private names beside them.
 * Each colour is one for light and one for dark: `color-scheme` chooses, the page's or the one that `theme` sets.
 */
const colours = css`
  :host {
    --_font: var(--famedly-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --_canvas: var(--famedly-color-canvas, light-dark(#eef2f0, #0d1312));
    --_surface: var(--famedly-color-surface, light-dark(#fff, #18211f));
    --_control: var(--famedly-color-control, light-dark(#e2e8e5, #2a3532));
    --_control-hover: var(--famedly-color-control-hover, light-dark(#d6deda, #35423e));
    --_control-pressed: var(--famedly-color-control-pressed, light-dark(#c8d2cd, #414f4b));
    --_ink: var(--famedly-color-ink, light-dark(#13201b, #eef4f1));
    --_ink-quiet: var(--famedly-color-ink-quiet, light-dark(#50605a, #a6b4ae));
    --_ink-inverse: var(--famedly-color-ink-inverse, light-dark(#fff, #13201b));
    --_line: var(--famedly-color-line, light-dark(#d3dbd7, #2c3835));
    --_outline: var(--famedly-color-outline, light-dark(#74827c, #788881));
    --_accent: var(--famedly-color-accent, light-dark(#0a7156, #4fd3a6));
    --_accent-hover: var(--famedly-color-accent-hover, light-dark(#085f48, #74dfba));
    --_on-accent: var(--famedly-color-on-accent, light-dark(#fff, #03251a));
    --_accent-soft: var(--famedly-color-accent-soft, light-dark(#d8efe6, #12382c));
    --_accent-ink: var(--famedly-color-accent-ink, light-dark(#07553f, #86e5c5));
    --_danger: var(--famedly-color-danger, light-dark(#c4302b, #d63f39));
    --_danger-hover: var(--famedly-color-danger-hover, light-dark(#a92622, #c2332e));
    --_on-danger: var(--famedly-color-on-danger, #fff);
    --_danger-soft: var(--famedly-color-danger-soft, light-dark(#fce4e2, #401b19));
    --_danger-ink: var(--famedly-color-danger-ink, light-dark(#9f201c, #ffb3ad));
    --_warning: var(--famedly-color-warning, #f2b53d);
    --_on-warning: var(--famedly-color-on-warning, #2a1c00);
    --_warning-soft: var(--famedly-color-warning-soft, light-dark(#fdeecd, #38290b));
    --_warning-ink: var(--famedly-color-warning-ink, light-dark(#674200, #ffd98f));
    --_focus: var(--famedly-color-focus, light-dark(#13201b, #fff));
    --_focus-gap: var(--famedly-color-focus-gap, light-dark(#fff, #13201b));
    --_shadow-raised: var(
      --famedly-shadow-raised,
      0 1px 2px rgb(8 20 16 / 0.08),
      0 4px 14px rgb(8 20 16 / 0.08)
    );
    --_shadow-floating: var(
      --famedly-shadow-floating,
      0 1px 3px rgb(8 20 16 / 0.14),
      0 12px 36px rgb(8 20 16 / 0.2)
    );
    --_border: var(--famedly-border, 1px);
    --_radius-small: var(--famedly-radius-small, 8px);
    --_radius-medium: var(--famedly-radius-medium, 12px);
    --_radius-large: var(--famedly-radius-large, 20px);
    --_radius-full: var(--famedly-radius-full, 999px);
    --_duration-quick: var(--famedly-duration-quick, 120ms);
    --_duration-normal: var(--famedly-duration-normal, 220ms);
    --_ease: var(--famedly-ease, cubic-bezier(0.2, 0.7, 0.2, 1));
    --_media-ink: var(--famedly-media-ink, #fff);
    --_media-plate: var(--famedly-media-plate, rgb(10 15 13 / 0.78));
    --_media-control: var(--famedly-media-control, rgb(255 255 255 / 0.15));
    --_media-control-hover: var(--famedly-media-control-hover, rgb(255 255 255 / 0.24));
    --_media-control-pressed: var(--famedly-media-control-pressed, rgb(255 255 255 / 0.32));
    --_media-accent: #4fd3a6;
    --_media-edge: rgb(255 255 255 / 0.1);
    --_edge: transparent;
    --_avatar-ink: #fff;
    --_tint: 15%;
  }
`;

/** High contrast takes no colour from the page: a brand's may be too pale. */
const highContrast = `
--_canvas: light-dark(#fff, #000);
--_surface: light-dark(#fff, #000);
--_control: light-dark(#fff, #000);
--_control-hover: light-dark(#e6e6e6, #2b2b2b);
--_control-pressed: light-dark(#cfcfcf, #444444);
--_ink: light-dark(#000, #fff);
--_ink-quiet: light-dark(#1f2623, #e3e8e6);
--_ink-inverse: light-dark(#fff, #000);
--_line: light-dark(#000, #fff);
--_outline: light-dark(#000, #fff);
--_accent: light-dark(#004d39, #6dffcf);
--_accent-hover: light-dark(#00382a, #b0ffe6);
--_on-accent: light-dark(#fff, #000);
--_accent-soft: light-dark(#fff, #000);
--_accent-ink: light-dark(#004d39, #6dffcf);
--_danger: light-dark(#8f0d0d, #ff9089);
--_danger-hover: light-dark(#6e0707, #ffbab5);
--_on-danger: light-dark(#fff, #000);
--_danger-soft: light-dark(#fff, #000);
--_danger-ink: light-dark(#8f0d0d, #ffaaa5);
--_warning: #ffd34d;
--_on-warning: #000;
--_warning-soft: light-dark(#fff, #000);
--_warning-ink: light-dark(#4a2f00, #ffe28a);
--_media-plate: #000;
--_media-control: #000;
--_media-control-hover: #2b2b2b;
--_media-control-pressed: #444444;
--_shadow-raised: none;
--_shadow-floating: none;
--_border: 2px;
--_media-accent: #6dffcf;
--_media-edge: #fff;
--_edge: var(--_outline);
--_avatar-fill: var(--_canvas);
--_avatar-ink: var(--_ink);
--_tint: 0%;
--_focus: light-dark(#000, #fff);
--_focus-gap: light-dark(#fff, #000);
`;

/** The tokens of a public element. */
export const tokens = [
  colours,
  css`
    :host {
      --_radius: var(--famedly-call-radius, 16px);
      --_tile-radius: var(--famedly-call-tile-radius, var(--_radius-medium));
      --_stage: var(--famedly-call-stage, var(--_canvas));
    }
    :host([theme='light']) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      color-scheme: dark;
    }
    :host([theme='high-contrast']) {
      ${unsafeCSS(highContrast)}
    }
    @media (prefers-contrast: more) {
      :host {
        ${unsafeCSS(highContrast)}
      }
    }
  `,
];
