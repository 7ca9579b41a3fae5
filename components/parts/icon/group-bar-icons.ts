import { svg } from 'lit';

/** Drawn on a grid of 24, see `icon`: what a group call's top row and dock show. */
export const grid = svg`<rect x="4" y="4" width="6.75" height="6.75" rx="1.75"/><rect x="13.25" y="4" width="6.75" height="6.75" rx="1.75"/><rect x="4" y="13.25" width="6.75" height="6.75" rx="1.75"/><rect x="13.25" y="13.25" width="6.75" height="6.75" rx="1.75"/>`;
export const spotlight = svg`<rect x="3" y="4.25" width="18" height="11" rx="2.5"/><path d="M4.5 19.5h3M10.5 19.5h3M16.5 19.5h3"/>`;
export const people = svg`<circle cx="9.25" cy="8" r="3.5"/><path d="M2.75 19.5a6.5 6.5 0 0 1 13 0M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.3a6.5 6.5 0 0 1 3.25 5.2"/>`;
export const smile = svg`<circle cx="12" cy="12" r="9"/><path d="M8.25 14.25a4.5 4.5 0 0 0 7.5 0M9 9.5v.6M15 9.5v.6"/>`;
