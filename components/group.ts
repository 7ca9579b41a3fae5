export { FamedlyGroupCall } from './group-call/famedly-group-call.ts';
export {
  FamedlyGroupCallEndEvent,
  FamedlyGroupCallStartEvent,
  FamedlyGroupCallStateEvent,
  FamedlyParticipantsEvent,
} from './group-call/group-call-events.ts';
export type {
  GroupCallDetail,
  GroupCallEndDetail,
  GroupCallEventMap,
  GroupCallStateDetail,
  ParticipantDetail,
  ParticipantsDetail,
} from './group-call/group-call-events.ts';
