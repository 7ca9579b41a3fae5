import type { CallSnapshot, MediaErrorCode, MediaProblem } from 'famedly-calls';

const reasons: Readonly<Partial<Record<MediaErrorCode, (device: string, verb: string) => string>>> = {
  'permission-denied': (device, verb) =>
    `${device} ${verb} blocked. Allow this in the browser’s settings for this site, then try again.`,
  'device-missing': (device, verb) => `${device} ${verb} not there. The call goes on without.`,
  'device-busy': (device, verb) => `${device} ${verb} used by another program. Close it, then try again.`,
  'device-lost': (device, verb) => `${device} ${verb} gone. The call goes on without.`,
};

/** What is missing and what to do about it; `null` where nothing is. */
export function problemWords({ problems }: CallSnapshot): string | null {
  const [first] = problems;
  if (first === undefined) return null;
  if (first.code === 'insecure-context') {
    return 'The browser gives camera and microphone to secure pages only: open this page by https or on localhost.';
  }
  const alike = problems.filter(({ code }) => code === first.code).map(deviceName);
  const device = alike.join(' and ');
  const subject = device.charAt(0).toUpperCase() + device.slice(1);
  const words =
    reasons[first.code] ?? ((what, verb) => `${what} ${verb} not working. The call goes on without.`);
  return words(subject, alike.length > 1 ? 'are' : 'is');
}

function deviceName({ slot }: MediaProblem): string {
  if (slot === 'microphone' || slot === 'camera') return slot;
  return slot === null ? 'sound and picture' : 'screen sharing';
}

/** What a press that failed says; `null`: the person wanted it so. */
export function failureWords(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'cancelled') return null;
  if (code === 'permission-denied')
    return 'The browser does not allow it. Its settings for this site may be the cause.';
  if (code === 'unsupported') return 'The other side’s program cannot do this.';
  if (code === 'device-missing') return 'There is no such device.';
  if (code === 'device-busy') return 'Another program uses the device.';
  if (code === 'insecure-context') return 'The browser allows this on secure pages only.';
  return 'That did not work.';
}
