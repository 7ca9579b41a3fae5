import type {} from './knows-types-one.ts';
