import * as v from 'valibot';
import { anything, oneOf, parsed, within } from '../foundation/schemas.ts';
import type { FeedPurpose, Membership, MembershipBackend } from './membership.ts';
import { rawEntries } from './raw-memberships.ts';

/** More entries than any user has devices: what comes after them is not read. */
const MOST_ENTRIES = 500;
const MOST_FEEDS = 8;

const id = within(1, 255);

const entryContent = v.object({
  application: id,
  call_id: within(0, 255),
  scope: id,
  device_id: id,
  expires_ts: v.custom<number>((ts) => typeof ts === 'number' && ts >= 0 && ts < Infinity),
  membershipID: id,
  backend: v.nullish(anything),
  foci_active: v.nullish(anything),
  feeds: v.nullish(anything),
});

const meshBackend = v.object({ type: oneOf('mesh') });
const livekitBackend = v.object({
  type: oneOf('livekit'),
  livekit_service_url: within(1, 2048),
  livekit_alias: within(1, 2048),
});

const feedContent = v.object({ purpose: oneOf('m.usermedia', 'm.screenshare') });

function backendOf(content: unknown): MembershipBackend | null {
  if (parsed(meshBackend, content)) return { type: 'mesh' };
  const livekit = parsed(livekitBackend, content);
  if (!livekit) return null;
  const { livekit_service_url: serviceUrl, livekit_alias: alias } = livekit;
  return { type: 'livekit', serviceUrl, alias };
}

function feedsOf(content: unknown): readonly FeedPurpose[] {
  if (!Array.isArray(content)) return [];
  const purposes = content.slice(0, MOST_FEEDS).flatMap((feed): FeedPurpose[] => {
    const { purpose } = parsed(feedContent, feed) ?? {};
    return purpose ? [purpose] : [];
  });
  return [...new Set(purposes)];
}

function membershipOf(entry: unknown, latestExpiry: number): Membership | null {
  const content = parsed(entryContent, entry);
  if (!content) return null;
  const focus: unknown = Array.isArray(content.foci_active) ? content.foci_active[0] : undefined;
  const backend = backendOf(focus ?? content.backend);
  if (backend === null) return null;
  return {
    application: content.application,
    callId: content.call_id,
    scope: content.scope,
    deviceId: content.device_id,
    expiresTs: Math.min(content.expires_ts, latestExpiry),
    membershipId: content.membershipID,
    backend,
    dialect: focus === undefined ? 'documented' : content.backend == null ? 'deployed' : 'both',
    feeds: feedsOf(content.feeds),
  };
}

/**
 * The good ones of an event; a bad entry, or one with an unknown backend, costs nothing but itself. Of several entries of
 * one device in one call the last counts. `latestExpiry`: what is dated later counts as this.
 */
export function parseMemberships(content: unknown, latestExpiry: number): readonly Membership[] {
  const good = new Map<string, Membership>();
  for (const entry of rawEntries(content).slice(0, MOST_ENTRIES)) {
    const membership = membershipOf(entry, latestExpiry);
    if (membership === null) continue;
    const { deviceId, callId, application, scope } = membership;
    good.set(JSON.stringify([deviceId, callId, application, scope]), membership);
  }
  return [...good.values()];
}
