export { FamedlyCall } from './call/famedly-call.ts';
export {
  FamedlyCallEndEvent,
  FamedlyCallIncomingEvent,
  FamedlyCallMissedEvent,
  FamedlyCallStartEvent,
  FamedlyCallStateEvent,
} from './call/call-events.ts';
export type { CallDetail, CallEndDetail, CallStateDetail, MissedCallDetail } from './call/call-events.ts';
export { FamedlyCallErrorEvent } from './engine-link/error-event.ts';
export type { CallErrorDetail, ElementErrorCode } from './engine-link/error-event.ts';
export type { Account, TokenProvider } from './engine-link/account.ts';
