import type { GroupCallError } from '../group-call/group-call-error.ts';
import type { GroupCallState } from '../group-call/group-call-state.ts';
import type { ShownReaction } from '../group-call/hands.ts';
import type { MediaError, MediaSlot } from '../media/media-error.ts';
import type { GroupCallSnapshot } from './group-call-snapshot.ts';

export interface GroupCallSessionEvents {
  /** Anything in the snapshot changed. */
  change: GroupCallSnapshot;
  statechange: GroupCallState;
  /** A stream of the participant with this id, its tracks or what is said of it changed. */
  streamschange: string;
  /** Somebody shows something for a moment. */
  reaction: ShownReaction;
  /** This user does not come to the call that we rang for. */
  declined: string;
  /** A lost device came back, or another of its kind took over. */
  recovered: { readonly slot: MediaSlot; readonly label: string };
  /** Something is wrong; the call goes on with what there is. */
  error: GroupCallError | MediaError;
}
