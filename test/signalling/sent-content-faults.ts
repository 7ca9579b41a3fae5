type Content = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isId: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= 255;
const isLifetime: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isFlag: Check = (value) => typeof value === 'boolean';
const isObject = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isDescription =
  (...types: string[]): Check =>
  (value) =>
    isObject(value) && types.includes(value['type'] as string) && isText(value['sdp']);
const isCapabilities: Check = (value) =>
  isObject(value) && isFlag(value['m.call.transferee']) && isFlag(value['m.call.dtmf']);
const isReason: Check = (value) =>
  [
    'ice_timeout',
    'ice_failed',
    'invite_timeout',
    'user_hangup',
    'user_media_failed',
    'user_busy',
    'unknown_error',
  ].includes(value as string);
const isCandidates: Check = (value) =>
  Array.isArray(value) &&
  value.every(
    (item) =>
      isObject(item) &&
      isText(item['candidate']) &&
      (item['sdpMid'] === undefined || isText(item['sdpMid'])) &&
      (item['sdpMLineIndex'] === undefined || Number.isSafeInteger(item['sdpMLineIndex'])),
  );
const isProfile: Check = (value) =>
  isObject(value) && ['id', 'display_name', 'avatar_url'].every((key) => isOptional(isText)(value[key]));
const isOptional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** What deployed clients need of each event: without it some of them lose the rest of the sync batch. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  'm.call.invite': {
    lifetime: isLifetime,
    offer: isDescription('offer'),
    invitee: isOptional(isId),
    invitee_device_id: isOptional(isId),
    capabilities: isCapabilities,
  },
  'm.call.answer': { answer: isDescription('answer'), capabilities: isCapabilities },
  'm.call.candidates': { candidates: isCandidates },
  'm.call.select_answer': { selected_party_id: isId },
  'm.call.reject': { reason: isReason },
  'm.call.hangup': { reason: isReason },
  'm.call.negotiate': { description: isDescription('offer', 'answer'), lifetime: isLifetime },
  'm.call.sdp_stream_metadata_changed': { sdp_stream_metadata: isObject },
  'm.call.replaces': {
    replacement_id: isId,
    target_user: isOptional(isProfile),
    create_call: isOptional(isId),
    await_call: isOptional(isId),
    target_room: isOptional(isId),
  },
  'm.call.reject_replacement': { replacement_id: isId },
  'm.call.asserted_identity': { asserted_identity: (value) => value === null || isProfile(value) },
  'org.matrix.call.asserted_identity': { asserted_identity: (value) => value === null || isProfile(value) },
};

function metadataFaults(content: Content): string[] {
  const [stable, unstable] = [
    content['sdp_stream_metadata'],
    content['org.matrix.msc3077.sdp_stream_metadata'],
  ];
  if (JSON.stringify(stable) !== JSON.stringify(unstable)) return ['the two metadata keys differ'];
  if (stable === undefined) return [];
  if (!isObject(stable)) return ['sdp_stream_metadata'];
  return Object.values(stable).flatMap((stream) => {
    const purposes = ['m.usermedia', 'm.screenshare'];
    const good =
      isObject(stream) &&
      purposes.includes(stream['purpose'] as string) &&
      isFlag(stream['audio_muted']) &&
      isFlag(stream['video_muted']);
    return good ? [] : ['a stream of sdp_stream_metadata'];
  });
}

/** What other clients could not read of an event of ours: written from the specification, not from our parser. */
export function sentContentFaults(type: string, given: Content): readonly string[] {
  const content = JSON.parse(JSON.stringify(given)) as Content;
  const fields = FIELDS[type];
  if (fields === undefined) return [`unknown type ${type}`];
  const own = {
    call_id: isId,
    party_id: isOptional(isId),
    version: (value: unknown) => value === '1' || value === 0,
  };
  const faults = Object.entries({ ...own, ...fields }).flatMap(([name, check]) =>
    check(content[name]) ? [] : [name],
  );
  return [...faults, ...metadataFaults(content)];
}
