import { warnOnce } from '../warn.ts';

/** One of the allowed values of an attribute; nonsense is the default, and the console says which values there are. */
export function choice<Value extends string>(
  attribute: string,
  value: string,
  allowed: readonly [Value, ...Value[]],
): Value {
  const found = allowed.find((each) => each === value);
  if (found === undefined && value !== '') {
    warnOnce(`${attribute}="${value}" is not known; allowed: ${allowed.filter(Boolean).join(', ')}.`);
  }
  return found ?? allowed[0];
}

/** An attribute that is taken away is `null`, and frameworks set properties to `undefined`: nothing is wished then. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
