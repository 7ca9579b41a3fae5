import type {} from './knows-types-two.ts';
