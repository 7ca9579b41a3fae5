import type { IceCandidate } from '../peer-port.ts';

/** What the first group of a pattern holds, each once, in the order of the description. */
function found(sdp: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...sdp.matchAll(pattern)].map(([, group = '']) => group.trim()));
}

/** One text for each `m=` line and what belongs to it. */
export function mediaSections(sdp: string): readonly string[] {
  return sdp.split(/^(?=m=)/m).slice(1);
}

/** The description without any address, so that no connectivity check can follow from it. */
export function withoutCandidates(sdp: string): string {
  return sdp.replace(/^a=(candidate:|end-of-candidates).*\r?\n?/gm, '');
}

export function candidatesIn(sdp: string): IceCandidate[] {
  return mediaSections(sdp).flatMap((section, sdpMLineIndex) =>
    [...found(section, /^a=(candidate:.*)/gm)].map((candidate) => ({ candidate, sdpMLineIndex })),
  );
}

/** The ICE generations that a description speaks of: one, or one per transport where nothing is bundled. */
export function iceUfrags(sdp = ''): ReadonlySet<string> {
  return found(sdp, /^a=ice-ufrag:(.*)/gm);
}

/**
 * Chromium reads a description without one transport for all its lines (RFC 9143), or with ICE credentials of another
 * form than RFC 8839 §5.4 has, then fails to apply it and refuses every later description of that connection.
 */
export function isUsable(sdp: string): boolean {
  const isMalformed = /^a=ice-(?:ufrag:(?![\w+/-]{4,256}\s*$)|pwd:(?![\w+/-]{22,256}\s*$))/m;
  return sdp.match(/^a=group:BUNDLE /gm)?.length === 1 && !isMalformed.test(sdp);
}

/** The generation that a candidate belongs to, where it says so. */
export function candidateUfrag(candidate: string): string | undefined {
  return / ufrag (\S+)/.exec(candidate)?.[1];
}

/**
 * The description with a start bitrate in the `fmtp` of every video codec. Chromium reads it from the description that
 * it gets as remote, and believes that much of the path until it has measured.
 */
export function withStartBitrate(sdp: string, kilobits: number): string {
  const parameter = `x-google-start-bitrate=${kilobits}`;
  const formats = found(sdp, /^a=rtpmap:(\d+) (?:VP8|VP9|AV1|H264|H265)\//gim);
  const described = found(sdp, /^a=fmtp:(\d+) /gm);
  return sdp.replace(/^a=(rtpmap|fmtp):(\d+) .*/gm, (line, kind: string, format: string) => {
    if (!formats.has(format) || line.includes(parameter)) return line;
    if (kind === 'fmtp') return `${line};${parameter}`;
    return described.has(format) ? line : `${line}\r\na=fmtp:${format} ${parameter}`;
  });
}
