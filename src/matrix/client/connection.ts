import * as v from 'valibot';
import type { MatrixConnection } from '../port.ts';

const SyncData = v.object({
  fromCache: v.optional(v.boolean()),
  oldSyncToken: v.nullish(v.string()),
  error: v.optional(v.unknown()),
});
const Refusal = v.object({ errcode: v.picklist(['M_UNKNOWN_TOKEN', 'M_MISSING_TOKEN']) });

/** What a sync state of the client, with the data that comes with it, says of the connection. */
export function connectionOf(state: string | null, data?: unknown): MatrixConnection {
  const { fromCache = false, error } = syncData(data);
  if (v.is(Refusal, error)) return 'unauthorized';
  switch (state) {
    case 'PREPARED':
      return fromCache ? 'interrupted' : 'connected';
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
  const { fromCache = false, oldSyncToken } = syncData(data);
  return fromCache || typeof oldSyncToken !== 'string';
}

function syncData(data: unknown): v.InferOutput<typeof SyncData> {
  const parsed = v.safeParse(SyncData, data);
  return parsed.success ? parsed.output : {};
}
