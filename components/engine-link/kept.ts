import * as v from 'valibot';

const PREFIX = 'famedly-calls ';

/** What was kept on this device under a name; `null` where nothing is, or nothing that can be used. */
export function kept<Output>(name: string, schema: v.GenericSchema<unknown, Output>): Output | null {
  try {
    const result = v.safeParse(schema, JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null'));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

export const flag = v.custom<boolean>((value) => typeof value === 'boolean');
export const text = v.custom<string>((value) => typeof value === 'string');

/** Where the browser keeps nothing for this page, nothing is kept. */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    return;
  }
}
