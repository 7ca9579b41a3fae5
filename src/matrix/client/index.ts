export { fromMatrixClient } from './from-matrix-client.ts';
export type { MatrixClientLike } from './matrix-client-like.ts';
