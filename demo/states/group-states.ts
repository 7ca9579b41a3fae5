import type { GroupCallSnapshot } from 'famedly-calls';
import { movingPicture } from '../pictures/moving-picture.ts';
import { roomId, selfId } from './cast.ts';
import type { GroupStage } from './group-stage.ts';
import type { ScriptedGroupCall, ScriptedPerson } from './scripted-group-call.ts';
import type { GroupState, StateGroup } from './shown-state.ts';

type Script = (stage: GroupStage) => unknown;

function state(
  id: string,
  title: string,
  scene: string,
  script: Script,
  more: Partial<GroupState> = {},
): GroupState {
  return { of: 'group', id: `group-${id}`, title, scene, script, ...more };
}

async function before(
  stage: GroupStage,
  count: number,
  changes: Partial<GroupCallSnapshot> = {},
): Promise<ScriptedGroupCall> {
  stage.connect();
  return stage.call(await stage.people(count), changes);
}

/** In the call with so many others. */
async function inCall(
  stage: GroupStage,
  count: number,
  change?: (place: number) => Partial<ScriptedPerson>,
  changes: Partial<GroupCallSnapshot> = {},
): Promise<ScriptedGroupCall> {
  stage.connect();
  return stage.call(await stage.people(count, change), { state: 'entered', ...changes });
}

async function share(stage: GroupStage, count: number): Promise<ScriptedGroupCall> {
  const screenStream = await movingPicture('screen');
  return inCall(stage, count, (place) => (place === 1 ? { screensharing: true, screenStream } : {}));
}

const opens = (what: string): Script => {
  return async (stage) => {
    await inCall(stage, 3);
    await stage.element.updateComplete;
    stage.ask(what === 'people' ? { do: 'show-people', on: true } : { do: 'open', overlay: what });
  };
};

const noted = { until: 'famedly-lobby-note:not([hidden])' };

export const groupStates: StateGroup = {
  title: 'A group call',
  states: [
    state('lobby-empty', 'Lobby, nobody there', 'lobby', (stage) => before(stage, 0)),
    state('lobby', 'Lobby', 'lobby', (stage) => before(stage, 3)),
    state('lobby-many', 'Lobby, many for direct', 'lobby', (stage) => before(stage, 7), noted),
    state('lobby-off', 'Lobby, all off', 'lobby', (stage) =>
      before(stage, 2, {
        local: { microphone: 'off', camera: 'off', screen: 'off', 'screen-audio': 'off' },
      }),
    ),
    state('lobby-blur', 'Lobby, the blur starts', 'lobby', (stage) =>
      before(stage, 2, { backgroundBlur: 'starting' }),
    ),
    state('lobby-not-blurred', 'Lobby, no blur here', 'lobby', (stage) =>
      before(stage, 2, { backgroundBlur: 'unavailable' }),
    ),
    state('entering', 'Joining', 'entering', (stage) => before(stage, 3, { state: 'entering' })),
    state('alone', 'Alone', 'grid', (stage) => inCall(stage, 0)),
    state('2', 'Two', 'grid', (stage) => inCall(stage, 1)),
    state('3', 'Three', 'grid', (stage) => inCall(stage, 2)),
    state('4', 'Four', 'grid', (stage) => inCall(stage, 3)),
    state('6', 'Six: hands, a reaction, reconnecting', 'grid', async (stage) => {
      const call = await inCall(stage, 5, (place) => (place === 4 ? { connection: 'reconnecting' } : {}));
      call.raiseHands(2, null);
      await stage.element.updateComplete;
      const react = (): void => call.show(call.snapshot.participants[3]?.id ?? '', '❤️');
      react();
      // It goes by itself; here it comes again for those who look.
      const timer = setInterval(react, 2_000);
      stage.undo = () => clearInterval(timer);
    }),
    state('9', 'Nine', 'grid', (stage) => inCall(stage, 8)),
    state('spotlight', 'Spotlight', 'spotlight', (stage) => {
      stage.element.layout = 'spotlight';
      return inCall(stage, 4, undefined, { activeSpeaker: '@ben:matrix.example:DEVICE' });
    }),
    state('share', 'Somebody shares a screen', 'spotlight', (stage) => share(stage, 3)),
    state('shares', 'Two share a screen, a weak connection', 'spotlight', async (stage) => {
      const screenStream = await movingPicture('screen');
      return inCall(stage, 3, (place) => ({
        ...(place < 2 ? { screensharing: true, screenStream } : { quality: 'weak' }),
      }));
    }),
    state('people', 'People', 'grid', opens('people'), {
      until: 'famedly-people-list',
    }),
    state('reactions', 'Reactions', 'grid', opens('reactions'), {
      until: 'famedly-reactions',
    }),
    state('more', 'More', 'grid', opens('group-more'), {
      until: 'famedly-group-more',
    }),
    state('devices', 'Devices', 'grid', opens('devices'), {
      until: 'famedly-device-menu',
    }),
    state('help', 'Keyboard and help', 'grid', opens('help'), {
      until: 'famedly-help-sheet',
    }),
    state('toast', 'Somebody joins, a hand', 'grid', async (stage) => {
      const people = await stage.people(3);
      const call = await inCall(stage, 2);
      await stage.element.updateComplete;
      const again = (): void => {
        call.gather(people.slice(0, 2));
        call.gather(people);
        call.raiseHands();
        call.raiseHands(2);
      };
      again();
      const timer = setInterval(again, 3_000);
      stage.undo = () => clearInterval(timer);
    }),
    state('left', 'Left', 'left', async (stage) => {
      const call = await inCall(stage, 2);
      await stage.element.updateComplete;
      await call.leave();
    }),
  ],
};

