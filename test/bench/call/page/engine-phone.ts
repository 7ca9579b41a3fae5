import type { MatrixClient } from 'matrix-js-sdk';
import { VoIP } from '../../../../src/index.ts';
import type { CallSession } from '../../../../src/index.ts';
import { fromMatrixClient } from '../../../../src/matrix/client/index.ts';
import { now } from './now.ts';
import type { Phone } from './phone.ts';
import { Screen } from './screen.ts';

/** Calls of this engine. */
export class EnginePhone implements Phone {
  readonly screen = new Screen();
  readonly #voip: VoIP;
  #call: CallSession | null = null;

  constructor(client: MatrixClient) {
    this.#voip = new VoIP(fromMatrixClient(client), {
      registerListeners: (call) => this.#follow(call),
    });
  }

  place(roomId: string, userId: string): void {
    this.#voip.inviteToCall(roomId, 'video', { userId });
  }

  rings(): Promise<number> {
    return new Promise((resolve) => {
      const stop = this.#voip.on('incomingcall', () => {
        stop();
        resolve(now());
      });
    });
  }

  answer(): void {
    this.#call?.answer();
  }

  hangup(): void {
    this.#call?.hangup();
  }

  ended(): Promise<void> {
    const call = this.#call;
    return new Promise((resolve) => {
      if (call === null || call.state === 'ended') resolve();
      else call.on('ended', () => resolve());
    });
  }

  #follow(call: CallSession): void {
    this.#call = call;
    call.on('streamschange', () => this.screen.show(call.remoteUserMediaStream));
    call.on('ended', () => this.screen.show(null));
    call.on('error', ({ code }) => console.error(`The call: ${code}`));
  }
}
