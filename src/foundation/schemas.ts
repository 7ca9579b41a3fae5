import * as v from 'valibot';

/*
 * Schemas of plain values, all of one kind of valibot's: every kind that is used costs each page its bytes.
 */

export const text = v.custom<string>((value) => typeof value === 'string');
export const texts = v.custom<string[]>(
  (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
);
export const number = v.custom<number>(Number.isFinite);
export const anything = v.custom<unknown>(() => true);

/** A string of so many characters. */
export const within = (least: number, most: number) =>
  v.custom<string>((value) => typeof value === 'string' && value.length >= least && value.length <= most);

export const oneOf = <const Value>(...values: readonly Value[]) =>
  v.custom<Value>((value) => values.includes(value as Value));

/** No field, or one that is null or malformed, is `null`. */
export const orNull = <Value>(schema: v.GenericSchema<unknown, Value | null>) => v.fallback(schema, null);

/** `undefined` for what does not fit. */
export function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, input);
  return result.success ? result.output : undefined;
}
