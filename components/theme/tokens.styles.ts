import { css } from 'lit';

/**
 * The tokens of a public element; what is only seen later, or by few, comes with that: in-call-tokens and high-contrast.
 *
 * Tier 1 `--famedly-*` is the page's, wherever above the element it sets them; parts read the private names beside them.
 * Each colour is one for light and one for dark: `color-scheme` chooses, the page's or the one that `theme` sets.
 */
export const tokens = css`
  :host {
    --_font: var(--famedly-font, system-ui, sans-serif);
    --_canvas: var(--famedly-color-canvas, light-dark(#eef2f0, #0d1312));
    --_surface: var(--famedly-color-surface, light-dark(#fff, #18211f));
    --_control: var(--famedly-color-control, light-dark(#e2e8e5, #2a3532));
    --_control-hover: var(--famedly-color-control-hover, light-dark(#d6deda, #35423e));
    --_control-pressed: var(--famedly-color-control-pressed, light-dark(#c8d2cd, #414f4b));
    --_ink: var(--famedly-color-ink, light-dark(#13201b, #eef4f1));
    --_ink-quiet: var(--famedly-color-ink-quiet, light-dark(#50605a, #a6b4ae));
    --_ink-inverse: var(--famedly-color-ink-inverse, light-dark(#fff, #13201b));
    --_line: var(--famedly-color-line, light-dark(#d3dbd7, #2c3835));
    --_accent: var(--famedly-color-accent, light-dark(#0a7156, #4fd3a6));
    --_accent-hover: var(--famedly-color-accent-hover, light-dark(#085f48, #74dfba));
    --_on-accent: var(--famedly-color-on-accent, light-dark(#fff, #03251a));
    --_danger: var(--famedly-color-danger, light-dark(#c4302b, #d63f39));
    --_danger-hover: var(--famedly-color-danger-hover, light-dark(#a92622, #c2332e));
    --_on-danger: var(--famedly-color-on-danger, #fff);
    --_focus: var(--famedly-color-focus, light-dark(#13201b, #fff));
    --_focus-gap: var(--famedly-color-focus-gap, light-dark(#fff, #13201b));
    --_shadow-raised: var(
      --famedly-shadow-raised,
      0 1px 2px rgb(8 20 16 / 0.08),
      0 4px 14px rgb(8 20 16 / 0.08)
    );
    --_border: var(--famedly-border, 1px);
    --_radius-full: var(--famedly-radius-full, 999px);
    --_duration-quick: var(--famedly-duration-quick, 120ms);
    --_ease: var(--famedly-ease, cubic-bezier(0.2, 0.7, 0.2, 1));
    --_media-ink: var(--famedly-media-ink, #fff);
    --_media-plate: var(--famedly-media-plate, rgb(10 15 13 / 0.78));
    --_edge: transparent;
    --_avatar-ink: #fff;
    --_tint: 15%;
    --_radius: var(--famedly-call-radius, 16px);
    --_tile-radius: var(--famedly-call-tile-radius, var(--famedly-radius-medium, 12px));
    --_stage: var(--famedly-call-stage, var(--_canvas));
  }

  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
