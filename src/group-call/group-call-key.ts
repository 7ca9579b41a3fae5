/** What makes memberships of one room memberships of one call. */
export interface GroupCallKey {
  /** As on the wire; of a whole-room call the room id or nothing. */
  readonly callId: string;
  readonly application: string;
  readonly scope: string;
}

export function isWholeRoom(roomId: string, { callId }: { readonly callId: string }): boolean {
  return callId === '' || callId === roomId;
}

/** The same text for the same call, however its whole room is spelled. */
export function groupCallKeyText(roomId: string, call: GroupCallKey): string {
  const callId = isWholeRoom(roomId, call) ? '' : call.callId;
  return JSON.stringify([callId, call.application, call.scope]);
}

export function sameGroupCall(roomId: string, a: GroupCallKey, b: GroupCallKey): boolean {
  return groupCallKeyText(roomId, a) === groupCallKeyText(roomId, b);
}
