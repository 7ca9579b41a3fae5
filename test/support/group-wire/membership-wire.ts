import * as v from 'valibot';
import { integer, madeId, misfits, text } from './wire-schema.ts';

const meshBackend = v.strictObject({ type: v.literal('mesh') });
const feed = v.strictObject({ purpose: v.picklist(['m.usermedia', 'm.screenshare']) });

/** Both names of the backend, always. */
const entry = v.strictObject({
  application: text,
  call_id: v.string(),
  scope: v.picklist(['m.room', 'm.user']),
  device_id: text,
  expires_ts: integer,
  membershipID: madeId,
  backend: meshBackend,
  foci_active: v.pipe(v.array(meshBackend), v.length(1)),
  feeds: v.pipe(v.array(feed), v.minLength(1)),
});

const list = v.looseObject({ memberships: v.array(v.record(v.string(), v.unknown())) });

export type Entry = Readonly<Record<string, unknown>>;

/** What stands there in the place of one device, and of the others, as far as it is a list at all. */
export function entriesOf(content: unknown, deviceId: string): { own: Entry[]; others: Entry[] } {
  const parsed = v.safeParse(list, content);
  const entries = parsed.success ? parsed.output.memberships : [];
  const isOwn = ({ device_id }: Entry) => device_id === deviceId;
  return { own: entries.filter(isOwn), others: entries.filter((one) => !isOwn(one)) };
}

/** A membership that was written now, by `deviceId`, to hold for `expiry` ms. */
export function membershipMisfits(content: unknown, deviceId: string, expiry: number): string[] {
  const { own } = entriesOf(content, deviceId);
  const now = Date.now();
  const times = own.map(({ expires_ts }) => Number(expires_ts) - now);
  return [
    ...misfits(list, content, 'membership event'),
    ...own.flatMap((one) => misfits(entry, one, 'membership')),
    ...times
      .filter((ms) => Math.abs(ms - expiry) > 60_000)
      .map((ms) => `membership: expires in ${Math.round(ms / 1_000)} s`),
    ...(own.length > 1 ? ['membership event: more than one entry of one device'] : []),
  ];
}
