/** What a camera's stream goes through before anybody has it. Where it rejects, the camera counts as failed. */
export type CameraFilter = (stream: MediaStream) => Promise<MediaStream>;

/** The same devices; what they open goes through the filter. A shared screen does not. */
export function filteredDevices(devices: MediaDevices, filter: CameraFilter): MediaDevices {
  const getUserMedia = async (wanted: MediaStreamConstraints): Promise<MediaStream> => {
    const stream = await devices.getUserMedia(wanted);
    return filter(stream).catch((error: unknown) => {
      for (const track of stream.getTracks()) track.stop();
      throw error;
    });
  };
  return new Proxy(devices, {
    get: (_, name) => {
      const member: unknown = name === 'getUserMedia' ? getUserMedia : Reflect.get(devices, name);
      return typeof member === 'function' ? (member.bind(devices) as unknown) : member;
    },
  });
}
