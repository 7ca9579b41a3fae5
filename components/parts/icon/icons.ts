import { svg } from 'lit';

/** Drawn on a grid of 24, see `icon`: what every call shows until it is connected. */
export const mic = svg`<rect x="9" y="2.75" width="6" height="11.5" rx="3"/><path d="M5.2 11.2a6.8 6.8 0 0 0 13.6 0M12 18v3.3"/>`;
export const micOff = svg`<path d="M9 9.2v2a3 3 0 0 0 4.7 2.5m1.3-3.1V5.8a3 3 0 0 0-5.7-1.4m-4 6.9a6.8 6.8 0 0 0 10.9 5.2m2.6-5.2q0 1.4-.6 2.6M12 18v3.3M3.8 3.8l16.5 16.5"/>`;
export const camera = svg`<rect x="2.5" y="6" width="13" height="12" rx="3"/><path d="M15.5 10.8 20 7.9a1 1 0 0 1 1.5.9v6.4a1 1 0 0 1-1.5.9l-4.5-2.8"/>`;
export const cameraOff = svg`<path d="M10 6h2.5a3 3 0 0 1 3 3v2.4m0 1.8 4.5 2.9a1 1 0 0 0 1.5-.9V8.8a1 1 0 0 0-1.5-.9l-2.2 1.4M14.9 17a3 3 0 0 1-2.4 1.1h-7a3 3 0 0 1-3-3V9a3 3 0 0 1 2.3-3m-1-2.2 16.5 16.5"/>`;
export const phone = svg`<path d="M6.5 3.6h2.1q.9 0 1 .8l.9 3.1q.1.6-.4 1.1l-1.4 1.5a13 13 0 0 0 5.2 5.2l1.5-1.4q.5-.4 1-.3l3.2.7q.8.3.8 1v2.2a2.5 2.5 0 0 1-2.7 2.5A15 15 0 0 1 4 6.3a2.5 2.5 0 0 1 2.5-2.7Z"/>`;
export const phoneDown = svg`<path d="M2.8 13.6q0-1.5 1-2.4c2-2 5-3 8.2-3s6.2 1 8.2 3q1 1 1 2.4v1.1q-.1 1.2-1.3 1.2l-3-.5a1 1 0 0 1-1-1l-.2-1.8Q14 12 12 12c-2 0-2.5.2-3.6.6L8 14.4a1 1 0 0 1-1 1l-2.9.5a1.2 1.2 0 0 1-1.4-1.2Z"/>`;
export const devices = svg`<path d="M3.5 7.5h8m6.5 0h2.5m-17 9H6m6.5 0h8"/><circle cx="14.75" cy="7.5" r="2.75"/><circle cx="9.25" cy="16.5" r="2.75"/>`;
export const lock = svg`<rect x="4.75" y="10.25" width="14.5" height="10.5" rx="3"/><path d="M8 10.3V7a4 4 0 0 1 8 0v3.3"/>`;
export const silence = svg`<path d="M10.2 20.3a2.1 2.1 0 0 0 3.6 0M6.2 8.6v1.9c0 2.4-1 3.7-1.7 4.7-.5.6-.1 1.6.7 1.6h11.5m1.1-3.2v-3.1a5.8 5.8 0 0 0-9.2-4.7m-4.8-2 16.5 16.5"/>`;
