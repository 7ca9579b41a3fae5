import type { CallType } from '../call/call-state.ts';
import type { Clock } from '../foundation/clock.ts';
import type { Log } from '../foundation/log.ts';
import type { MatrixPort } from '../matrix/port.ts';
import type { LocalMediaPort } from '../media/local-media-port.ts';
import type { PeerPort } from '../media/peer-port.ts';
import type { ReplacesEvent } from '../signalling/call-event.ts';
import type { CallSession } from './call-session.ts';

/** What a session needs of the world. */
export interface CallSessionPorts {
  readonly port: MatrixPort;
  readonly clock: Clock;
  readonly log: Log;
  readonly opaqueId: () => string;
  readonly localMedia: LocalMediaPort;
  readonly iceServers: () => Promise<readonly RTCIceServer[]>;
  readonly createPeer: (polite: boolean) => Promise<PeerPort>;
  /** Whether opening microphone and camera may ask the person first. */
  readonly mayPrompt: (type: CallType) => Promise<boolean>;
  /** Ends the ring tone as far as this call is its reason. */
  readonly silence: (session: CallSession) => void;
  readonly followTransfer: (session: CallSession, offer: ReplacesEvent) => void;
}
