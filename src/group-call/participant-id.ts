/** A device in a group call, for the engine and for whoever shows it; who calls whom is decided by comparing these. */
export function participantId(userId: string, deviceId: string): string {
  return `${userId}:${deviceId}`;
}
