import { now } from './now.ts';
import { Screen } from './screen.ts';

/** How a bare pair gets its first picture through sooner. */
export interface Start {
  readonly scaleResolutionDownBy?: number;
  /** kbit/s */
  readonly bitrate?: number;
}

/**
 * Two peer connections that know each other's description, with their camera and microphone open: ms until both have
 * shown a picture of the other. Nothing that calls over a network can be faster.
 */
export async function connectBarePair(start: Start): Promise<number> {
  const sides = await Promise.all([openSide(start), openSide(start)]);
  const [caller, callee] = sides;
  try {
    await caller.connection.setLocalDescription();
    await gathered(caller.connection);
    const offer = caller.connection.localDescription!.sdp;
    await callee.connection.setRemoteDescription({
      type: 'offer',
      sdp: withBitrate(withoutCandidates(offer), start),
    });
    await sendSmall(callee.connection, start);
    await callee.connection.setLocalDescription();
    await gathered(callee.connection);
    const answer = callee.connection.localDescription!.sdp;

    const from = now();
    for (const candidate of candidatesOf(offer)) void callee.connection.addIceCandidate(candidate);
    await caller.connection.setRemoteDescription({ type: 'answer', sdp: withBitrate(answer, start) });
    const seen = await Promise.all(sides.map(({ screen }) => screen.firstFrame));
    return Math.max(...seen) - from;
  } finally {
    for (const side of sides) side.close();
  }
}

async function openSide(start: Start) {
  const connection = new RTCPeerConnection();
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  const screen = new Screen();
  connection.addEventListener('track', ({ streams: [remote] }) => screen.show(remote ?? null));
  for (const track of stream.getTracks()) connection.addTrack(track, stream);
  await sendSmall(connection, start);
  return {
    connection,
    screen,
    close: () => {
      connection.close();
      screen.remove();
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

async function sendSmall(connection: RTCPeerConnection, { scaleResolutionDownBy }: Start): Promise<void> {
  if (scaleResolutionDownBy === undefined) return;
  const sender = connection.getSenders().find(({ track }) => track?.kind === 'video')!;
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) encoding.scaleResolutionDownBy = scaleResolutionDownBy;
  await sender.setParameters(parameters);
}

export function gathered(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (connection.iceGatheringState === 'complete') resolve();
    };
    connection.addEventListener('icegatheringstatechange', look);
    look();
  });
}

const isCandidate = (line: string): boolean => /^a=(candidate:|end-of-candidates)/.test(line);

function withoutCandidates(sdp: string): string {
  return sdp
    .split('\r\n')
    .filter((line) => !isCandidate(line))
    .join('\r\n');
}

function candidatesOf(sdp: string): RTCIceCandidateInit[] {
  return sdp
    .split('\r\n')
    .filter((line) => line.startsWith('a=candidate:'))
    .map((line) => ({ candidate: line.slice(2), sdpMLineIndex: 0 }));
}

/** For the format that is used, the video's first. */
function withBitrate(sdp: string, { bitrate }: Start): string {
  const format = /^m=video \d+ \S+ (\d+)/m.exec(sdp)?.[1];
  if (bitrate === undefined || format === undefined) return sdp;
  const parameter = `a=fmtp:${format} x-google-start-bitrate=${bitrate}`;
  const described = new RegExp(`^a=fmtp:${format} .*$`, 'm');
  if (described.test(sdp)) return sdp.replace(described, `$&;x-google-start-bitrate=${bitrate}`);
  return sdp.replace(new RegExp(`^a=rtpmap:${format} .*$`, 'm'), `$&\r\n${parameter}`);
}
