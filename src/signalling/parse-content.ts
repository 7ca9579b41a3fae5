import * as v from 'valibot';

export type ParsedContent<Content> =
  | { readonly ok: true; readonly content: Content }
  /** `reason` names the field, never its content. */
  | { readonly ok: false; readonly reason: string };

export function parseContent<const Schema extends v.GenericSchema>(
  schema: Schema,
  content: unknown,
): ParsedContent<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, content, { abortEarly: true });
  if (parsed.success) return { ok: true, content: parsed.output };
  const field = parsed.issues[0].path?.map(({ key }) => String(key)).join('.');
  return { ok: false, reason: field ?? 'not an object' };
}
