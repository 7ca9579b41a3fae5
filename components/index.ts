export type { Request } from './parts/request.ts';
