interface FakeDevice {
  readonly kind: 'audioinput' | 'videoinput';
  readonly deviceId: string;
}

const KIND = { audio: 'audioinput', video: 'videoinput' } as const;

/** Devices that a test plugs, unplugs, blocks and slows; their tracks are real. */
export class FakeDevices extends EventTarget {
  devices: FakeDevice[] = [
    { kind: 'audioinput', deviceId: 'mic-1' },
    { kind: 'audioinput', deviceId: 'mic-2' },
    { kind: 'videoinput', deviceId: 'cam-1' },
    { kind: 'videoinput', deviceId: 'cam-2' },
  ];
  /** By device id or kind: the name of the `DOMException` that asking for it ends with. */
  readonly refusals = new Map<string, string>();
  /** What was asked: `audio`, `video` or `audio+video`. */
  readonly asked: string[] = [];
  readonly tracks: MediaStreamTrack[] = [];
  /** While set, streams arrive only when the test lets them. */
  gate: Promise<void> | null = null;
  screen: 'picture' | 'picture and sound' | DOMException = 'picture and sound';

  /** For `LocalMedia`, which takes the browser's own type. */
  get asMediaDevices(): MediaDevices {
    return this as unknown as MediaDevices;
  }

  enumerateDevices(): Promise<FakeDevice[]> {
    return Promise.resolve([...this.devices]);
  }

  async getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    const kinds = (['audio', 'video'] as const).filter((kind) => constraints[kind]);
    this.asked.push(kinds.join('+'));
    await this.gate;
    const chosen = kinds.map((kind) => {
      const wanted = constraints[kind] as MediaTrackConstraints;
      const exact = (wanted.deviceId as { exact?: string } | undefined)?.exact;
      return this.#find(KIND[kind], exact);
    });
    return new MediaStream(chosen.map((device) => this.#open(device)));
  }

  async getDisplayMedia(): Promise<MediaStream> {
    await this.gate;
    if (this.screen instanceof DOMException) throw this.screen;
    const picture = this.#open({ kind: 'videoinput', deviceId: 'screen' });
    if (this.screen === 'picture') return new MediaStream([picture]);
    return new MediaStream([picture, this.#open({ kind: 'audioinput', deviceId: 'screen-audio' })]);
  }

  /** As the browser does it: the track ends, then the list changes. */
  unplug(deviceId: string): void {
    this.devices = this.devices.filter((device) => device.deviceId !== deviceId);
    for (const track of this.tracks) {
      if (track.getSettings().deviceId === deviceId && track.readyState === 'live') end(track);
    }
    this.dispatchEvent(new Event('devicechange'));
  }

  plug(device: FakeDevice): void {
    this.devices.unshift(device);
    this.dispatchEvent(new Event('devicechange'));
  }

  get live(): string[] {
    return this.tracks
      .filter(({ readyState }) => readyState === 'live')
      .map((track) => track.getSettings().deviceId ?? '');
  }

  #find(kind: FakeDevice['kind'], exact: string | undefined): FakeDevice {
    const device = this.devices.find(
      (one) => one.kind === kind && (exact === undefined || one.deviceId === exact),
    );
    const refusal = this.refusals.get(device?.deviceId ?? kind) ?? this.refusals.get(kind);
    if (refusal !== undefined) throw new DOMException('', refusal);
    if (device === undefined)
      throw new DOMException('', exact === undefined ? 'NotFoundError' : 'OverconstrainedError');
    return device;
  }

  #open({ kind, deviceId }: FakeDevice): MediaStreamTrack {
    const track = kind === 'audioinput' ? silence() : picture();
    Object.defineProperty(track, 'getSettings', { value: () => ({ deviceId }), writable: true });
    Object.defineProperty(track, 'label', { value: `label of ${deviceId}` });
    this.tracks.push(track);
    return track;
  }
}

/** What unplugging, or the browser's "stop sharing", does to a track. */
export function end(track: MediaStreamTrack): void {
  track.stop();
  track.dispatchEvent(new Event('ended'));
}

export function permissions(states: { microphone: PermissionState; camera: PermissionState }): Permissions {
  const query = ({ name }: { name: string }): Promise<{ state: PermissionState }> =>
    Promise.resolve({ state: states[name as 'microphone' | 'camera'] });
  return { query } as unknown as Permissions;
}

let context: AudioContext | undefined;

function silence(): MediaStreamTrack {
  context ??= new AudioContext();
  return context.createMediaStreamDestination().stream.getAudioTracks()[0]!;
}

function picture(): MediaStreamTrack {
  return document.createElement('canvas').captureStream().getVideoTracks()[0]!;
}
