import type { LateParts } from './late-parts.ts';

/** A late part that somebody asks for: answers whether it is there by now. Once asked for, it comes by itself when it can. */
export function soughtPart(late: LateParts, load: () => Promise<unknown>): () => Promise<boolean> {
  let isThere = false;
  const fetch = late.part(async () => {
    await load();
    isThere = true;
  });
  return async () => {
    await fetch();
    return isThere;
  };
}
