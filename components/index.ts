export { FamedlyCall } from './call/famedly-call.ts';
export {
  FamedlyCallEndEvent,
  FamedlyCallErrorEvent,
  FamedlyCallIncomingEvent,
  FamedlyCallMissedEvent,
  FamedlyCallStartEvent,
  FamedlyCallStateEvent,
} from './call/call-events.ts';
export type {
  CallDetail,
  CallEndDetail,
  CallErrorDetail,
  CallStateDetail,
  ElementErrorCode,
  MissedCallDetail,
} from './call/call-events.ts';
export type { Account, TokenProvider } from './engine-link/account.ts';
