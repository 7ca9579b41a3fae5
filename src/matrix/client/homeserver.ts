import type * as v from 'valibot';
import { parsed } from '../../foundation/schemas.ts';
import { MatrixError } from '../matrix-error.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';

export interface HomeserverRequest {
  readonly query?: Record<string, string>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** In place of `/_matrix/client/v3`. */
  readonly prefix?: string;
  readonly signal?: AbortSignal;
  /** The answer is a `Blob`. */
  readonly raw?: boolean;
  /** It outlives the page; for small bodies. */
  readonly keepAlive?: boolean;
}

/** One request by the client's own connection: its address, token, token refresh and fetch function. */
export function requestOf(
  client: MatrixClientLike,
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  { query, body, prefix, signal, raw, keepAlive }: HomeserverRequest = {},
): Promise<unknown> {
  // The library adds to the query that it is handed.
  return client.http.authedRequest(method, path, { ...query }, body && { ...body }, {
    prefix,
    abortSignal: signal,
    rawResponseBody: raw,
    keepAlive,
  });
}

/** The answer as its schema has it; `bad-response` where it does not fit. */
export function parseAnswer<Schema extends v.GenericSchema>(
  schema: Schema,
  answer: unknown,
): v.InferOutput<Schema> {
  const fitting = parsed(schema, answer);
  if (fitting === undefined) throw new MatrixError('bad-response');
  return fitting;
}
