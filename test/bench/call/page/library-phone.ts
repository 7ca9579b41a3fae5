import { CallEvent, createNewMatrixCall } from 'matrix-js-sdk';
import type { MatrixCall, MatrixClient } from 'matrix-js-sdk';
import { CallErrorCode, CallState } from 'matrix-js-sdk/lib/webrtc/call.js';
import { CallEventHandlerEvent } from 'matrix-js-sdk/lib/webrtc/callEventHandler.js';
import { now } from './now.ts';
import type { Phone } from './phone.ts';
import { Screen } from './screen.ts';

/** Calls of matrix-js-sdk itself. */
export class LibraryPhone implements Phone {
  readonly screen = new Screen();
  readonly #client: MatrixClient;
  #call: MatrixCall | null = null;
  #rang: (at: number) => void = () => undefined;

  constructor(client: MatrixClient) {
    this.#client = client;
    client.on(CallEventHandlerEvent.Incoming, (call) => {
      this.#rang(now());
      this.#follow(call);
    });
  }

  place(roomId: string, userId: string): void {
    const call = createNewMatrixCall(this.#client, roomId, { invitee: userId })!;
    this.#follow(call);
    void call.placeVideoCall();
  }

  rings(): Promise<number> {
    return new Promise((resolve) => {
      this.#rang = resolve;
    });
  }

  answer(): void {
    void this.#call?.answer();
  }

  hangup(): void {
    this.#call?.hangup(CallErrorCode.UserHangup, false);
  }

  ended(): Promise<void> {
    const call = this.#call;
    return new Promise((resolve) => {
      if (call === null || call.state === CallState.Ended) resolve();
      else call.on(CallEvent.State, (state) => state === CallState.Ended && resolve());
    });
  }

  #follow(call: MatrixCall): void {
    this.#call = call;
    const show = (): void => this.screen.show(call.remoteUsermediaStream ?? null);
    call.on(CallEvent.FeedsChanged, show);
    call.on(CallEvent.State, (state) => {
      if (state === CallState.Ended) this.screen.show(null);
    });
    call.on(CallEvent.Error, ({ code }) => console.error(`The library's call: ${code}`));
    show();
  }
}
