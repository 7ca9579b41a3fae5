export { text } from './fetched-at-once.ts';
export const later = () => import('./fetched-later.ts');
