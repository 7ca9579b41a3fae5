const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A random identifier of letters and digits with more than 128 bits: 24 characters of 62. */
export function opaqueId(): string {
  let id = '';
  while (id.length < 24) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      // Bytes from 248 on would make the first letters likelier than the others.
      if (byte < 248 && id.length < 24) id += ALPHABET.charAt(byte % 62);
    }
  }
  return id;
}
