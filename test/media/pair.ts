import type { IceCandidate, SessionDescription } from '../../src/media/peer-port.ts';
import type { PeerOptions } from '../../src/media/peer-options.ts';
import { Peer } from '../../src/media/peer/peer.ts';
import { systemClock } from '../../src/foundation/clock.ts';
import { until } from '../until.ts';

export const silentLog = { debug: () => undefined, warn: () => undefined };

/** Peers with the connection below, which tests measure. */
export interface Side {
  readonly peer: Peer;
  readonly connection: RTCPeerConnection;
  readonly stream: MediaStream;
  /** Every batch that was told. */
  readonly batches: (readonly IceCandidate[])[];
  readonly offers: SessionDescription[];
}

export function side(polite: boolean, options: Partial<PeerOptions> = {}): Side {
  const stream = new MediaStream();
  let connection: RTCPeerConnection | undefined;
  const peer = new Peer({
    createPeerConnection: (configuration) => (connection = new RTCPeerConnection(configuration)),
    iceServers: [],
    icePolicy: 'all',
    polite,
    userMediaStream: stream,
    clock: systemClock,
    log: silentLog,
    ...options,
  });
  const own: Side = { peer, connection: connection!, stream, batches: [], offers: [] };
  peer.on('candidates', (batch) => own.batches.push(batch));
  peer.on('negotiation', (offer) => own.offers.push(offer));
  return own;
}

/** What each says reaches the other at once. */
function link(from: Side, to: Side): void {
  from.peer.on('candidates', (batch) => to.peer.addCandidates(batch));
  from.peer.on('negotiation', (offer) => {
    void to.peer.negotiate(offer).then((answer) => answer && from.peer.negotiate(answer));
  });
}

export interface Pair {
  readonly caller: Side;
  readonly callee: Side;
  close(): void;
}

export function pair(options: Partial<PeerOptions> = {}): Pair {
  const caller = side(false, options);
  const callee = side(true, options);
  link(caller, callee);
  link(callee, caller);
  return {
    caller,
    callee,
    close: () => {
      for (const { peer, stream } of [caller, callee]) {
        peer.close();
        for (const track of stream.getTracks()) track.stop();
      }
    },
  };
}

/** Rings, is answered at once, and connects. */
export async function connect({ caller, callee }: Pair, kinds: { readonly video: boolean }): Promise<void> {
  await callee.peer.acceptOffer(await caller.peer.createOffer(kinds));
  const answer = await callee.peer.createAnswer();
  callee.peer.release();
  await caller.peer.acceptAnswer(answer);
  await until(() => caller.peer.connectivity === 'connected' && callee.peer.connectivity === 'connected');
}

/** Opens the browser's fake devices and sends them. */
export async function sendDevices(
  { peer, stream }: Side,
  constraints: MediaStreamConstraints,
): Promise<void> {
  for (const track of (await navigator.mediaDevices.getUserMedia(constraints)).getTracks()) {
    stream.addTrack(track);
    peer.setTrack(track.kind === 'audio' ? 'microphone' : 'camera', track);
  }
}

type Inbound = RTCInboundRtpStreamStats & { readonly totalAudioEnergy?: number };

export async function inbound(side: Side, kind: 'audio' | 'video'): Promise<Inbound[]> {
  const report = await side.connection.getStats();
  const all: Inbound[] = [];
  report.forEach((stat: Inbound) => {
    if (stat.type === 'inbound-rtp' && stat.kind === kind) all.push(stat);
  });
  return all;
}

/** Resolves when `count` more pictures were decoded. */
export async function seesVideo(side: Side, count = 5): Promise<void> {
  const frames = async (): Promise<number> =>
    (await inbound(side, 'video')).reduce((sum, stat) => sum + (stat.framesDecoded ?? 0), 0);
  const before = await frames();
  await until(async () => (await frames()) >= before + count);
}

/** Resolves when sound, not silence, came in. Chromium decodes only what is played. */
export async function hearsAudio(side: Side): Promise<void> {
  const player = new Audio();
  try {
    await until(() => side.peer.remoteStreams.size > 0);
    player.srcObject = [...side.peer.remoteStreams.values()][0]!;
    await player.play();
    const energy = async (): Promise<number> =>
      (await inbound(side, 'audio')).reduce((sum, stat) => sum + (stat.totalAudioEnergy ?? 0), 0);
    const before = await energy();
    await until(async () => (await energy()) > before);
  } finally {
    player.srcObject = null;
  }
}
