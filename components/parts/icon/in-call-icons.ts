import { svg } from 'lit';

export { volume } from './lobby-icons.ts';

/** Drawn on a grid of 24, see `icon`: what a call shows once it is connected. */
export const screen = svg`<rect x="2.5" y="4" width="19" height="13" rx="2.75"/><path d="M8 20.25h8M12 13.6V7.9M9.4 10.2 12 7.6l2.6 2.6"/>`;
export const screenOff = svg`<rect x="2.5" y="4" width="19" height="13" rx="2.75"/><path d="M8 20.25h8M9.75 8.25l4.5 4.5M14.25 8.25l-4.5 4.5"/>`;
export const more = svg`<g fill="currentColor" stroke="none"><circle cx="5.5" cy="12" r="1.6"/><circle cx="12" cy="12" r="1.6"/><circle cx="18.5" cy="12" r="1.6"/></g>`;
export const hold = svg`<rect x="6.25" y="4.75" width="3.75" height="14.5" rx="1.4"/><rect x="14" y="4.75" width="3.75" height="14.5" rx="1.4"/>`;
export const resume = svg`<path d="M7.75 5.6v12.8a1 1 0 0 0 1.52.86l10.3-6.4a1 1 0 0 0 0-1.72L9.27 4.74a1 1 0 0 0-1.52.86Z"/>`;
export const pip = svg`<path d="M21.25 10V7a3 3 0 0 0-3-3H5.75a3 3 0 0 0-3 3v10a3 3 0 0 0 3 3h3.5"/><rect x="12.25" y="13" width="9" height="7" rx="2" fill="currentColor"/>`;
export const fullscreen = svg`<path d="M9 3.75H6.25a2.5 2.5 0 0 0-2.5 2.5V9M15 3.75h2.75a2.5 2.5 0 0 1 2.5 2.5V9M9 20.25H6.25a2.5 2.5 0 0 1-2.5-2.5V15M15 20.25h2.75a2.5 2.5 0 0 0 2.5-2.5V15"/>`;
export const signal1 = svg`<path d="M5 18.5v-3"/><g opacity=".38"><path d="M12 18.5V11M19 18.5v-12"/></g>`;
export const keypad = svg`<g fill="currentColor" stroke="none"><circle cx="6" cy="4.25" r="1.55"/><circle cx="12" cy="4.25" r="1.55"/><circle cx="18" cy="4.25" r="1.55"/><circle cx="6" cy="9.25" r="1.55"/><circle cx="12" cy="9.25" r="1.55"/><circle cx="18" cy="9.25" r="1.55"/><circle cx="6" cy="14.25" r="1.55"/><circle cx="12" cy="14.25" r="1.55"/><circle cx="18" cy="14.25" r="1.55"/><circle cx="12" cy="19.25" r="1.55"/></g>`;
export const close = svg`<path d="M6 6l12 12M18 6 6 18"/>`;
