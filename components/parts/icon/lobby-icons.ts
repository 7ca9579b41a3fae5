import { svg } from 'lit';

/** Drawn on a grid of 24, see `icon`: what the lobby of a group call shows. */
export const lockOpen = svg`<rect x="4.75" y="10.25" width="14.5" height="10.5" rx="3"/><path d="M8 10.25V6.5a4 4 0 0 1 7.7-1.53"/>`;
export const chevron = svg`<path d="M6.5 9.5 12 15l5.5-5.5"/>`;
export const volume = svg`<path d="M4.5 9.5h2.7l4.1-3.6a.9.9 0 0 1 1.5.68v10.84a.9.9 0 0 1-1.5.68l-4.1-3.6H4.5a1.25 1.25 0 0 1-1.25-1.25v-2.5A1.25 1.25 0 0 1 4.5 9.5ZM16 9.2a4 4 0 0 1 0 5.6M18.6 6.6a7.6 7.6 0 0 1 0 10.8"/>`;
