import { loadOnce } from '../media/load-once.ts';

/** What a group call connects without: fetched once it has, or when something of it is needed. */
export const groupLate = loadOnce(() => import('./group-late-parts.ts'));
