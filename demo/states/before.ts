import type { StateGroup } from './shown-state.ts';

export const before: StateGroup = {
  title: 'Before a call',
  states: [
    { id: 'idle', title: 'Idle', scene: 'idle', script: (stage) => stage.connect() },
    {
      id: 'idle-voice',
      title: 'Idle, voice only',
      scene: 'idle',
      script: (stage) => {
        stage.element.type = 'voice';
        stage.connect();
      },
    },
    {
      id: 'idle-interrupted',
      title: 'Idle, server away',
      scene: 'idle',
      script: (stage) => stage.connect({ connection: 'interrupted' }),
    },
    {
      id: 'outgoing',
      title: 'Outgoing, video',
      scene: 'outgoing',
      until: 'famedly-self-view',
      script: async (stage) => {
        stage.connect();
        await stage.call({ state: 'invite-sent' });
      },
    },
    {
      id: 'outgoing-voice',
      title: 'Outgoing, voice',
      scene: 'outgoing',
      script: async (stage) => {
        stage.connect();
        await stage.call({ state: 'wait-local-media', type: 'voice', local: voiceOnly });
      },
    },
    {
      id: 'incoming',
      title: 'Incoming video, from a room',
      scene: 'incoming',
      script: async (stage) => {
        stage.connect({ crowd: true });
        await stage.call({ state: 'ringing', direction: 'incoming', local: off });
      },
    },
    {
      id: 'incoming-voice',
      title: 'Incoming voice',
      scene: 'incoming',
      script: async (stage) => {
        stage.connect();
        await stage.call({ state: 'ringing', direction: 'incoming', type: 'voice', local: off });
      },
    },
    {
      id: 'connecting',
      title: 'Connecting',
      scene: 'connecting',
      until: 'famedly-self-view',
      script: async (stage) => {
        stage.connect();
        await stage.call({ state: 'connecting' });
      },
    },
    {
      id: 'blocked',
      title: 'Devices blocked',
      scene: 'blocked',
      script: async (stage) => {
        stage.connect();
        const failed = {
          microphone: 'failed',
          camera: 'failed',
          screen: 'off',
          'screen-audio': 'off',
        } as const;
        const problems = (['microphone', 'camera'] as const).map((slot) => ({
          slot,
          code: 'permission-denied' as const,
        }));
        await stage.call({ state: 'wait-local-media', local: failed, problems });
      },
    },
  ],
};

const off = { microphone: 'off', camera: 'off', screen: 'off', 'screen-audio': 'off' } as const;
const voiceOnly = { ...off, microphone: 'on' } as const;
