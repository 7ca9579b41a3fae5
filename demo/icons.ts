/** Drawn on a grid of 24 with a stroke of 1.75, round; the control beside or around an icon has the name. */
const drawings = {
  camera:
    '<rect x="2.5" y="6" width="13" height="12" rx="3"/><path d="M15.5 10.75l4.46-2.83a1 1 0 0 1 1.54.85v6.46a1 1 0 0 1-1.54.85l-4.46-2.83"/>',
  'camera-off':
    '<path d="M10 6h2.5a3 3 0 0 1 3 3v2.4M15.5 13.25l4.46 2.83a1 1 0 0 0 1.54-.85V8.77a1 1 0 0 0-1.54-.85l-2.2 1.4M14.9 16.9a3 3 0 0 1-2.4 1.1h-7a3 3 0 0 1-3-3V9a3 3 0 0 1 2.3-2.92M3.75 3.75l16.5 16.5"/>',
  close: '<path d="M6 6l12 12M18 6 6 18"/>',
  hold: '<rect x="6.25" y="4.75" width="3.75" height="14.5" rx="1.4"/><rect x="14" y="4.75" width="3.75" height="14.5" rx="1.4"/>',
  lock: '<rect x="4.75" y="10.25" width="14.5" height="10.5" rx="3"/><path d="M8 10.25V7a4 4 0 0 1 8 0v3.25"/>',
  mic: '<rect x="9" y="2.75" width="6" height="11.5" rx="3"/><path d="M5.25 11.25a6.75 6.75 0 0 0 13.5 0M12 18v3.25"/>',
  'mic-off':
    '<path d="M9 9.2v2.05a3 3 0 0 0 4.7 2.46M15 10.6V5.75a3 3 0 0 0-5.66-1.38M5.25 11.25a6.75 6.75 0 0 0 10.9 5.3M18.75 11.25c0 .93-.19 1.81-.53 2.62M12 18v3.25M3.75 3.75l16.5 16.5"/>',
  more: '<circle cx="5.5" cy="12" r="1.6" fill="currentColor" stroke="none"/><circle cx="12" cy="12" r="1.6" fill="currentColor" stroke="none"/><circle cx="18.5" cy="12" r="1.6" fill="currentColor" stroke="none"/>',
  phone:
    '<path d="M6.5 3.6h2.1c.5 0 .95.34 1.07.83l.78 3.1c.1.4-.02.8-.3 1.08L8.7 10.1a12.6 12.6 0 0 0 5.2 5.2l1.5-1.45c.28-.29.69-.4 1.08-.3l3.1.77c.48.12.82.56.82 1.06v2.1a2.5 2.5 0 0 1-2.7 2.5C10.4 19.4 4.6 13.6 4.02 6.3A2.5 2.5 0 0 1 6.5 3.6Z"/>',
  'phone-down':
    '<path d="M2.75 13.6c0-.92.36-1.8 1.02-2.43C5.8 9.25 8.75 8.2 12 8.2s6.2 1.05 8.23 2.97c.66.63 1.02 1.51 1.02 2.43v1.1c0 .74-.66 1.3-1.39 1.18l-2.9-.48a1.2 1.2 0 0 1-.98-.97l-.33-1.83c-1.1-.4-2.35-.6-3.65-.6s-2.55.2-3.65.6l-.33 1.83a1.2 1.2 0 0 1-.98.97l-2.9.48a1.19 1.19 0 0 1-1.39-1.18Z"/>',
  'phone-missed':
    '<path d="M6.5 3.6h2.1c.5 0 .95.34 1.07.83l.78 3.1c.1.4-.02.8-.3 1.08L8.7 10.1a12.6 12.6 0 0 0 5.2 5.2l1.5-1.45c.28-.29.69-.4 1.08-.3l3.1.77c.48.12.82.56.82 1.06v2.1a2.5 2.5 0 0 1-2.7 2.5C10.4 19.4 4.6 13.6 4.02 6.3A2.5 2.5 0 0 1 6.5 3.6Z"/><path d="M15 3.5h5.25v5.25M20 3.75l-5.6 5.6"/>',
  resume:
    '<path d="M7.75 5.6v12.8a1 1 0 0 0 1.52.86l10.3-6.4a1 1 0 0 0 0-1.72L9.27 4.74a1 1 0 0 0-1.52.86Z"/>',
  screen:
    '<rect x="2.5" y="4" width="19" height="13" rx="2.75"/><path d="M8 20.25h8M12 13.6V7.9M9.4 10.2 12 7.6l2.6 2.6"/>',
  'screen-off':
    '<rect x="2.5" y="4" width="19" height="13" rx="2.75"/><path d="M8 20.25h8M9.75 8.25l4.5 4.5M14.25 8.25l-4.5 4.5"/>',
  signal: '<path d="M5 18.5v-3M12 18.5V11M19 18.5v-12"/>',
  silence:
    '<path d="M10.2 20.25a2.1 2.1 0 0 0 3.6 0M6.2 8.6V10.5c0 2.4-1 3.7-1.75 4.65-.5.63-.08 1.6.75 1.6h11.5M17.8 13.6c-.01-.5 0-1.9 0-3.1A5.8 5.8 0 0 0 8.6 5.8M3.75 3.75l16.5 16.5"/>',
  volume:
    '<path d="M4.5 9.5h2.7l4.1-3.6a.9.9 0 0 1 1.5.68v10.84a.9.9 0 0 1-1.5.68l-4.1-3.6H4.5a1.25 1.25 0 0 1-1.25-1.25v-2.5A1.25 1.25 0 0 1 4.5 9.5ZM16 9.2a4 4 0 0 1 0 5.6M18.6 6.6a7.6 7.6 0 0 1 0 10.8"/>',
  warning:
    '<path d="M10.5 4.4 2.9 17.6a1.75 1.75 0 0 0 1.5 2.65h15.2a1.75 1.75 0 0 0 1.5-2.65L13.5 4.4a1.73 1.73 0 0 0-3 0ZM12 9.5v4"/><circle cx="12" cy="16.6" r="1.15" fill="currentColor" stroke="none"/>',
  window:
    '<path d="M13.5 4h4.75A1.75 1.75 0 0 1 20 5.75v4.75M19.75 4.25 12 12M9.5 4.75H6.75a3 3 0 0 0-3 3v9.5a3 3 0 0 0 3 3h9.5a3 3 0 0 0 3-3V14.5"/>',
} as const;

export type IconName = keyof typeof drawings;

/** `small` is 16 px, `medium` 20 px; 24 px where nothing is said. */
export function icon(name: IconName, size: 'small' | 'medium' | 'full' = 'full'): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon', size);
  svg.innerHTML = drawings[name];
  return svg;
}
