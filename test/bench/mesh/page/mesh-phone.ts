import type { MatrixClient } from 'matrix-js-sdk';
import { VoIP } from '../../../../src/index.ts';
import type { GroupCallSession } from '../../../../src/index.ts';
import { fromMatrixClient } from '../../../../src/matrix/client/index.ts';
import { now } from '../../call/page/now.ts';
import { Screen } from '../../call/page/screen.ts';

/** One person's side of group calls as the bench drives it. */
export class MeshPhone {
  readonly #voip: VoIP;
  #session: GroupCallSession | null = null;
  #screens = new Map<string, Screen>();

  constructor(client: MatrixClient) {
    this.#voip = new VoIP(fromMatrixClient(client));
  }

  /** Before the door, with camera and microphone open, as somebody who looks at themselves first. */
  async prepare(roomId: string): Promise<void> {
    const session = await this.#voip.fetchOrCreateGroupCall(roomId);
    this.#session = session;
    session.on('error', ({ code }) => console.error(`The group call: ${code}`));
    session.on('streamschange', (participant) => {
      this.#screen(participant).show(session.streamsOf(participant).userMediaStream);
    });
    await session.openPreview({ microphone: true, camera: true });
  }

  /** When it was asked for. */
  join(): number {
    const began = now();
    this.#session?.enter().catch((error: unknown) => console.error(`Not in: ${String(error)}`));
    return began;
  }

  /** When the first picture of each of these was there. */
  sees(participants: readonly string[]): Promise<number[]> {
    return Promise.all(participants.map((participant) => this.#screen(participant).firstFrame));
  }

  /** Resolves when we are out, and nobody else is in as far as we know. */
  async leave(): Promise<void> {
    const session = this.#session;
    if (session === null) return;
    await session.leave();
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (session.participants.length === 0) resolve();
      };
      session.on('change', look);
      look();
    });
    for (const screen of this.#screens.values()) screen.remove();
    this.#screens = new Map();
    this.#session = null;
  }

  #screen(participant: string): Screen {
    const known = this.#screens.get(participant);
    if (known !== undefined) return known;
    const screen = new Screen();
    this.#screens.set(participant, screen);
    return screen;
  }
}
