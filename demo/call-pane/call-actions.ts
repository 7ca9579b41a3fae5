import type { CallSession } from 'famedly-calls';
import { failureWords } from './problem-words.ts';

export interface CallActions {
  readonly microphone: () => void;
  readonly camera: () => void;
  readonly screen: () => void;
  readonly hold: () => void;
  readonly hangup: () => void;
  readonly answer: (type: 'voice' | 'video') => void;
  readonly decline: () => void;
  /** What is missing is tried once more. */
  readonly retry: () => void;
}

const off = (state: string): boolean => state !== 'on' && state !== 'opening';

/** What a person can do with a call; what the browser or the engine refuses is told in words. */
export function callActions(current: () => CallSession | null, tell: (words: string) => void): CallActions {
  const act = (action: (session: CallSession) => Promise<void> | void): void => {
    const session = current();
    if (session === null) return;
    const done = async (): Promise<void> => action(session);
    done().catch((error: unknown) => {
      const words = failureWords(error);
      if (words !== null) tell(words);
    });
  };
  return {
    microphone: () => act((call) => call.setMicrophoneMuted(!off(call.snapshot.local.microphone))),
    camera: () => act((call) => call.setLocalVideoMuted(!off(call.snapshot.local.camera))),
    screen: () => act((call) => call.setScreensharingEnabled(off(call.snapshot.local.screen))),
    hold: () => act((call) => call.setRemoteOnHold(!call.snapshot.remoteOnHold)),
    hangup: () => act((call) => call.hangup()),
    answer: (type) => act((call) => call.answer({ type })),
    decline: () => act((call) => call.reject()),
    retry: () =>
      act(async (call) => {
        const { local } = call.snapshot;
        if (local.microphone === 'failed') await call.setMicrophoneMuted(false);
        if (local.camera === 'failed') await call.setLocalVideoMuted(false);
      }),
  };
}
