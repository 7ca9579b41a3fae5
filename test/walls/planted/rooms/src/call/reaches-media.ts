import type {} from '../media/backend.ts';
