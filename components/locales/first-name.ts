/** Marks of direction: one of them turns all that follows. */
const MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** A name keeps its direction to itself, whatever is said around it. */
export function isolated(name: string): string {
  const bare = name.replace(MARKS, '');
  return FROM_RIGHT.test(bare) ? `\u2068${bare}\u2069` : bare;
}

/** What a person calls somebody in a sentence: the first word. */
export function firstName(name: string): string {
  return isolated(name.trim().split(/\s+/, 1)[0] ?? name);
}
