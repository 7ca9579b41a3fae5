import * as v from 'valibot';
import { anything, oneOf, parsed, text } from '../../foundation/schemas.ts';
import type { MatrixConnection } from '../port.ts';

const SyncData = v.object({
  fromCache: v.nullish(oneOf(true, false)),
  oldSyncToken: v.nullish(text),
  error: v.nullish(anything),
});
const Refusal = v.object({ errcode: oneOf('M_UNKNOWN_TOKEN', 'M_MISSING_TOKEN') });

/** What a sync state of the client, with the data that comes with it, says of the connection. */
export function connectionOf(state: string | null, data?: unknown): MatrixConnection {
  const { fromCache, error } = syncData(data);
  if (parsed(Refusal, error)) return 'unauthorized';
  switch (state) {
    case 'PREPARED':
      return fromCache === true ? 'interrupted' : 'connected';
    case 'SYNCING':
      return 'connected';
    case 'STOPPED':
      return 'stopped';
    default:
      return 'interrupted';
  }
}

/** The sync response was the first one, or was read from the client's store: it tells of the past. */
export function isInitialSync(data: unknown): boolean {
  const { fromCache, oldSyncToken } = syncData(data);
  return fromCache === true || typeof oldSyncToken !== 'string';
}

function syncData(data: unknown): v.InferOutput<typeof SyncData> {
  return parsed(SyncData, data) ?? {};
}
