import { logFailure } from '../log-failure.ts';
import type { PeerOptions } from '../peer-options.ts';

/** Servers that the browser refuses are left out, with a warning. */
export function openConnection(options: PeerOptions): RTCPeerConnection {
  const { createPeerConnection, iceServers, icePolicy, log } = options;
  const configuration: RTCConfiguration = {
    iceServers: [...iceServers],
    iceTransportPolicy: icePolicy,
    bundlePolicy: 'max-bundle',
  };
  try {
    return createPeerConnection(configuration);
  } catch (error) {
    logFailure(log, 'ICE servers not usable')(error);
    return createPeerConnection({ ...configuration, iceServers: [] });
  }
}
