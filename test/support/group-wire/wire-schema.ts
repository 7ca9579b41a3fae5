import * as v from 'valibot';

/*
 * What a group call may put on the wire, written down from the protocol alone: nothing here is shared with what builds
 * the events. Objects are strict: what the protocol does not name is not sent.
 */

export const text = v.pipe(v.string(), v.minLength(1));
export const integer = v.pipe(v.number(), v.safeInteger());
/** Identifiers that we make. */
export const madeId = v.pipe(v.string(), v.regex(/^[0-9A-Za-z._~-]{1,255}$/));
export const roomId = v.pipe(v.string(), v.startsWith('!'));

/** One line for each thing that does not fit; nothing of the content is in it. */
export function misfits(schema: v.GenericSchema, value: unknown, about: string): string[] {
  const { issues } = v.safeParse(schema, value);
  return (issues ?? []).map((issue) => `${about}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}
