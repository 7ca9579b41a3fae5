import type { LateParts } from '../engine-link/late-parts.ts';
import type { ShownCall } from '../engine-link/shown-call.ts';
import type { Request } from '../parts/request.ts';
import type { CallSound } from './call-sound.ts';
import type { CallView } from './call-view.ts';
import type { FamedlyCall } from './famedly-call.ts';

/** What is behind the element, for what is fetched later. */
export interface Desk {
  readonly host: FamedlyCall;
  readonly root: ShadowRoot;
  readonly sound: CallSound;
  readonly call: ShownCall | null;
  readonly view: CallView;
  perform(what: Request): void;
  readonly changed: () => void;
  readonly late: LateParts;
  setState(state: string, on: boolean): void;
  /** What one is most likely to press next. */
  main(): HTMLElement | null;
}
