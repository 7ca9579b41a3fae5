import { mediaSections } from './sdp-text.ts';

/** Whether the description's owner takes no sound and no picture from us: what hold means in SDP (RFC 3264 §8.4). */
export function receivesNothing(sdp: string): boolean {
  const media = mediaSections(sdp).filter(
    (section) =>
      /^m=(audio|video) /.test(section) && (!/^m=\w+ 0 /.test(section) || /^a=bundle-only$/m.test(section)),
  );
  return media.length > 0 && media.every((section) => /^a=(sendonly|inactive)$/m.test(section));
}
