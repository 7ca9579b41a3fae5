import { sentContentFaults } from './sent-content-faults.ts';

type Content = Readonly<Record<string, unknown>>;

/** As the protocol lists them: type after the prefix of the deployed dialect → type of the documented one. */
const TYPES: Readonly<Record<string, string>> = {
  'com.famedly.call.member.invite': 'm.call.invite',
  'com.famedly.call.member.answer': 'm.call.answer',
  'com.famedly.call.member.candidates': 'm.call.candidates',
  'com.famedly.call.member.select_answer': 'm.call.select_answer',
  'com.famedly.call.member.reject': 'm.call.reject',
  'com.famedly.call.member.hangup': 'm.call.hangup',
  'com.famedly.call.member.negotiate': 'm.call.negotiate',
  'com.famedly.call.member.sdp_stream_metadata_changed': 'm.call.sdp_stream_metadata_changed',
  'com.famedly.call.member.replaces': 'm.call.replaces',
  'com.famedly.call.member.reject_replacement': 'm.call.reject_replacement',
  'com.famedly.call.member.asserted_identity': 'm.call.asserted_identity',
};

const isId = (value: unknown): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= 255;

/** What the receiver of a to-device event of ours could not read: written from the protocol, not from our parser. */
export function meshContentFaults(
  type: string,
  content: Content,
  dialect: 'deployed' | 'documented',
): readonly string[] {
  const documented = dialect === 'deployed' ? TYPES[type] : type;
  if (documented === undefined) return [`unknown type ${type}`];
  const ids = ['room_id', 'device_id', 'sender_session_id', 'dest_session_id'];
  const faults = ids.filter((name) => !isId(content[name]));
  if (typeof content['conf_id'] !== 'string') faults.push('conf_id');
  if (!Number.isSafeInteger(content['seq'])) faults.push('seq');
  return [...faults, ...sentContentFaults(documented, content)];
}
