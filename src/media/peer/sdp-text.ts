import type { IceCandidate } from '../peer-port.ts';

/** One part of a description: the session's own, or that of one `m=` line. */
type Section = readonly string[];

function linesOf(sdp: string): string[] {
  return sdp.split(/\r?\n/).filter((line) => line !== '');
}

function mediaSections(sdp: string): Section[] {
  const sections: string[][] = [];
  for (const line of linesOf(sdp)) {
    if (line.startsWith('m=')) sections.push([line]);
    else sections.at(-1)?.push(line);
  }
  return sections;
}

function attribute(section: Section, name: string): string | undefined {
  const prefix = `a=${name}:`;
  return section.find((line) => line.startsWith(prefix))?.slice(prefix.length);
}

/** The description without any address, so that no connectivity check can follow from it. */
export function withoutCandidates(sdp: string): string {
  const kept = linesOf(sdp).filter(
    (line) => !line.startsWith('a=candidate:') && !line.startsWith('a=end-of-candidates'),
  );
  return kept.join('\r\n') + '\r\n';
}

export function candidatesIn(sdp: string): IceCandidate[] {
  return mediaSections(sdp).flatMap((section, sdpMLineIndex) =>
    section
      .filter((line) => line.startsWith('a=candidate:'))
      .map((line) => ({
        candidate: line.slice('a='.length),
        sdpMid: attribute(section, 'mid'),
        sdpMLineIndex,
      })),
  );
}

/** The ICE generations that a description speaks of: one, or one per transport where nothing is bundled. */
export function iceUfrags(sdp: string): ReadonlySet<string> {
  const prefix = 'a=ice-ufrag:';
  return new Set(
    linesOf(sdp)
      .filter((line) => line.startsWith(prefix))
      .map((line) => line.slice(prefix.length).trim()),
  );
}

/**
 * Chromium reads a description without one transport for all its lines (RFC 9143), or with ICE credentials of another
 * form than RFC 8839 §5.4 has, then fails to apply it and refuses every later description of that connection.
 */
export function isUsable(sdp: string): boolean {
  const lines = linesOf(sdp);
  const bundles = lines.filter((line) => line.startsWith('a=group:BUNDLE '));
  const credentials = lines.filter((line) => /^a=ice-(ufrag|pwd):/.test(line));
  return (
    bundles.length === 1 &&
    credentials.every((line) => /^a=ice-(ufrag:[\w+/-]{4,256}|pwd:[\w+/-]{22,256})$/.test(line.trim()))
  );
}

/** The generation that a candidate belongs to, where it says so. */
export function candidateUfrag(candidate: string): string | null {
  return / ufrag (\S+)/.exec(candidate)?.[1] ?? null;
}

/** Ids of the streams in the order of the description. */
export function streamIds(sdp: string): string[] {
  const ids = mediaSections(sdp).flatMap((section) =>
    section
      .filter((line) => line.startsWith('a=msid:'))
      .map((line) => line.slice('a=msid:'.length).split(' ', 1)[0] ?? ''),
  );
  return [...new Set(ids)];
}

/** Whether the description's owner takes no sound and no picture from us: what hold means in SDP (RFC 3264 §8.4). */
export function receivesNothing(sdp: string): boolean {
  const media = mediaSections(sdp).filter(
    (section) => /^m=(audio|video) /.test(section[0] ?? '') && !isRejected(section),
  );
  return media.length > 0 && media.every((section) => /^a=(sendonly|inactive)$/m.test(section.join('\n')));
}

function isRejected(section: Section): boolean {
  return /^m=\w+ 0 /.test(section[0] ?? '') && !section.includes('a=bundle-only');
}

const VIDEO_CODEC = /^a=rtpmap:(\d+) (?:VP8|VP9|AV1|H264|H265)\//i;

/**
 * The description with a start bitrate in the `fmtp` of every video codec. Chromium reads it from the description that
 * it gets as remote, and believes that much of the path until it has measured.
 */
export function withStartBitrate(sdp: string, kilobits: number): string {
  const parameter = `x-google-start-bitrate=${kilobits}`;
  const lines = linesOf(sdp);
  const formats = new Set(lines.map((line) => VIDEO_CODEC.exec(line)?.[1]).filter((id) => id !== undefined));
  const described = new Set<string>();
  const changed = lines.map((line) => {
    const format = /^a=fmtp:(\d+) /.exec(line)?.[1];
    if (format === undefined || !formats.has(format)) return line;
    described.add(format);
    return line.includes('x-google-start-bitrate') ? line : `${line};${parameter}`;
  });
  return (
    changed
      .flatMap((line) => {
        const format = VIDEO_CODEC.exec(line)?.[1];
        return format === undefined || described.has(format)
          ? [line]
          : [line, `a=fmtp:${format} ${parameter}`];
      })
      .join('\r\n') + '\r\n'
  );
}
