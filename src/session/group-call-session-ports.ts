import type { Clock } from '../foundation/clock.ts';
import type { Log } from '../foundation/log.ts';
import type { LiveMembership } from '../group-call/live-membership.ts';
import type { NewOwnMembership } from '../group-call/own-context.ts';
import type { MatrixPort } from '../matrix/port.ts';
import type { GroupMedia } from './group-devices.ts';
import type { GroupRing } from './group-ringing.ts';

/** What a session needs of the world. */
export interface GroupCallSessionPorts {
  readonly port: MatrixPort;
  readonly clock: Clock;
  readonly steadyClock: Clock;
  readonly log: Log;
  readonly own: NewOwnMembership;
  /** How the room hears of a call that we begin. */
  readonly ring: GroupRing;
  readonly opaqueId: () => string;
  /** The people of the call as the room says: ours may be among them. */
  readonly members: () => readonly LiveMembership[];
  /** Media for one stay in the call. */
  readonly openMedia: () => GroupMedia;
  /** Whether the application, or the person, may change who may join. */
  readonly mayAllowEverybody: () => boolean;
  readonly allowEverybody: () => Promise<void>;
}
