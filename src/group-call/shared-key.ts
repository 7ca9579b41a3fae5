import { entryName, rawEntries, withEntries } from '../signalling/raw-memberships.ts';
import type { EntryName } from '../signalling/raw-memberships.ts';
import type { MembershipContent } from '../signalling/membership.ts';
import { sameContent } from '../signalling/same-content.ts';

/*
 * What should stand under a state key that several devices rewrite whole. Each writes what it last saw with its own
 * entries changed: what another wrote in between is lost. So an event is read as the change that its writer meant: the
 * device whose entries are newer than ever seen changed those and nothing else; where no entry is newer, somebody left.
 */

/** More entry versions than a user's devices write while a call lasts; the oldest are forgotten. */
const MOST_VERSIONS = 512;

type IsOwn = (name: EntryName) => boolean;

/** Immutable. */
export interface SharedKey {
  /** The content that the homeserver showed last. */
  readonly shown: unknown;
  /** The entries, as they were written, that should stand there beside our own. */
  readonly others: readonly unknown[];
  /** The latest expiry seen of each entry. */
  readonly versions: ReadonlyMap<string, number>;
}

interface Named {
  readonly entry: unknown;
  /** `null`: it names no device. */
  readonly name: EntryName | null;
}

function versionKey({ deviceId, callId, application, scope, membershipId }: EntryName): string {
  return JSON.stringify([deviceId, callId, application, scope, membershipId]);
}

function othersIn(content: unknown, isOwn: IsOwn): readonly Named[] {
  return rawEntries(content)
    .map((entry) => ({ entry, name: entryName(entry) }))
    .filter(({ name }) => name === null || !isOwn(name));
}

function withVersions(versions: SharedKey['versions'], seen: readonly Named[]): SharedKey['versions'] {
  const next = new Map(versions);
  for (const { name } of seen) {
    if (name === null) continue;
    const key = versionKey(name);
    const expiresTs = Math.max(name.expiresTs, next.get(key) ?? -Infinity);
    next.delete(key);
    next.set(key, expiresTs);
  }
  return new Map([...next].slice(-MOST_VERSIONS));
}

/**
 * The key as it was read on its own: this is what stands there, though newer entries may have been seen before. Whoever is
 * not listed is not known.
 */
export function readKey(content: unknown, isOwn: IsOwn, before: SharedKey['versions']): SharedKey {
  const seen = othersIn(content, isOwn);
  const listed = [...withVersions(new Map(), seen)];
  return {
    shown: content,
    others: seen.map(({ entry }) => entry),
    versions: new Map(listed.map(([key, ts]) => [key, Math.max(ts, before.get(key) ?? ts)])),
  };
}

/** The key after another device wrote it; `isLeave`: our own entry was there and is not any more, or should not be. */
export function seeForeign(key: SharedKey, content: unknown, isOwn: IsOwn, isLeave: boolean): SharedKey {
  const seen = othersIn(content, isOwn);
  const writers = new Set(
    seen.flatMap(({ name }) =>
      name !== null && name.expiresTs > (key.versions.get(versionKey(name)) ?? -Infinity)
        ? [name.deviceId]
        : [],
    ),
  );
  const meant = writers.size === 0 ? afterLeave(key, seen, isLeave) : afterWrite(key, seen, writers);
  return { shown: content, others: meant, versions: withVersions(key.versions, seen) };
}

function afterWrite({ others }: SharedKey, seen: readonly Named[], writers: ReadonlySet<string>) {
  const isWriters = (name: EntryName | null) => name !== null && writers.has(name.deviceId);
  return [
    ...others.filter((entry) => !isWriters(entryName(entry))),
    ...seen.filter(({ name }) => isWriters(name)).map(({ entry }) => entry),
  ];
}

/**
 * Who is not listed left. Who is listed again although thought gone was put back, unless somebody left with this: a delayed
 * leave lists who was there when it was made. Of each entry the newest counts.
 */
function afterLeave({ others }: SharedKey, seen: readonly Named[], isLeave: boolean) {
  const newest = new Map(
    others.flatMap((entry) => {
      const name = entryName(entry);
      return name === null ? [] : [[versionKey(name), entry] as const];
    }),
  );
  const listed = new Set(seen.flatMap(({ name }) => (name === null ? [] : [versionKey(name)])));
  const somebodyLeft = isLeave || [...newest.keys()].some((version) => !listed.has(version));
  return seen.flatMap(({ entry, name }) => {
    if (name === null) return [entry];
    const known = newest.get(versionKey(name));
    return known === undefined && somebodyLeft ? [] : [known ?? entry];
  });
}

/** The key after our own write, or our own delayed leave: it meant to change nothing beside our own entries. */
export function seeOwn(key: SharedKey, content: unknown): SharedKey {
  return { ...key, shown: content };
}

/** Whether what is shown has, beside our own, other entries than it should. */
export function differsFromShown({ shown, others }: SharedKey, isOwn: IsOwn): boolean {
  return !sameContent(
    othersIn(shown, isOwn).map(({ entry }) => entry),
    others,
  );
}

export function contentOf({ shown, others }: SharedKey, own: MembershipContent | null): MembershipContent {
  return withEntries(shown, own === null ? others : [...others, own]);
}
