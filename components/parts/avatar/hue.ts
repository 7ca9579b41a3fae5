/** Which of the eight colours of `hueStyles` a person has, 1 to 8: the same on every device (FNV-1a). */
export function hue(userId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < userId.length; at += 1) {
    hash = Math.imul(hash ^ userId.charCodeAt(at), 0x01000193);
  }
  return ((hash >>> 0) % 8) + 1;
}
