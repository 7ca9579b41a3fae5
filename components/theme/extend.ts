import type { CSSResult } from 'lit';

/** Adds to the rules of parts that are there already what they need later. Doing it again changes nothing. */
export function extend(styles: CSSResult, more: CSSResult): void {
  styles.styleSheet?.replaceSync(`${styles.cssText}${more.cssText}`);
}
