import { svg } from 'lit';

/** Drawn on a grid of 24, see `icon`: those of parts that are loaded when they are needed. */
export const phoneMissed = svg`<path d="M6.5 3.6h2.1c.5 0 .95.34 1.07.83l.78 3.1c.1.4-.02.8-.3 1.08L8.7 10.1a12.6 12.6 0 0 0 5.2 5.2l1.5-1.45c.28-.29.69-.4 1.08-.3l3.1.77c.48.12.82.56.82 1.06v2.1a2.5 2.5 0 0 1-2.7 2.5C10.4 19.4 4.6 13.6 4.02 6.3A2.5 2.5 0 0 1 6.5 3.6Z"/><path d="M15 3.5h5.25v5.25M20 3.75l-5.6 5.6"/>`;
export const check = svg`<path d="M4.75 12.5 9.75 17.5 19.25 7"/>`;
export const info = svg`<circle cx="12" cy="12" r="9.25"/><path d="M12 11v5.25"/><circle cx="12" cy="7.75" r="1.2" class="dot"/>`;
export const warning = svg`<path d="M10.5 4.4 2.9 17.6a1.75 1.75 0 0 0 1.5 2.65h15.2a1.75 1.75 0 0 0 1.5-2.65L13.5 4.4a1.73 1.73 0 0 0-3 0ZM12 9.5v4"/><circle cx="12" cy="16.6" r="1.15" class="dot"/>`;
export const blur = svg`<circle cx="12" cy="9" r="3.75"/><path d="M5.5 20a6.6 6.6 0 0 1 13 0"/><circle cx="3.5" cy="6" r="0.9" class="dot"/><circle cx="3.5" cy="11" r="0.9" class="dot"/><circle cx="20.5" cy="6" r="0.9" class="dot"/><circle cx="20.5" cy="11" r="0.9" class="dot"/><circle cx="7" cy="3" r="0.9" class="dot"/><circle cx="17" cy="3" r="0.9" class="dot"/>`;
export const chevron = svg`<path d="M6.5 9.5 12 15l5.5-5.5"/>`;
export const signal2 = svg`<path d="M5 18.5v-3M12 18.5V11"/><g opacity=".38"><path d="M19 18.5v-12"/></g>`;
export const signal3 = svg`<path d="M5 18.5v-3M12 18.5V11M19 18.5v-12"/>`;
export const link = svg`<path d="M10 14a4.25 4.25 0 0 0 6.2.2l3-3a4.3 4.3 0 0 0-6.1-6.1l-1.3 1.3M14 10a4.25 4.25 0 0 0-6.2-.2l-3 3a4.3 4.3 0 0 0 6.1 6.1l1.3-1.3"/>`;
export const volumeOff = svg`<path d="M4.5 9.5h2.7l4.1-3.6a.9.9 0 0 1 1.5.68v10.84a.9.9 0 0 1-1.5.68l-4.1-3.6H4.5a1.25 1.25 0 0 1-1.25-1.25v-2.5A1.25 1.25 0 0 1 4.5 9.5ZM16.5 9.75l4.5 4.5M21 9.75l-4.5 4.5"/>`;
