/** A path of the client-server API; what is put in is escaped: ids and types may hold slashes and hashes. */
export function apiPath(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: parts }, ...values.map(encodeURIComponent));
}
