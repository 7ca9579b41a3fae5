import type { Invitation } from '../call/switchboard.ts';
import type { CallSession } from './call-session.ts';
import type { GroupCallSession } from './group-call-session.ts';

/**
 * What an application may take into its own hands; the names are those of Famedly Calls. Every member is optional.
 *
 * Order, incoming: `playRingtone`, `registerListeners`, the call is `ringing`, `handleNewCall`. Outgoing: `registerListeners`,
 * `handleNewCall`. At the end: `stopRingtone`, the call is `ended`, `handleCallEnded`, then perhaps `handleMissedCall`.
 */
export interface WebRTCDelegate {
  /** Default: `navigator.mediaDevices`; `undefined` there means an insecure context. */
  readonly mediaDevices?: MediaDevices;
  /** Default: `new RTCPeerConnection(configuration)`. */
  createPeerConnection?(configuration: RTCConfiguration): RTCPeerConnection;
  /** An incoming call begins to ring. Default: two soft notes every three seconds, where the browser allows sound. */
  playRingtone?(): void;
  stopRingtone?(): void;
  /** The place to subscribe to a session's events: nothing of it has happened yet. */
  registerListeners?(session: CallSession): void;
  handleNewCall?(session: CallSession): void;
  handleCallEnded?(session: CallSession): void;
  /** Others are in a group call, or we enter one. With it group calls are listened to from the start. */
  handleNewGroupCall?(session: GroupCallSession): void;
  /** We left a group call. */
  handleGroupCallEnded?(session: GroupCallSession): void;
  /** A call that ended before anybody here answered it, or that came while `canHandleNewCall` was false. */
  handleMissedCall?(missed: MissedCall): void;
  /** Whether this call may ring now; else it is missed. Default: while no other call goes on. */
  canHandleNewCall?(incoming: IncomingCall): boolean;
}

/** What is known of a call before there is a session for it. */
export interface IncomingCall {
  readonly callId: string;
  readonly roomId: string;
  /** Who called. */
  readonly userId: string;
  readonly type: 'voice' | 'video';
}

export type MissedCall = IncomingCall;

export function incomingCall({ invite, roomId, sender }: Invitation): IncomingCall {
  return { callId: invite.callId, roomId, userId: sender, type: offeredType(invite.offer.sdp) };
}

/** A call is a video call when its first offer has a video section. */
export function offeredType(sdp: string): 'voice' | 'video' {
  return /^m=video /m.test(sdp) ? 'video' : 'voice';
}
