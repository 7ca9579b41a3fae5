import type { GroupCallSession, GroupCallSnapshot } from 'famedly-calls';
import type { FamedlyGroupCall } from 'famedly-calls/group';
import { movingPicture } from '../pictures/moving-picture.ts';
import type { PictureName } from '../pictures/moving-picture.ts';
import { moreIds, peerId, roomId, thirdId } from './cast.ts';
import type { Cast } from './cast.ts';
import { silence } from './scripted-devices.ts';
import { ScriptedGroupCall } from './scripted-group-call.ts';
import type { ScriptedPerson } from './scripted-group-call.ts';
import { scriptedPort } from './scripted-port.ts';
import type { PortScript, ScriptedPort } from './scripted-port.ts';

/** What cameras see, in the order in which people come; some have none. */
const pictures: readonly (PictureName | null)[] = ['anna', 'ben', 'carla', 'dora', null, 'farah'];
const muted: ReadonlySet<number> = new Set([0, 4, 7]);

/** What parts of the element ask it for, and here the script. */
interface Ask {
  readonly do: string;
  readonly [detail: string]: unknown;
}

/** One `<famedly-group-call>`, and what a script can do to it. */
export class GroupStage {
  readonly element: FamedlyGroupCall;
  readonly cast: Cast;
  /** Takes back what the script did to the page. */
  undo: () => void = () => undefined;

  constructor(element: FamedlyGroupCall, cast: Cast) {
    this.element = element;
    this.cast = cast;
  }

  /** Hands the element a Matrix side, and a room. */
  connect(script: Omit<PortScript, 'cast'> = {}): ScriptedPort {
    const port = scriptedPort({ cast: this.cast, everybody: true, ...script });
    this.element.roomId = roomId;
    this.element.client = port;
    return port;
  }

  /** Others in the call: `count` of them. `change` says what is special about one, by place. */
  async people(
    count: number,
    change: (place: number) => Partial<ScriptedPerson> = () => ({}),
  ): Promise<readonly ScriptedPerson[]> {
    const ids = [peerId, thirdId, ...moreIds].slice(0, count);
    return Promise.all(
      ids.map(async (userId, place) => {
        const picture = pictures[place] ?? null;
        return {
          id: `${userId}:DEVICE`,
          userId,
          deviceId: 'DEVICE',
          connection: 'connected',
          takesLong: false,
          quality: 'good',
          microphoneMuted: muted.has(place),
          cameraMuted: picture === null,
          screensharing: false,
          unreachable: false,
          userMediaStream: picture === null ? null : await movingPicture(picture),
          screenStream: null,
          level: place === 1 ? 0.4 : 0,
          ...change(place),
        } as const;
      }),
    );
  }

  /** Shows a call. */
  async call(
    people: readonly ScriptedPerson[],
    changes: Partial<GroupCallSnapshot> = {},
  ): Promise<ScriptedGroupCall> {
    const own = new MediaStream([
      ...silence().getAudioTracks(),
      ...(await movingPicture('me')).getVideoTracks(),
    ]);
    const call = new ScriptedGroupCall(changes, people, own);
    this.element.session = call as unknown as GroupCallSession;
    return call;
  }

  /** As if somebody had pressed a control. */
  ask(request: Ask): void {
    this.element.dispatchEvent(Object.assign(new Event('famedly-group-request'), { request }));
  }
}
