import { timeline } from './timeline.ts';

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Stands between the page and what of the browser the bench wants to know, or wants the same for everybody. */
export function watchBrowser(picture: PictureSize = { width: 1280, height: 720 }): void {
  navigator.mediaDevices.getUserMedia = cameraOf(navigator.mediaDevices, picture);
  window.fetch = watchedFetch(window.fetch.bind(window));
  window.RTCPeerConnection = WatchedConnection;
}

/** The same camera whatever size is asked for. */
function cameraOf(devices: MediaDevices, picture: PictureSize): MediaDevices['getUserMedia'] {
  const open = devices.getUserMedia.bind(devices);
  const exactly = { width: { exact: picture.width }, height: { exact: picture.height } };
  return async ({ audio, video }: MediaStreamConstraints = {}) => {
    if (video) timeline.mark('camera asked for');
    const stream = await open({ ...(audio && { audio }), ...(video && { video: exactly }) });
    if (video) timeline.mark('camera open');
    return stream;
  };
}

function watchedFetch(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const type = /\/send\/m\.call\.(\w+)\//.exec(address)?.[1];
    if (type === undefined) return send(input, init);
    timeline.mark(`${type}: PUT begins`);
    const response = await send(input, init);
    timeline.mark(`${type}: PUT done`);
    return response;
  };
}

class WatchedConnection extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    this.addEventListener('iceconnectionstatechange', () => timeline.mark(`ICE ${this.iceConnectionState}`));
    this.addEventListener('connectionstatechange', () =>
      timeline.mark(`ICE and DTLS ${this.connectionState}`),
    );
    this.addEventListener('track', ({ track }) => {
      if (track.kind === 'video') {
        track.addEventListener('unmute', () => timeline.mark('first video packet'));
      }
    });
  }

  override async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    timeline.mark(`${description.type} taken`);
    await super.setRemoteDescription(description);
    timeline.mark(`${description.type} in force`);
  }
}
