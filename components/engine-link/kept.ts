import * as v from 'valibot';

const PREFIX = 'famedly-calls ';

/** What was kept on this device under a name; `null` where nothing is, or nothing that can be used. */
export function kept<Output>(name: string, schema: v.GenericSchema<unknown, Output>): Output | null {
  try {
    return v.parse(schema, JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null'));
  } catch {
    return null;
  }
}

/** Where the browser keeps nothing for this page, nothing is kept. */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    return;
  }
}
