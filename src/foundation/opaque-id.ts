/** A random identifier of digits with 160 bits. */
export function opaqueId(): string {
  return crypto.getRandomValues(new Uint32Array(5)).join('');
}
