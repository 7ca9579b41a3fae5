import type { MembershipContent } from '../signalling/membership.ts';
import type { OwnTimer } from './own-timers.ts';

/** What a transition asks of Matrix and the clock, in this order. All of it is about the own state key. */
export type OwnCommand =
  /** From the homeserver, or from what was synced. Reported by `key-read` or `read-failed`. */
  | { readonly do: 'read-key'; readonly stateKey: string }
  /** Reported by `written`, `write-forbidden`, `write-failed` or `write-late`; there is one at a time. */
  | {
      readonly do: 'write-key';
      readonly stateKey: string;
      readonly content: MembershipContent;
      /** By the homeserver's clock: not to be sent later, since nothing takes it out again from then on. `null`: it waits. */
      readonly until: number | null;
    }
  /** Reported by `scheduled`, `delay-too-long`, `delay-unsupported` or `schedule-failed`; there is one at a time. */
  | {
      readonly do: 'schedule-leave';
      readonly stateKey: string;
      readonly content: MembershipContent;
      /** ms */
      readonly delay: number;
    }
  /** Reported by `restarted`, `leave-gone` or `restart-failed`. */
  | { readonly do: 'restart-leave'; readonly delayId: string }
  /** Reported by nothing: if it fails, it was sent. */
  | { readonly do: 'cancel-leave'; readonly delayId: string }
  /** Sent at once instead of later, by a request that outlives the page. */
  | { readonly do: 'send-leave'; readonly delayId: string }
  | { readonly do: 'start-timer'; readonly timer: OwnTimer; readonly ms: number }
  | { readonly do: 'stop-timer'; readonly timer: OwnTimer };
