import type {} from '../matrix/port.ts';
