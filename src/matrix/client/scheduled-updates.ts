import { MatrixError } from '../matrix-error.ts';
import { apiPath } from './api-path.ts';
import { requestOf } from './homeserver.ts';
import type { HomeserverRequest } from './homeserver.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';
import type { Outbox } from './outbox.ts';
import { requestFailure } from './request-failure.ts';

const PREFIX = '/_matrix/client/unstable/org.matrix.msc4140';
/** Longer than that a restart helps nobody: the next one is due. */
const PATIENCE = 15_000;

/** MSC4140 in both its generations: an endpoint for each action, before that the action in the body. */
export async function updateScheduled(
  client: MatrixClientLike,
  outbox: Outbox,
  delayId: string,
  action: 'restart' | 'cancel' | 'send',
): Promise<void> {
  const post = (path: string, options: HomeserverRequest) => (signal: AbortSignal) =>
    requestOf(client, 'POST', path, { ...options, prefix: PREFIX, signal });
  const newer = post(apiPath`/delayed_events/${delayId}/${action}`, { body: {} });
  const older = post(apiPath`/delayed_events/${delayId}`, { body: { action } });
  try {
    await outbox.send(delayId, (signal) => newer(signal).catch(onUnsupported(() => older(signal))), {
      patience: PATIENCE,
    });
  } catch (error) {
    throw isConflict(error) ? new MatrixError('not-found', { cause: error }) : error;
  }
}

/** Runs `instead` where the homeserver does not know the request. */
export function onUnsupported<Answer>(instead: () => Promise<Answer>) {
  return (cause: unknown): Promise<Answer> => {
    const failure = requestFailure(cause);
    if (failure.kind === 'final' && failure.error.code === 'unsupported') return instead();
    throw cause;
  };
}

/** The homeserver's word for "sent or cancelled already". */
function isConflict(error: unknown): boolean {
  const { cause } = error as MatrixError;
  return cause instanceof Error && 'httpStatus' in cause && cause.httpStatus === 409;
}
