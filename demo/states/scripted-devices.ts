import { movingPicture } from '../pictures/moving-picture.ts';

let sound: MediaStream | undefined;
let camera: MediaStream | undefined;

/** A microphone in a silent room. */
export function silence(): MediaStream {
  return (sound ??= new AudioContext().createMediaStreamDestination().stream);
}

const refused = new WeakSet<MediaStream>();

/** The browser does not play this one before somebody clicks: as it does to pages that nobody has clicked in yet. */
export function refuseToPlay(stream: MediaStream): void {
  refused.add(stream);
  document.addEventListener('click', () => refused.delete(stream), { once: true, capture: true });
}

/** The devices of a desk, whatever there is on this one. */
export function scriptDevices(): void {
  const devices = [
    device('audioinput', 'Headset microphone', () => silence().getAudioTracks()[0]?.getSettings().deviceId),
    device('audioinput', 'Built-in microphone'),
    device('videoinput', 'Built-in camera', () => camera?.getVideoTracks()[0]?.getSettings().deviceId),
    device('videoinput', 'Conference room camera (USB)'),
    device('audiooutput', 'Headset', () => 'default'),
    device('audiooutput', 'Built-in speakers'),
  ];

  navigator.mediaDevices.enumerateDevices = async () => {
    camera = await movingPicture('me');
    return devices.map((make) => make());
  };
  const { play } = HTMLMediaElement.prototype as { play: (this: HTMLMediaElement) => Promise<void> };
  HTMLMediaElement.prototype.play = function () {
    return this.srcObject instanceof MediaStream && refused.has(this.srcObject)
      ? Promise.reject(new DOMException('nobody has clicked', 'NotAllowedError'))
      : play.call(this);
  };
}

function device(
  kind: MediaDeviceKind,
  label: string,
  id: () => string | undefined = () => label,
): () => MediaDeviceInfo {
  return () => {
    const facts = { kind, label, deviceId: id() ?? label, groupId: '' };
    return { ...facts, toJSON: () => facts };
  };
}
