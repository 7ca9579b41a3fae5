import { dialectOf } from '../../support/group-wire/mesh-wire.ts';

export type DialectName = 'deployed' | 'documented';
export type Entry = Readonly<Record<string, unknown>>;

/** Who is in a call, as somebody who speaks one dialect only understands it. */
export interface Participant {
  readonly id: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly sessionId: string;
}

/** How an app that knows nothing of the other dialect reads and writes. */
export interface Dialect {
  readonly prefix: string;
  readonly metadataKey: string;
  readonly hangupReason: string;
  /** Between two numbers of a call: whoever reads them must not wait for those that are left out. */
  readonly seqStep: number;
  readonly reads: (type: string) => boolean;
  /** An entry as it is handed on; `null`: it is not understood, and not handed on. */
  readonly keep: (entry: Entry) => Entry | null;
  readonly own: (entry: Entry) => Entry;
}

const KNOWN = [
  'application',
  'call_id',
  'scope',
  'device_id',
  'expires_ts',
  'membershipID',
  'foci_active',
  'feeds',
];
const MESH = { type: 'mesh' };

export const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  deployed: {
    prefix: 'com.famedly.call.member.',
    metadataKey: 'org.matrix.msc3077.sdp_stream_metadata',
    hangupReason: 'userHangup',
    seqStep: 2,
    reads: (type) => dialectOf(type) !== null,
    keep: (entry) => {
      const { foci_active: foci, expires_ts: expires } = entry;
      if (!Array.isArray(foci) || foci.length === 0 || !Number.isInteger(expires)) return null;
      return Object.fromEntries(Object.entries(entry).filter(([name]) => KNOWN.includes(name)));
    },
    own: (entry) => ({ ...entry, foci_active: [MESH], feeds: [{ purpose: 'm.usermedia' }] }),
  },
  documented: {
    prefix: 'm.call.',
    metadataKey: 'sdp_stream_metadata',
    hangupReason: 'user_hangup',
    seqStep: 1,
    reads: (type) => dialectOf(type) === 'documented',
    keep: (entry) => (typeof entry['backend'] === 'object' ? entry : null),
    own: (entry) => ({ ...entry, backend: MESH }),
  },
};

export function entriesIn(content: unknown): Entry[] {
  const { memberships } = content as { memberships?: unknown };
  return Array.isArray(memberships) ? (memberships as Entry[]) : [];
}

export function participantOf(userId: string, entry: Entry): Participant {
  const deviceId = String(entry['device_id']);
  return { id: `${userId}:${deviceId}`, userId, deviceId, sessionId: String(entry['membershipID']) };
}
