/** Deeper than any content that a homeserver lets through; what differs only below counts as the same. */
const DEEPEST = 64;

/** Whether two JSON values say the same; homeservers sort the keys of objects. */
export function sameContent(a: unknown, b: unknown, depth = 0): boolean {
  if (Object.is(a, b) || depth > DEEPEST) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) => Object.hasOwn(b, key) && sameContent((a as MembersOf)[key], (b as MembersOf)[key], depth + 1),
    )
  );
}

type MembersOf = Readonly<Record<string, unknown>>;
