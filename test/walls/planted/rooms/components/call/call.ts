import type {} from '../../src/matrix/client/index.ts';
import type {} from '../../src/index.ts';
export * from '../../src/index.ts';
import '../engine-link/link.ts';
import '../parts/tile/tile.ts';
