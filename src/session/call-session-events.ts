import type { CallError } from '../call/call-error.ts';
import type { CallState } from '../call/call-state.ts';
import type { MediaError, MediaSlot } from '../media/media-error.ts';
import type { ReplacesEvent } from '../signalling/call-event.ts';
import type { CallSession } from './call-session.ts';
import type { CallSnapshot } from './call-snapshot.ts';

export interface CallSessionEvents {
  /** Anything in the snapshot changed. */
  change: CallSnapshot;
  statechange: CallState;
  /** A stream, its tracks or what is said of it changed. */
  streamschange: undefined;
  /** A remote stream came. */
  streamadded: MediaStream;
  streamremoved: MediaStream;
  /** Another call takes this one's place: glare, or a transfer that was accepted. */
  replaced: CallSession;
  /** The other side wants to transfer us: `acceptTransfer` or `rejectTransfer`. */
  transferoffer: ReplacesEvent;
  /** The other side does not let itself be transferred. */
  transferrejected: undefined;
  /** A lost device came back, or another of its kind took over. */
  recovered: { readonly slot: MediaSlot; readonly label: string };
  /** Something is wrong; the call goes on with what there is unless `ended` follows. */
  error: CallError | MediaError;
  ended: CallSnapshot;
}
