import { svg } from 'lit';

/** Drawn on a grid of 24, see `icon`: what only group calls show. */
export const hand = svg`<path d="M7.75 12.5v-6a1.5 1.5 0 0 1 3 0V11M10.75 10.75v-6.5a1.5 1.5 0 0 1 3 0V11M13.75 11V5.5a1.5 1.5 0 0 1 3 0V12M16.75 11.75V8.5a1.5 1.5 0 0 1 3 0v6.25a6.5 6.5 0 0 1-6.5 6.5h-.9a6.5 6.5 0 0 1-5.06-2.42l-3.2-3.96a1.55 1.55 0 0 1 2.3-2.08l2.36 2.1"/>`;
export const pin = svg`<path d="M9 3.5h6M10 3.5v6.1l-2.9 3.1a1 1 0 0 0-.27.68v1.37h10.34v-1.37a1 1 0 0 0-.27-.68L14 9.6V3.5M12 14.75v5.75"/>`;
export const key = svg`<circle cx="8" cy="15.5" r="4.25"/><path d="M11.1 12.5 19.5 4M16 7.6l2.75 2.75"/>`;
export const link = svg`<path d="M10 14a4.25 4.25 0 0 0 6.2.2l3-3a4.3 4.3 0 0 0-6.1-6.1l-1.3 1.3M14 10a4.25 4.25 0 0 0-6.2-.2l-3 3a4.3 4.3 0 0 0 6.1 6.1l1.3-1.3"/>`;
export const volumeOff = svg`<path d="M4.5 9.5h2.7l4.1-3.6a.9.9 0 0 1 1.5.68v10.84a.9.9 0 0 1-1.5.68l-4.1-3.6H4.5a1.25 1.25 0 0 1-1.25-1.25v-2.5A1.25 1.25 0 0 1 4.5 9.5ZM16.5 9.75l4.5 4.5M21 9.75l-4.5 4.5"/>`;
