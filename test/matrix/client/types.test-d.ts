import type { MatrixClient } from 'matrix-js-sdk';
import type { CryptoBackend } from 'matrix-js-sdk/lib/common-crypto/CryptoBackend.js';
import type { MatrixClient as OldestMatrixClient } from 'matrix-js-sdk-oldest';
import type { CryptoBackend as OldestCryptoBackend } from 'matrix-js-sdk-oldest/lib/common-crypto/CryptoBackend.js';
import { fromMatrixClient } from '../../../src/matrix/client/index.ts';
import type {
  ClientCrypto,
  ClientEventName,
  MatrixClientLike,
} from '../../../src/matrix/client/matrix-client-like.ts';

/** Checked by the compiler alone: each assignment fails to compile when a version does not have what is used of it. */
export function newest(client: MatrixClient): MatrixClientLike {
  fromMatrixClient(client);
  return client;
}

export function oldest(client: OldestMatrixClient): MatrixClientLike {
  fromMatrixClient(client);
  return client;
}

export function crypto(backend: CryptoBackend | OldestCryptoBackend): Required<ClientCrypto> {
  return backend;
}

type EventNames<Client extends { on: (name: never, listener: never) => unknown }> =
  `${Parameters<Client['on']>[0]}`;
export const namesOfNewest: readonly EventNames<MatrixClient>[] = [] as ClientEventName[];
export const namesOfOldest: readonly EventNames<OldestMatrixClient>[] = [] as ClientEventName[];

// @ts-expect-error A client that lacks something is refused.
export const incomplete: MatrixClientLike = {} as Omit<MatrixClient, 'decryptEventIfNeeded'>;
