import type { CallSession, CallSnapshot } from 'famedly-calls';
import type { FamedlyCall } from 'famedly-calls/components';
import { movingPicture } from '../pictures/moving-picture.ts';
import type { PictureName } from '../pictures/moving-picture.ts';
import { roomId } from './cast.ts';
import type { Cast } from './cast.ts';
import { silence } from './scripted-devices.ts';
import { ScriptedCall } from './scripted-call.ts';
import type { Streams } from './scripted-call.ts';
import { scriptedPort } from './scripted-port.ts';
import type { PortScript, ScriptedPort } from './scripted-port.ts';

/** What parts of the element ask it for, and here the script. */
interface Ask {
  readonly do: string;
  readonly overlay?: string;
}

/** One element, and what a script can do to it. */
export class Stage {
  readonly element: FamedlyCall;
  readonly cast: Cast;
  /** Takes back what the script did to the page. */
  undo: () => void = () => undefined;

  constructor(element: FamedlyCall, cast: Cast) {
    this.element = element;
    this.cast = cast;
  }

  /** Hands the element a Matrix side, and a room to call in. */
  connect(script: Omit<PortScript, 'cast'> = {}): ScriptedPort {
    const port = scriptedPort({ cast: this.cast, ...script });
    this.element.roomId = roomId;
    this.element.client = port;
    return port;
  }

  /** Shows a call; `remote` is what the other side's camera sees. */
  async call(
    changes: Partial<CallSnapshot> = {},
    {
      remote = null,
      share = null,
    }: { readonly remote?: PictureName | null; readonly share?: PictureName | null } = {},
  ): Promise<ScriptedCall> {
    const [own, theirs, screen] = await Promise.all(['me' as const, remote, share].map(pictureOf));
    const streams: Streams = {
      localUserMediaStream: new MediaStream([
        ...silence().getAudioTracks(),
        ...(own?.getVideoTracks() ?? []),
      ]),
      localScreenSharingStream: null,
      remoteUserMediaStream: theirs ?? null,
      remoteScreenSharingStream: screen ?? null,
    };
    const call = new ScriptedCall(changes, streams);
    this.element.session = call as unknown as CallSession;
    return call;
  }

  /** As if somebody had pressed a control. */
  ask(request: Ask): void {
    this.element.dispatchEvent(Object.assign(new Event('famedly-request'), { request }));
  }
}

async function pictureOf(name: PictureName | null): Promise<MediaStream | null> {
  return name === null ? null : movingPicture(name);
}
