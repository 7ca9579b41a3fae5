import type { CallType } from '../call/call-state.ts';
import { permissionState } from '../media/devices/permission-state.ts';
import { LocalMedia } from '../media/devices/local-media.ts';
import type { LocalMediaPort } from '../media/local-media-port.ts';
import { Peer } from '../media/peer/peer.ts';
import type { CallSessionPorts } from './call-session-ports.ts';
import type { IceServers } from './ice-servers.ts';
import type { WebRTCDelegate } from './webrtc-delegate.ts';

export interface SessionWorld extends Pick<CallSessionPorts, 'port' | 'clock' | 'log' | 'ringing' | 'voip'> {
  readonly delegate: WebRTCDelegate;
  readonly turn: IceServers;
  readonly icePolicy: 'all' | 'relay';
  /** From a call that this one takes the place of. */
  readonly localMedia?: LocalMediaPort | undefined;
}

/** Joins one session with the real media of the browser, or with what the delegate brings. */
export function sessionPorts(world: SessionWorld): CallSessionPorts {
  const { delegate, turn } = world;
  const mediaDevices = delegate.mediaDevices ?? browserMediaDevices();
  const localMedia = world.localMedia ?? new LocalMedia({ ...world, mediaDevices });
  const iceServers = () => turn.soon();
  return {
    ...world,
    localMedia,
    iceServers,
    createPeer: async (polite) =>
      new Peer({
        ...world,
        createPeerConnection: (configuration) =>
          delegate.createPeerConnection?.(configuration) ?? new RTCPeerConnection(configuration),
        iceServers: await iceServers(),
        polite,
        userMediaStream: localMedia.userMediaStream,
      }),
    mayPrompt,
  };
}

/** Absent in an insecure context. */
function browserMediaDevices(): MediaDevices | undefined {
  return (globalThis.navigator as { mediaDevices?: MediaDevices }).mediaDevices;
}

/** Where the browser does not tell, a person may be asked. */
async function mayPrompt(type: CallType): Promise<boolean> {
  const slots = type === 'video' ? (['microphone', 'camera'] as const) : (['microphone'] as const);
  const { permissions } = globalThis.navigator as { permissions?: Permissions };
  const states = await Promise.all(slots.map((slot) => permissionState(slot, permissions)));
  return states.some((state) => state !== 'granted');
}
