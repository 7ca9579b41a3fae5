/** Which devices a stream comes from; `speaker`: device id, `''` is the system's. */
export function devicesInUse(stream: MediaStream | null, speaker: string) {
  const used = (track: MediaStreamTrack | undefined): string | null => track?.getSettings().deviceId ?? null;
  return {
    microphone: used(stream?.getAudioTracks()[0]),
    camera: used(stream?.getVideoTracks()[0]),
    speaker: speaker === '' ? 'default' : speaker,
  };
}
