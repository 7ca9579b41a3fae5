import { selfId } from './cast.ts';
import type { CallState, StateGroup } from './shown-state.ts';
import type { Stage } from './stage.ts';

export const problems: StateGroup = {
  title: 'Nobody can be called',
  states: [
    {
      id: 'loading',
      title: 'Loading',
      scene: 'loading',
      script: (stage) => signIn(stage, 'LOADING'),
    },
    { ...problem('no-client', 'No client', () => undefined), slow: true },
    problem('unknown-room', 'Unknown room', (stage) => {
      stage.connect();
      stage.element.roomId = '!elsewhere:matrix.example';
    }),
    problem('no-callee', 'Nobody to call', (stage) => stage.connect({ crowd: true })),
    problem('signed-out', 'Signed out', (stage) => stage.connect({ connection: 'unauthorized' })),
    {
      ...problem('second-tab', 'Second tab', async (stage) => {
        await holdDevice('SECOND');
        signIn(stage, 'SECOND');
      }),
      slow: true,
    },
    {
      ...problem('insecure-page', 'Insecure page', () => undefined),
      script: (stage) => {
        stage.undo = makeInsecure();
        stage.connect();
      },
      alone: true,
    },
  ],
};

function problem(id: string, title: string, script: (stage: Stage) => unknown): CallState {
  return { id, title, scene: 'problem', script };
}

/** An account whose token takes its time. */
function signIn({ element }: Stage, deviceId: string): void {
  Object.assign(element, { homeserver: 'https://example.org', userId: selfId, deviceId });
  element.tokenProvider = () => new Promise(() => undefined);
}

/** As another tab of this browser would. */
function holdDevice(deviceId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(`famedly-calls ${selfId} ${deviceId}`, { ifAvailable: true }, () => {
        resolve();
        return new Promise(() => undefined);
      })
      .catch(reject);
  });
}

function makeInsecure(): () => void {
  const real = Object.getOwnPropertyDescriptor(window, 'isSecureContext') ?? {};
  Object.defineProperty(window, 'isSecureContext', { configurable: true, value: false });
  return () => void Object.defineProperty(window, 'isSecureContext', real);
}
