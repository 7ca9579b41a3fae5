import type { MatrixCall, MatrixClient } from 'matrix-js-sdk';
import { createNewMatrixCall } from 'matrix-js-sdk';
import { CallErrorCode } from 'matrix-js-sdk/lib/webrtc/call.js';
import { CallEventHandlerEvent } from 'matrix-js-sdk/lib/webrtc/callEventHandler.js';
import { PageDevices } from './page-devices.ts';
import { PagePicture } from './page-picture.ts';

/** A page that calls with what matrix-js-sdk brings along: the engine has no part in it. */
export class PageLibraryPhone {
  readonly calls: MatrixCall[] = [];
  readonly camera = new PagePicture();
  readonly screen = new PagePicture();
  readonly errors: string[] = [];
  readonly #client: MatrixClient;

  constructor(client: MatrixClient) {
    this.#client = client;
    const devices = new PageDevices();
    navigator.mediaDevices.getUserMedia = (constraints = {}) => devices.getUserMedia(constraints);
    client.on(CallEventHandlerEvent.Incoming, (call) => this.#follow(call));
  }

  /** The newest call. */
  get call(): MatrixCall {
    const call = this.calls.at(-1);
    if (!call) throw new Error('There was no call');
    return call;
  }

  place(roomId: string, type: 'voice' | 'video', invitee: string): void {
    const call = createNewMatrixCall(this.#client, roomId, { invitee });
    if (!call) throw new Error('The library cannot call');
    this.#follow(call);
    void (type === 'video' ? call.placeVideoCall() : call.placeVoiceCall());
  }

  hangUp(): void {
    this.call.hangup(CallErrorCode.UserHangup, false);
  }

  snapshot() {
    const call = this.calls.at(-1);
    if (!call) return null;
    const feed = call.remoteUsermediaFeed;
    return {
      state: call.state as string,
      type: call.type as string,
      hangupParty: call.hangupParty,
      hangupReason: call.hangupReason,
      remote: {
        microphoneMuted: feed?.isAudioMuted(),
        cameraMuted: feed?.isVideoMuted(),
        screensharing: call.remoteScreensharingFeed !== undefined,
      },
      localOnHold: call.isLocalOnHold(),
      errors: this.errors,
    };
  }

  #follow(call: MatrixCall): void {
    this.calls.push(call);
    const { CallEvent } = window.sdk;
    // It throws where nobody listens for errors.
    call.on(CallEvent.Error, ({ code, message }) => this.errors.push(`${code}: ${message}`));
    call.on(CallEvent.FeedsChanged, () => {
      this.camera.show(call.remoteUsermediaStream ?? null);
      this.screen.show(call.remoteScreensharingStream ?? null);
    });
  }
}
