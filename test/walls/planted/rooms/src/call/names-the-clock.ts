import type { Clock } from '../foundation/clock.ts';
export type Now = Clock;
