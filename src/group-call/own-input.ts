import type { FeedPurpose } from '../signalling/membership.ts';
import type { MemberEvent } from './member-event.ts';
import type { OwnTimer } from './own-timers.ts';

/** What the person or the application asks for; without a row in the table it is an `invalid-state` error. */
export type OwnLocalInput =
  | { readonly type: 'enter' }
  | { readonly type: 'leave' }
  | { readonly type: 'set-feeds'; readonly feeds: readonly FeedPurpose[] };

export type OwnReport =
  /** The page goes away: nothing that takes long will be answered. */
  | { readonly type: 'unload' }
  /** The key's event as it stands now, asked for by `read-key` or after a gap in what was synced; `null`: there is none. */
  | { readonly type: 'key-read'; readonly event: MemberEvent | null }
  | { readonly type: 'read-failed' }
  /** A sync brought an event under our key, our own included. */
  | { readonly type: 'key-seen'; readonly event: MemberEvent }
  | { readonly type: 'written'; readonly eventId: string }
  | { readonly type: 'write-failed' }
  /** Its `until` is over. */
  | { readonly type: 'write-late' }
  /** The homeserver refuses for want of power. */
  | { readonly type: 'write-forbidden' }
  | { readonly type: 'scheduled'; readonly delayId: string }
  /** `most`: ms; `null` where the homeserver does not name its limit. */
  | { readonly type: 'delay-too-long'; readonly most: number | null }
  /** The homeserver knows no delayed events. */
  | { readonly type: 'delay-unsupported' }
  | { readonly type: 'schedule-failed' }
  | { readonly type: 'restarted'; readonly delayId: string }
  /** It was sent, or somebody cancelled it. */
  | { readonly type: 'leave-gone'; readonly delayId: string }
  | { readonly type: 'restart-failed'; readonly delayId: string }
  | { readonly type: 'power'; readonly own: number; readonly needed: number }
  | { readonly type: 'removed-from-room'; readonly reason: 'kicked' | 'banned' | 'left-room' }
  | { readonly type: 'room-upgraded' }
  /** A timer ran out. */
  | { readonly type: OwnTimer };

export type OwnInput = OwnLocalInput | OwnReport;

/** What the table knows: some inputs mean different things at different times. */
export type OwnInputKind =
  | OwnInput['type']
  /** `enter` without the power to. */
  | 'enter-refused'
  /** `written`, and it was the list without us. */
  | 'removed'
  /** `key-seen` or `key-read`, with an entry that another engine of this device made after us. */
  | 'taken-over'
  /** Nothing of us is left to take back. */
  | 'taken-back';

const LOCAL: ReadonlySet<OwnInput['type']> = new Set<OwnLocalInput['type']>(['enter', 'leave', 'set-feeds']);

export function isLocal(input: OwnInput): input is OwnLocalInput {
  return LOCAL.has(input.type);
}
