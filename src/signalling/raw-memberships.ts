import * as v from 'valibot';
import { anything, number, parsed, text as string } from '../foundation/schemas.ts';
import type { MembershipContent } from './membership.ts';

/*
 * Entries as others wrote them. Who writes a shared key must hand on what it does not understand: nothing here is cut,
 * filled in or put right.
 */

const contentSchema = v.record(string, anything);
const text = v.fallback(string, '');
const nameSchema = v.object({
  device_id: string,
  call_id: text,
  application: text,
  scope: text,
  membershipID: text,
  expires_ts: v.fallback(number, 0),
});

/** What an entry says of itself, as far as it is text; not fit for anything but comparing. */
export interface EntryName {
  readonly deviceId: string;
  readonly callId: string;
  readonly application: string;
  readonly scope: string;
  readonly membershipId: string;
  readonly expiresTs: number;
}

function fieldsOf(content: unknown): MembershipContent {
  return parsed(contentSchema, content) ?? {};
}

export function rawEntries(content: unknown): readonly unknown[] {
  const { memberships } = fieldsOf(content) as { memberships?: unknown };
  return Array.isArray(memberships) ? memberships : [];
}

/** `null`: it names no device. */
export function entryName(entry: unknown): EntryName | null {
  const name = parsed(nameSchema, entry);
  if (!name) return null;
  const { device_id: deviceId, call_id: callId, application, scope, membershipID, expires_ts } = name;
  return { deviceId, callId, application, scope, membershipId: membershipID, expiresTs: expires_ts };
}

/** The content with `entries` in the place of those that it has; further fields stay. */
export function withEntries(content: unknown, entries: readonly unknown[]): MembershipContent {
  return { ...fieldsOf(content), memberships: entries };
}
