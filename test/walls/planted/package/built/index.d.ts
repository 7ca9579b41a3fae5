import type { MatrixClient } from 'matrix-js-sdk';
export * from './inside';
export declare const title: string;
export declare const client: MatrixClient;
