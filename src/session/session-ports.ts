import type { CallType } from '../call/call-state.ts';
import type { Clock } from '../foundation/clock.ts';
import type { Log } from '../foundation/log.ts';
import { opaqueId } from '../foundation/opaque-id.ts';
import type { MatrixPort } from '../matrix/port.ts';
import { permissionState } from '../media/devices/permission-state.ts';
import { LocalMedia } from '../media/devices/local-media.ts';
import type { LocalMediaPort } from '../media/local-media-port.ts';
import { Peer } from '../media/peer/peer.ts';
import type { CallSessionPorts } from './call-session-ports.ts';
import type { IceServers } from './ice-servers.ts';
import type { Ringing } from './ringing.ts';
import type { Transfers } from './transfers.ts';
import type { WebRTCDelegate } from './webrtc-delegate.ts';

export interface SessionWorld {
  readonly port: MatrixPort;
  readonly delegate: WebRTCDelegate;
  readonly iceServers: IceServers;
  readonly icePolicy: 'all' | 'relay';
  readonly clock: Clock;
  readonly log: Log;
  /** From a call that this one takes the place of. */
  readonly localMedia: LocalMediaPort | undefined;
  readonly transfers: Transfers;
  readonly ringing: Ringing;
}

/** Joins one session with the real media of the browser, or with what the delegate brings. */
export function sessionPorts(world: SessionWorld): CallSessionPorts {
  const { port, delegate, iceServers, icePolicy, clock, log, transfers, ringing } = world;
  const mediaDevices = delegate.mediaDevices ?? browserMediaDevices();
  const localMedia = world.localMedia ?? new LocalMedia({ mediaDevices, clock, log });
  return {
    port,
    clock,
    log,
    opaqueId,
    localMedia,
    iceServers: () => iceServers.soon(),
    createPeer: async (polite) => {
      const servers = await iceServers.soon();
      return new Peer({
        createPeerConnection: (configuration) =>
          delegate.createPeerConnection?.(configuration) ?? new RTCPeerConnection(configuration),
        iceServers: servers,
        icePolicy,
        polite,
        userMediaStream: localMedia.userMediaStream,
        clock,
        log,
      });
    },
    mayPrompt,
    silence: (session) => {
      ringing.stopFor(session);
    },
    followTransfer: (session, offer) => {
      transfers.follow(session, offer);
    },
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
