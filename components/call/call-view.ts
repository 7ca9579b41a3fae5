import type { CallSnapshot, CallType } from '../../src/index.ts';
import type { Missed } from '../engine-link/call-slot.ts';
import type { Person } from '../engine-link/people.ts';
import type { ShownCall } from '../engine-link/shown-call.ts';
import type { FirstWords } from '../locales/first-words.ts';
import type { Overlay } from '../parts/request.ts';
import type { Obstacle } from '../parts/card/obstacle.ts';
import type { Scene } from './scene.ts';

export interface CallView {
  readonly words: FirstWords;
  /** BCP 47 */
  readonly tag: string;
  readonly scene: Scene;
  readonly obstacle: Obstacle | null;
  /** Which call the page wants to be offered. */
  readonly type: CallType;
  readonly call: ShownCall | null;
  readonly snapshot: CallSnapshot | null;
  /** The other side; whom one would call, while there is no call. */
  readonly peer: Person;
  readonly self: Person;
  /** The room's name, where it says more than the peer's does. */
  readonly roomName: string | null;
  readonly encrypted: boolean;
  readonly missed: Missed | null;
  /** Code of what went wrong last. */
  readonly failure: string | null;
  /** ms since epoch */
  readonly endedAt: number | null;
  readonly canCall: boolean;
  /** Signing in waits for the homeserver. */
  readonly unreachable: boolean;
  /** The homeserver does not answer. */
  readonly interrupted: boolean;
  readonly signedOut: boolean;
  readonly soundBlocked: boolean;
  readonly silenced: boolean;
  readonly overlay: Overlay | null;
  /** A part of the script has not come. */
  readonly lacks: boolean;
}
