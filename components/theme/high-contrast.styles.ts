import { css, unsafeCSS } from 'lit';
import { baseStyles } from './base.styles.ts';
import { extend } from './extend.ts';

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
--_on-warning: #000;
--_accent-ink: light-dark(#004d39, #6dffcf);
--_danger: light-dark(#8f0d0d, #ff9089);
--_danger-hover: light-dark(#6e0707, #ffbab5);
--_on-danger: light-dark(#fff, #000);
--_danger-soft: light-dark(#fff, #000);
--_danger-ink: light-dark(#8f0d0d, #ffaaa5);
--_warning: #ffd34d;
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

export const highContrastStyles = css`
  :host([theme='high-contrast']) {
    ${unsafeCSS(highContrast)}
  }
  :host([theme='high-contrast']) [on-media] {
    --_edge: var(--_media-edge);
  }
  @media (prefers-contrast: more) {
    :host {
      ${unsafeCSS(highContrast)}
    }
    [on-media] {
      --_edge: var(--_media-edge);
    }
  }
  @media (forced-colors: active) {
    :host {
      border: 1px solid CanvasText;
    }
  }
`;

/** Borders of parts show by themselves where the person has chosen all colours; what is on or most likely wanted is filled. */
const forcedColorsStyles = css`
  @media (forced-colors: active) {
    .primary,
    .control.on,
    .go .round {
      forced-color-adjust: none;
      background: Highlight !important;
      color: HighlightText !important;
    }
  }
`;

/** For the public element with this root, and for all parts. */
export function addHighContrast({ adoptedStyleSheets }: ShadowRoot): void {
  if (highContrastStyles.styleSheet) adoptedStyleSheets.push(highContrastStyles.styleSheet);
  extend(baseStyles, forcedColorsStyles);
}
