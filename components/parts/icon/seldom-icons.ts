import { svg } from 'lit';

/** Drawn on a grid of 24, see `icon`: those of parts that are loaded when they are needed. */
export const phoneMissed = svg`<path d="M6.5 3.6h2.1c.5 0 .95.34 1.07.83l.78 3.1c.1.4-.02.8-.3 1.08L8.7 10.1a12.6 12.6 0 0 0 5.2 5.2l1.5-1.45c.28-.29.69-.4 1.08-.3l3.1.77c.48.12.82.56.82 1.06v2.1a2.5 2.5 0 0 1-2.7 2.5C10.4 19.4 4.6 13.6 4.02 6.3A2.5 2.5 0 0 1 6.5 3.6Z"/><path d="M15 3.5h5.25v5.25M20 3.75l-5.6 5.6"/>`;
export const signal3 = svg`<path d="M5 18.5v-3M12 18.5V11M19 18.5v-12"/>`;
/** Somebody in front of what cannot be made out. */
export const blurred = svg`<circle cx="12" cy="9.5" r="3.5"/><path d="M5.5 20.25a6.5 6.5 0 0 1 13 0"/><path d="M4 4h.01M8.5 3h.01M15.5 3h.01M20 4h.01M3 9h.01M21 9h.01M3.5 14h.01M20.5 14h.01"/>`;
export const info = svg`<circle cx="12" cy="12" r="9.25"/><path d="M12 11v5.25"/><circle cx="12" cy="7.75" r="1.2" fill="currentColor" stroke="none"/>`;
