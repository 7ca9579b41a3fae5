import type { CallEvent } from '../signalling/call-event.ts';
import type { IceCandidate, SessionDescription } from '../signalling/session-description.ts';
import type { CallTimer } from './call-timers.ts';

/** What a transition asks of Matrix, media and the clock, in this order. */
export type CallCommand =
  | { readonly do: 'send'; readonly event: CallEvent }
  /** Microphone and camera; reported by `media-ready`. */
  | { readonly do: 'open-media' }
  /** Reported by `offer-ready`. */
  | { readonly do: 'create-offer' }
  /** Prepares everything for an answer; nothing may leave towards the caller. */
  | { readonly do: 'accept-offer'; readonly offer: SessionDescription }
  /** Opens microphone and camera and reports `answer-ready` without waiting for them. */
  | { readonly do: 'create-answer' }
  | { readonly do: 'accept-answer'; readonly answer: SessionDescription }
  | { readonly do: 'add-candidates'; readonly candidates: readonly IceCandidate[] }
  /** Connectivity checks may begin. */
  | { readonly do: 'release-candidates' }
  /** Reported by `local-candidates` with all there are. */
  | { readonly do: 'resend-candidates' }
  /** Reported by `negotiation-ready` where it asks for an answer. */
  | { readonly do: 'negotiate'; readonly description: SessionDescription }
  | { readonly do: 'set-remote-on-hold'; readonly onHold: boolean }
  | { readonly do: 'restart-ice'; readonly relayOnly: boolean }
  | { readonly do: 'start-timer'; readonly timer: CallTimer; readonly ms: number }
  | { readonly do: 'stop-timer'; readonly timer: CallTimer }
  /** A state is left: timers are its own. */
  | { readonly do: 'stop-timers' }
  /** The peer connection closes; local media too, unless another call takes it over. */
  | { readonly do: 'close' };
