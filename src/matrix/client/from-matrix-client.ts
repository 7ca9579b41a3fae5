import { systemClock } from '../../foundation/clock.ts';
import type { MatrixPort } from '../port.ts';
import { ClientPort } from './client-port.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';

/**
 * A port over a matrix-js-sdk `MatrixClient` that the page owns: the page creates it, sets up its encryption, starts,
 * stops and logs it out. Several ports may stand on one client, and it may be given before or after it is started.
 *
 * The library's own calls are neither used nor in the way; a page that does not use them either saves work by
 * `createClient({ disableVoip: true })`.
 *
 * Errors: `MatrixError('matrix-unauthorized')` when nobody is logged in.
 */
export function fromMatrixClient(client: MatrixClientLike): MatrixPort {
  return new ClientPort(client, systemClock);
}
