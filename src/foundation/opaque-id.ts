/** A random identifier of digits and small letters with 160 bits. */
export function opaqueId(): string {
  const words = crypto.getRandomValues(new Uint32Array(5));
  return Array.from(words, (word) => word.toString(36).padStart(7, '0')).join('');
}
