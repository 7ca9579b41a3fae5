import { clock } from '../foundation/clock.ts';
export const now = clock;
