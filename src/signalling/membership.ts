/** The room state in which each device says that it is in a call. */
export const MEMBER_TYPE = 'com.famedly.call.member';

export type MembershipBackend =
  | { readonly type: 'mesh' }
  | { readonly type: 'livekit'; readonly serviceUrl: string; readonly alias: string };

export type FeedPurpose = 'm.usermedia' | 'm.screenshare';

/** That one device is in one call. */
export interface Membership {
  readonly application: string;
  /** As it was written: a whole-room call has the room id or nothing here. */
  readonly callId: string;
  readonly scope: string;
  readonly deviceId: string;
  /** ms since epoch, by the homeserver's clock. */
  readonly expiresTs: number;
  /** New each time an engine starts. */
  readonly membershipId: string;
  readonly backend: MembershipBackend;
  /**
   * `documented` where the device named its backend in `backend` alone: it then reads the documented event types. `both`
   * where it named it under both names, as this engine alone does: it reads what only this engine says, too.
   */
  readonly dialect: 'deployed' | 'documented' | 'both';
  readonly feeds: readonly FeedPurpose[];
}

/** As on the wire. */
export type MembershipContent = Readonly<Record<string, unknown>>;

/** Under both names of the backend: every client finds the one it reads. */
export function buildMembership(membership: Omit<Membership, 'dialect'>): MembershipContent {
  const { application, callId, scope, deviceId, expiresTs, membershipId, feeds } = membership;
  const backend = backendContent(membership.backend);
  return {
    application,
    call_id: callId,
    scope,
    device_id: deviceId,
    // A float costs deployed clients the whole membership.
    expires_ts: Math.trunc(expiresTs),
    membershipID: membershipId,
    backend,
    foci_active: [backend],
    ...(backend['type'] === 'mesh' && { feeds: feeds.map((purpose) => ({ purpose })) }),
  };
}

function backendContent(backend: MembershipBackend): MembershipContent {
  if (backend.type === 'mesh') return { type: 'mesh' };
  return { type: 'livekit', livekit_service_url: backend.serviceUrl, livekit_alias: backend.alias };
}
