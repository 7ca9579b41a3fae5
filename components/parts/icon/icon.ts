import { html } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

/** `s` 16, `m` 20, `l` 24 CSS pixels. */
export type IconSize = 's' | 'm' | 'l';

/** A drawing of icons.ts for the eye alone: what is around it has the name. Needs `baseStyles`. */
export function icon(drawing: SVGTemplateResult, size: IconSize = 'l'): TemplateResult {
  return html`<svg class="icon ${size}" viewBox="0 0 24 24" aria-hidden="true">${drawing}</svg>`;
}
