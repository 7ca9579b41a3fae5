import type { MatrixCapabilities } from '../port.ts';

export const allCapabilities: MatrixCapabilities = {
  wholeBatches: true,
  senderDevice: true,
  delayedEvents: true,
  turnServers: true,
  openIdToken: true,
  rtcTransports: true,
  encryption: true,
  sendOnUnload: true,
  media: true,
  redactionExtras: true,
};
