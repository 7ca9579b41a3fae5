import type { CallSnapshot } from 'famedly-calls';
import type { StateGroup } from './shown-state.ts';
import type { Stage } from './stage.ts';

const voiceOnly = { microphone: 'on', camera: 'off', screen: 'off', 'screen-audio': 'off' } as const;
const theyMuted = { microphoneMuted: true, cameraMuted: false, screensharing: false } as const;
const soundOnly = { microphoneMuted: false, cameraMuted: true, screensharing: false } as const;

/** A voice call. */
export async function voice(stage: Stage, changes: Partial<CallSnapshot> = {}): Promise<void> {
  stage.connect();
  await stage.call({ type: 'voice', local: voiceOnly, remote: soundOnly, ...changes });
}

/** A video call that both are seen in. */
export async function video(stage: Stage, changes: Partial<CallSnapshot> = {}) {
  stage.connect();
  return stage.call(changes, { remote: 'anna' });
}

export const during: StateGroup = {
  title: 'In a call',
  states: [
    { id: 'voice', title: 'Voice', scene: 'voice', script: (stage) => voice(stage) },
    {
      id: 'voice-muted',
      title: 'Voice, the other muted',
      scene: 'voice',
      script: (stage) => voice(stage, { remote: { ...soundOnly, microphoneMuted: true } }),
    },
    {
      id: 'video',
      title: 'Video',
      scene: 'video',
      script: (stage) => video(stage),
    },
    {
      id: 'video-muted',
      title: 'Video, both muted',
      scene: 'video',
      script: async (stage) => {
        const local = { ...voiceOnly, microphone: 'muted', camera: 'on' } as const;
        await video(stage, { remote: theyMuted, local });
      },
    },
    {
      id: 'video-camera-off',
      title: 'Video, our camera off',
      scene: 'video',
      script: (stage) => video(stage, { local: { ...voiceOnly, camera: 'muted' } }),
    },
    {
      id: 'receded',
      title: 'Video, controls gone',
      scene: 'receded',
      slow: true,
      script: (stage) => video(stage),
    },
    {
      id: 'share',
      title: 'The other shares a screen',
      scene: 'share',
      script: async (stage) => {
        stage.connect();
        const remote = { ...theyMuted, screensharing: true };
        await stage.call({ remote }, { remote: 'anna', share: 'screen' });
      },
    },
    {
      id: 'sharing',
      title: 'We share a screen',
      scene: 'video',
      script: (stage) => video(stage, { local: { ...voiceOnly, camera: 'on', screen: 'on' } }),
    },
    {
      id: 'hold',
      title: 'We hold',
      scene: 'hold',
      script: (stage) => video(stage, { remoteOnHold: true }),
    },
    {
      id: 'held',
      title: 'The other holds',
      scene: 'held',
      script: (stage) => video(stage, { localOnHold: true }),
    },
    {
      id: 'transfer',
      title: 'Transfer offered',
      scene: 'voice',
      until: 'famedly-banner',
      script: (stage) => voice(stage, { transferOffer: transferTo(stage.cast.third) }),
    },
  ],
};

function transferTo(displayName: string): NonNullable<CallSnapshot['transferOffer']> {
  return {
    kind: 'replaces',
    callId: 'shown',
    partyId: 'OTHER',
    version: 1,
    replacementId: 'next',
    target: { userId: '@ben:matrix.example', displayName, avatarUrl: null },
    createCall: 'next',
    awaitCall: null,
    targetRoom: null,
  };
}
