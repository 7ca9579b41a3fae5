import type {} from './circle-one.ts';