const failed = { microphone: 'failed', camera: 'failed', screen: 'off', 'screen-audio': 'off' } as const;
const refused = (slot: 'microphone' | 'camera') => ({ slot, code: 'permission-denied' }) as const;

const ended = (reason: GroupCallSnapshot['endReason'], title: string): GroupState =>
  state(`ended-${reason ?? ''}`, title, 'left', (stage) =>
    before(stage, 2, { state: 'left', endReason: reason }),
  );

export const groupTrouble: StateGroup = {
  title: 'When something is wrong in a group call',
  states: [
    state('loading', 'Loading', 'loading', ({ element }) => {
      const deviceId = 'GROUP LOADING';
      Object.assign(element, { homeserver: 'https://example.org', userId: selfId, deviceId, roomId });
      element.tokenProvider = () => new Promise(() => undefined);
    }),
    state('unknown-room', 'Unknown room', 'problem', (stage) => {
      stage.connect();
      stage.element.roomId = '!elsewhere:matrix.example';
    }),
    state('forbidden', 'Power missing', 'forbidden', (stage) =>
      before(stage, 2, {
        problem: { code: 'forbidden', own: 0, needed: 50, mayAllowEverybody: false },
      }),
    ),
    state('may-allow', 'Power missing, may be changed', 'forbidden', (stage) =>
      before(stage, 2, {
        problem: { code: 'forbidden', own: 100, needed: 50, mayAllowEverybody: true },
      }),
    ),
    state('needs-server', 'Call over a media server', 'forbidden', (stage) =>
      before(stage, 2, { backend: 'livekit', problem: { code: 'unsupported' } }),
    ),
    state(
      'lobby-refused',
      'Lobby, camera and microphone blocked',
      'lobby',
      (stage) => before(stage, 2, { local: failed, problems: [refused('microphone'), refused('camera')] }),
      noted,
    ),
    state(
      'lobby-missing',
      'Lobby, no camera',
      'lobby',
      (stage) =>
        before(stage, 2, {
          local: { ...failed, microphone: 'on' },
          problems: [{ slot: 'camera', code: 'device-missing' }],
        }),
      noted,
    ),
    state(
      'lobby-interrupted',
      'Lobby, signalling interrupted',
      'lobby',
      (stage) => before(stage, 2, { signallingInterrupted: true }),
      noted,
    ),
    state(
      'entering-interrupted',
      'Joining, signalling interrupted',
      'entering',
      (stage) => before(stage, 2, { state: 'entering', signallingInterrupted: true }),
      noted,
    ),
    state('connecting', 'Connections that come, and one that does not', 'grid', (stage) =>
      inCall(stage, 5, (place) => ({
        connection: place < 2 ? 'connected' : place === 2 ? 'failed' : 'connecting',
        ...(place < 2 ? {} : { userMediaStream: null }),
      })),
    ),
    state('interrupted', 'Signalling interrupted', 'grid', (stage) =>
      inCall(stage, 3, undefined, { signallingInterrupted: true }),
    ),
    state('not-seen', 'Others do not see us', 'grid', (stage) =>
      inCall(stage, 3, undefined, { problem: { code: 'signalling-failed' } }),
    ),
    state('camera-lost', 'Camera unplugged', 'grid', (stage) =>
      inCall(stage, 3, undefined, {
        local: { microphone: 'on', camera: 'failed', screen: 'off', 'screen-audio': 'off' },
        problems: [{ slot: 'camera', code: 'device-lost' }],
      }),
    ),
    ended('kicked', 'Removed from the room'),
    ended('room-upgraded', 'Room upgraded'),
    ended('taken-over', 'Taken over'),
  ],
};
