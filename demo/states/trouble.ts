import type { CallSnapshot, PeerStatistics } from 'famedly-calls';
import { video, voice } from './during.ts';
import type { ShownState, StateGroup } from './shown-state.ts';
import { refuseToPlay, silence } from './scripted-devices.ts';

export const statistics: PeerStatistics = {
  quality: 'good',
  roundTripTime: 48,
  lossReceived: 0.002,
  lossSent: 0,
  bitrateReceived: 1_840_000,
  bitrateSent: 1_620_000,
  video: {
    received: { width: 1280, height: 720, framesPerSecond: 30 },
    sent: { width: 1280, height: 720, framesPerSecond: 30 },
  },
  audioLevelReceived: 0.2,
  localCandidateType: 'host',
  remoteCandidateType: 'srflx',
};
const weak: PeerStatistics = { ...statistics, quality: 'weak', lossReceived: 0.2 };

export const trouble: StateGroup = {
  title: 'When something is wrong',
  states: [
    {
      id: 'weak',
      title: 'Weak connection',
      scene: 'video',
      until: 'famedly-banner',
      script: async (stage) => (await video(stage)).measure(weak),
    },
    {
      id: 'weak-paused',
      title: 'Weak connection, video paused',
      scene: 'voice',
      until: 'famedly-banner',
      script: async (stage) => {
        const still = { ...weak, video: { received: null, sent: null } };
        (await video(stage)).measure(still);
      },
    },
    {
      id: 'reconnecting',
      title: 'Reconnecting',
      scene: 'video',
      until: 'famedly-banner',
      script: (stage) => video(stage, { state: 'reconnecting' }),
    },
    {
      id: 'reconnecting-voice',
      title: 'Reconnecting, voice',
      scene: 'voice',
      until: 'famedly-banner',
      script: (stage) => voice(stage, { state: 'reconnecting' }),
    },
    {
      id: 'interrupted',
      title: 'Signalling interrupted',
      scene: 'video',
      until: 'famedly-banner',
      script: (stage) => video(stage, { signallingInterrupted: true }),
    },
    {
      id: 'sound-blocked',
      title: 'Sound blocked',
      scene: 'video',
      until: 'famedly-banner',
      script: async (stage) => {
        const call = await video(stage);
        const pictures = call.remoteUserMediaStream?.getVideoTracks() ?? [];
        const withSound = new MediaStream([...pictures, ...silence().getAudioTracks()]);
        refuseToPlay(withSound);
        call.flow({ remoteUserMediaStream: withSound });
      },
    },
    device('microphone', 'device-missing', 'No microphone'),
    device('camera', 'device-busy', 'Camera in use elsewhere'),
    device('microphone', 'device-lost', 'Microphone unplugged'),
    device('camera', 'permission-denied', 'Camera refused in the call'),
  ],
};

function device(
  slot: 'microphone' | 'camera',
  code: CallSnapshot['problems'][number]['code'],
  title: string,
): ShownState {
  const working = { microphone: 'on', camera: 'on', screen: 'off', 'screen-audio': 'off' } as const;
  return {
    id: `${slot}-${code}`,
    title,
    scene: 'video',
    until: 'famedly-banner',
    script: async (stage) => {
      const call = await video(stage);
      await stage.element.updateComplete;
      call.become({ local: { ...working, [slot]: 'failed' }, problems: [{ slot, code }] });
    },
  };
}
