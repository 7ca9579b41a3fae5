export { VoIP } from './voip.ts';
export type { VoIPEvents, VoIPOptions } from './voip.ts';
export type { Callee } from './session/callee.ts';
export type { AnswerOptions, CallSession } from './session/call-session.ts';
export type { CallSessionEvents } from './session/call-session-events.ts';
export type { CallSnapshot, MediaProblem, RemoteMedia } from './session/call-snapshot.ts';
export type { GroupCallOptions } from './session/group-calls.ts';
export type { GroupCallSession } from './session/group-call-session.ts';
export type { GroupCallSessionEvents } from './session/group-call-session-events.ts';
export type {
  GroupCallParticipant,
  GroupCallProblem,
  GroupCallSnapshot,
} from './session/group-call-snapshot.ts';
export type { GroupCallEndReason, GroupCallState } from './group-call/group-call-state.ts';
export type { GroupCallErrorCode } from './group-call/group-call-error.ts';
export type { RaisedHand, ShownReaction } from './group-call/hands.ts';
export type { ParticipantConnection, ParticipantStreams } from './media/backend.ts';
export type { BackgroundBlur } from './media/background-blur.ts';
export type { GroupRing } from './session/group-ringing.ts';
export type { IncomingCall, MissedCall, WebRTCDelegate } from './session/webrtc-delegate.ts';
export type { CallState, CallType, EndReason } from './call/call-state.ts';
export type { HangupReason } from './signalling/hangup-reason.ts';
export { CallError } from './call/call-error.ts';
export type { CallErrorCode } from './call/call-error.ts';
export { listDevices } from './media/devices/list-devices.ts';
export type { MediaDevice } from './media/devices/list-devices.ts';
export { MediaError } from './media/media-error.ts';
export type { MediaErrorCode, MediaSlot } from './media/media-error.ts';
export type { SlotState } from './media/local-media-port.ts';
export type { PeerStatistics, VideoStatistics } from './media/peer-port.ts';
export type { ShownSizes } from './signalling/shown-sizes.ts';
export type { AssertedIdentity, ReplacesEvent, TransferTarget } from './signalling/call-event.ts';
export { MatrixError } from './matrix/matrix-error.ts';
export type { MatrixErrorCode } from './matrix/matrix-error.ts';
export type * from './matrix/port.ts';
export type { Clock } from './foundation/clock.ts';
export type { EventSource, ListenOptions, Unsubscribe } from './foundation/emitter.ts';
export type { Log, LogFacts } from './foundation/log.ts';
