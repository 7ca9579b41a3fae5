import { html } from 'lit';

export interface Announcement {
  readonly text: string;
  readonly urgency: 'polite' | 'assertive';
}

/** ms after which news is gone again: nobody finds it there when it is old. */
const FORGET = 8000;

/** Where `announce` speaks, in an element with `baseStyles`: there, and empty, before there is something to say. */
export const liveRegions = html`<div class="for-ears" aria-live="polite" role="status"></div>
  <div class="for-ears" aria-live="assertive" role="alert"></div>`;

/** Says to screen readers what has just happened: when the person is idle, or `assertive` at once. The same text is said again. */
export function announce(root: ParentNode, text: string, urgency: 'polite' | 'assertive'): void {
  // A node of its own for each: what is added is what is read.
  const said = document.createElement('p');
  said.textContent = text;
  root.querySelector(`[aria-live=${urgency}]`)?.append(said);
  setTimeout(() => said.remove(), FORGET);
}

/** Nothing that was said is said again when the regions come to another place. */
export function forgetAnnouncements(root: ParentNode): void {
  for (const region of root.querySelectorAll('[aria-live]')) region.replaceChildren();
}
