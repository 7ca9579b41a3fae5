import type { Account } from '../../support/servers/accounts-and-rooms.mjs';
import { requestAs } from '../../support/servers/accounts-and-rooms.mjs';

interface RoomEvent {
  type: string;
  sender: string;
  content: Record<string, unknown>;
}

/** The newest hundred events of a room as the homeserver has them, the oldest first. */
export async function roomEvents(account: Account, roomId: string): Promise<RoomEvent[]> {
  const path = `/rooms/${encodeURIComponent(roomId)}/messages?dir=b&limit=100`;
  const { chunk } = await requestAs(account, 'GET', path);
  return (chunk as RoomEvent[]).toReversed();
}

export async function callEventTypes(account: Account, roomId: string, sender?: Account): Promise<string[]> {
  const events = await roomEvents(account, roomId);
  return events
    .filter((event) => event.type.startsWith('m.call.') && (!sender || event.sender === sender.userId))
    .map(({ type }) => type);
}

const MEMBER_TYPE = 'com.famedly.call.member';

/** All that was said of who is in calls, the oldest first. */
export async function memberEvents(account: Account, roomId: string): Promise<RoomEvent[]> {
  const events = await roomEvents(account, roomId);
  return events.filter(({ type }) => type === MEMBER_TYPE);
}

/** Devices that the homeserver has under the key of a user, sorted. */
export async function membershipsOf(account: Account, roomId: string, userId: string): Promise<string[]> {
  const path = `/rooms/${encodeURIComponent(roomId)}/state/${MEMBER_TYPE}/${encodeURIComponent(userId)}`;
  const { memberships } = await requestAs(account, 'GET', path);
  return (memberships as { device_id: string }[]).map(({ device_id: deviceId }) => deviceId).toSorted();
}

/** The devices that each delayed leave of a user would leave behind, as JSON. */
export async function leavesOf(account: Account): Promise<string[]> {
  const path = '/../unstable/org.matrix.msc4140/delayed_events';
  const { delayed_events: delayed } = await requestAs(account, 'GET', path);
  const contents = (delayed as { content: { memberships: { device_id: string }[] } }[]).map(
    ({ content }) => content,
  );
  return contents.map(({ memberships }) =>
    JSON.stringify(memberships.map(({ device_id: deviceId }) => deviceId)),
  );
}
