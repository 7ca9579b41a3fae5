import type { CallType } from '../call/call-state.ts';
import type { Clock } from '../foundation/clock.ts';
import type { Log } from '../foundation/log.ts';
import type { MatrixPort } from '../matrix/port.ts';
import type { LocalMediaPort } from '../media/local-media-port.ts';
import type { PeerPort } from '../media/peer-port.ts';
import type { CallSession } from './call-session.ts';
import type { Ringing } from './ringing.ts';

/** What places the call that takes over in a transfer. */
export interface CallPlacer {
  readonly port: MatrixPort;
  placeCall(roomId: string, type: CallType, callee: { readonly userId: string }, callId: string): CallSession;
  /** A call that will come in place of `session`. */
  awaitCall(callId: string, session: CallSession): void;
}

/** What a session needs of the world. */
export interface CallSessionPorts {
  readonly port: MatrixPort;
  readonly clock: Clock;
  readonly log: Log;
  readonly localMedia: LocalMediaPort;
  /** Fresh ones for an ICE restart; never rejects. */
  readonly iceServers: () => Promise<readonly RTCIceServer[]>;
  /** Ready once relay servers are known, or nobody waits for them any longer. */
  readonly createPeer: (polite: boolean) => Promise<PeerPort>;
  /** Whether opening microphone and camera may ask the person first. */
  readonly mayPrompt: (type: CallType) => Promise<boolean>;
  readonly ringing: Ringing;
  readonly voip: CallPlacer;
}
