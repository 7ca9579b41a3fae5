import { VoIP } from '../../src/index.ts';
import type { CallSession, Log, MatrixPort, VoIPOptions, WebRTCDelegate } from '../../src/index.ts';
import { connectInPage } from '../../src/matrix/memory/connect-in-page.ts';
import { Homeserver } from '../../src/matrix/memory/homeserver.ts';
import type { MemoryMatrix } from '../../src/matrix/memory/index.ts';
import { until } from '../until.ts';

/** Small pictures: these tests are about logic. */
const smallMedia = {
  getUserMedia: ({ audio, video }: MediaStreamConstraints) =>
    navigator.mediaDevices.getUserMedia({
      audio: audio ?? false,
      video: video ? { width: 320, height: 180, frameRate: 10 } : false,
    }),
  getDisplayMedia: (options: DisplayMediaStreamOptions) => navigator.mediaDevices.getDisplayMedia(options),
  enumerateDevices: () => navigator.mediaDevices.enumerateDevices(),
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
} as unknown as MediaDevices;

export interface Person {
  readonly voip: VoIP;
  readonly matrix: MemoryMatrix;
  /** Calls that rang, in order. */
  readonly incoming: readonly CallSession[];
}

/** People with devices on a homeserver in this page; everything is let go of by `close`. */
export class World {
  readonly server = new Homeserver();
  readonly log: string[] = [];
  readonly #people: Person[] = [];

  async person(
    userId: string,
    deviceId: string,
    delegate: WebRTCDelegate = {},
    options: VoIPOptions = {},
    through: (matrix: MemoryMatrix) => MatrixPort = (matrix) => matrix,
  ): Promise<Person> {
    const matrix = await connectInPage(this.server, { userId, deviceId });
    const write = (message: string, facts: unknown): void => {
      this.log.push(`${deviceId} ${message} ${JSON.stringify(facts)}`);
    };
    const log: Log = { debug: write, warn: write };
    const own = { mediaDevices: smallMedia, playRingtone: () => undefined, ...delegate };
    const voip = new VoIP(through(matrix), own, { log, ...options });
    const incoming: CallSession[] = [];
    voip.on('incomingcall', (call) => incoming.push(call));
    const person = { voip, matrix, incoming };
    this.#people.push(person);
    return person;
  }

  async pair(delegates: { readonly a?: WebRTCDelegate; readonly b?: WebRTCDelegate } = {}) {
    const alice = await this.person('@alice:memory', 'A1', delegates.a);
    const bob = await this.person('@bob:memory', 'B1', delegates.b);
    const roomId = await alice.matrix.ensureDirectRoom('@bob:memory');
    await until(() => bob.matrix.room(roomId) !== undefined, 'bob is in the room');
    return { alice, bob, roomId };
  }

  close(): void {
    for (const { voip, matrix } of this.#people) {
      voip.dispose();
      matrix.dispose();
    }
  }
}

export async function inState(call: CallSession, state: CallSession['state']): Promise<void> {
  await until(() => call.state === state, `${state}, is ${call.state}`);
}

export async function rings(person: Person): Promise<CallSession> {
  await until(() => person.incoming.length > 0, 'a call rings');
  const call = person.incoming.at(-1);
  if (call === undefined) throw new Error('no call');
  return call;
}

/** Resolves when a real picture arrives: Chromium first paints a 2×2 placeholder. */
export async function seesFrames(stream: () => MediaStream | null): Promise<void> {
  const video = document.createElement('video');
  video.muted = true;
  await until(() => (stream()?.getVideoTracks().length ?? 0) > 0, 'a video track');
  video.srcObject = stream();
  void video.play().catch(() => undefined);
  await until(() => video.videoWidth > 2, 'a frame');
  video.srcObject = null;
}
