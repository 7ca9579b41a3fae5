import type { CallType, MediaSlot } from '../../src/index.ts';
import type { GroupRequest } from './group-request.ts';

/** What lies over a call of two, one at a time. */
export type CallOverlay = 'devices' | 'keypad' | 'more' | 'help' | 'statistics';
/** What lies over any call. */
export type Overlay = CallOverlay | 'reactions' | 'group-more';

/** What a person asks for. Parts know no engine: the public element around them does it. */
export type Request =
  | { readonly do: 'call'; readonly type: CallType }
  | { readonly do: 'answer'; readonly type: CallType }
  | { readonly do: 'silence' | 'hangup' }
  | { readonly do: 'mute-microphone' | 'mute-camera'; readonly muted: boolean }
  | { readonly do: 'share-screen' | 'hold'; readonly on: boolean }
  | {
      readonly do: 'select-device';
      readonly slot: 'microphone' | 'camera' | 'speaker';
      readonly deviceId: string;
    }
  /** Telephone tones: 0-9, # and *. */
  | { readonly do: 'send-tones'; readonly tones: string }
  /** `null` closes what is open; focus goes back to where it was. */
  | { readonly do: 'open'; readonly overlay: Overlay | null }
  | { readonly do: 'picture-in-picture' | 'full-screen' }
  /** Starts the sound that the browser holds back. */
  | { readonly do: 'allow-sound' }
  /** Opens again what failed. */
  | { readonly do: 'retry'; readonly slot: MediaSlot | null }
  /** Goes on without the devices that failed, or closes the ended or missed call. */
  | { readonly do: 'dismiss' }
  | { readonly do: 'transfer'; readonly accept: boolean }
  | GroupRequest;

/** Goes up from a part to the public element around it, and no further. */
export class RequestEvent extends Event {
  static readonly type = 'famedly-request';
  readonly request: Request;

  constructor(request: Request) {
    super(RequestEvent.type, { bubbles: true, composed: true });
    this.request = request;
  }
}

declare global {
  interface HTMLElementEventMap {
    'famedly-request': RequestEvent;
  }
}

/** Sends a request up from a part. */
export function request(part: HTMLElement, what: Request): void {
  part.dispatchEvent(new RequestEvent(what));
}
