import { svg } from 'lit';

/** Drawn on a grid of 24, see `icon`. What only seldom shows is in seldom-icons.ts, which the parts that load late bring along. */
export const mic = svg`<rect x="9" y="2.75" width="6" height="11.5" rx="3"/><path d="M5.25 11.25a6.75 6.75 0 0 0 13.5 0M12 18v3.25"/>`;
export const micOff = svg`<path d="M9 9.2v2.05a3 3 0 0 0 4.7 2.46M15 10.6V5.75a3 3 0 0 0-5.66-1.38M5.25 11.25a6.75 6.75 0 0 0 10.9 5.3M18.75 11.25c0 .93-.19 1.81-.53 2.62M12 18v3.25M3.75 3.75l16.5 16.5"/>`;
export const camera = svg`<rect x="2.5" y="6" width="13" height="12" rx="3"/><path d="M15.5 10.75l4.46-2.83a1 1 0 0 1 1.54.85v6.46a1 1 0 0 1-1.54.85l-4.46-2.83"/>`;
export const cameraOff = svg`<path d="M10 6h2.5a3 3 0 0 1 3 3v2.4M15.5 13.25l4.46 2.83a1 1 0 0 0 1.54-.85V8.77a1 1 0 0 0-1.54-.85l-2.2 1.4M14.9 16.9a3 3 0 0 1-2.4 1.1h-7a3 3 0 0 1-3-3V9a3 3 0 0 1 2.3-2.92M3.75 3.75l16.5 16.5"/>`;
export const screen = svg`<rect x="2.5" y="4" width="19" height="13" rx="2.75"/><path d="M8 20.25h8M12 13.6V7.9M9.4 10.2 12 7.6l2.6 2.6"/>`;
export const screenOff = svg`<rect x="2.5" y="4" width="19" height="13" rx="2.75"/><path d="M8 20.25h8M9.75 8.25l4.5 4.5M14.25 8.25l-4.5 4.5"/>`;
export const phone = svg`<path d="M6.5 3.6h2.1c.5 0 .95.34 1.07.83l.78 3.1c.1.4-.02.8-.3 1.08L8.7 10.1a12.6 12.6 0 0 0 5.2 5.2l1.5-1.45c.28-.29.69-.4 1.08-.3l3.1.77c.48.12.82.56.82 1.06v2.1a2.5 2.5 0 0 1-2.7 2.5C10.4 19.4 4.6 13.6 4.02 6.3A2.5 2.5 0 0 1 6.5 3.6Z"/>`;
export const phoneDown = svg`<path d="M2.75 13.6c0-.92.36-1.8 1.02-2.43C5.8 9.25 8.75 8.2 12 8.2s6.2 1.05 8.23 2.97c.66.63 1.02 1.51 1.02 2.43v1.1c0 .74-.66 1.3-1.39 1.18l-2.9-.48a1.2 1.2 0 0 1-.98-.97l-.33-1.83c-1.1-.4-2.35-.6-3.65-.6s-2.55.2-3.65.6l-.33 1.83a1.2 1.2 0 0 1-.98.97l-2.9.48a1.19 1.19 0 0 1-1.39-1.18Z"/>`;
export const more = svg`<circle cx="5.5" cy="12" r="1.6" class="dot"/><circle cx="12" cy="12" r="1.6" class="dot"/><circle cx="18.5" cy="12" r="1.6" class="dot"/>`;
export const devices = svg`<path d="M3.5 7.5h8M18 7.5h2.5M3.5 16.5H6M12.5 16.5h8"/><circle cx="14.75" cy="7.5" r="2.75"/><circle cx="9.25" cy="16.5" r="2.75"/>`;
export const hold = svg`<rect x="6.25" y="4.75" width="3.75" height="14.5" rx="1.4"/><rect x="14" y="4.75" width="3.75" height="14.5" rx="1.4"/>`;
export const resume = svg`<path d="M7.75 5.6v12.8a1 1 0 0 0 1.52.86l10.3-6.4a1 1 0 0 0 0-1.72L9.27 4.74a1 1 0 0 0-1.52.86Z"/>`;
export const lock = svg`<rect x="4.75" y="10.25" width="14.5" height="10.5" rx="3"/><path d="M8 10.25V7a4 4 0 0 1 8 0v3.25"/>`;
export const pip = svg`<path d="M21.25 10V7a3 3 0 0 0-3-3H5.75a3 3 0 0 0-3 3v10a3 3 0 0 0 3 3h3.5"/><rect x="12.25" y="13" width="9" height="7" rx="2" fill="currentColor"/>`;
export const fullscreen = svg`<path d="M9 3.75H6.25a2.5 2.5 0 0 0-2.5 2.5V9M15 3.75h2.75a2.5 2.5 0 0 1 2.5 2.5V9M9 20.25H6.25a2.5 2.5 0 0 1-2.5-2.5V15M15 20.25h2.75a2.5 2.5 0 0 0 2.5-2.5V15"/>`;
export const silence = svg`<path d="M10.2 20.25a2.1 2.1 0 0 0 3.6 0M6.2 8.6V10.5c0 2.4-1 3.7-1.75 4.65-.5.63-.08 1.6.75 1.6h11.5M17.8 13.6c-.01-.5 0-1.9 0-3.1A5.8 5.8 0 0 0 8.6 5.8M3.75 3.75l16.5 16.5"/>`;
export const volume = svg`<path d="M4.5 9.5h2.7l4.1-3.6a.9.9 0 0 1 1.5.68v10.84a.9.9 0 0 1-1.5.68l-4.1-3.6H4.5a1.25 1.25 0 0 1-1.25-1.25v-2.5A1.25 1.25 0 0 1 4.5 9.5ZM16 9.2a4 4 0 0 1 0 5.6M18.6 6.6a7.6 7.6 0 0 1 0 10.8"/>`;
export const signal1 = svg`<path d="M5 18.5v-3"/><g opacity=".38"><path d="M12 18.5V11M19 18.5v-12"/></g>`;
export const keypad = svg`<circle cx="6" cy="4.25" r="1.55" class="dot"/><circle cx="12" cy="4.25" r="1.55" class="dot"/><circle cx="18" cy="4.25" r="1.55" class="dot"/><circle cx="6" cy="9.25" r="1.55" class="dot"/><circle cx="12" cy="9.25" r="1.55" class="dot"/><circle cx="18" cy="9.25" r="1.55" class="dot"/><circle cx="6" cy="14.25" r="1.55" class="dot"/><circle cx="12" cy="14.25" r="1.55" class="dot"/><circle cx="18" cy="14.25" r="1.55" class="dot"/><circle cx="12" cy="19.25" r="1.55" class="dot"/>`;
export const close = svg`<path d="M6 6l12 12M18 6 6 18"/>`;
