import type { MatrixClient } from 'matrix-js-sdk';
export type Client = MatrixClient;
