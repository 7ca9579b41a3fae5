import type { InviteEvent } from '../signalling/call-event.ts';
import type { MeshSaid } from '../signalling/mesh-event.ts';
import type { MeshPeer } from './mesh-pair.ts';

/** What pairs ask of their calls, in this order. `pair` is the participant's id. */
export type MeshPairCommand =
  /** A new call under this id. */
  | { readonly do: 'invite'; readonly pair: string; readonly callId: string; readonly peer: MeshPeer }
  /** The very same event again, `seq` included: who has it ignores it. */
  | { readonly do: 'resend-invite'; readonly pair: string; readonly callId: string }
  | {
      readonly do: 'accept';
      readonly pair: string;
      readonly callId: string;
      readonly peer: MeshPeer;
      readonly invite: InviteEvent;
    }
  /** The very same answer again, where it was sent. */
  | { readonly do: 'resend-answer'; readonly pair: string; readonly callId: string }
  /** The other side said this about the pair's call. */
  | { readonly do: 'hear'; readonly pair: string; readonly callId: string; readonly event: MeshSaid }
  /** A hangup to who is not listed waits for their return; silently where nobody is left who would know of the call. */
  | {
      readonly do: 'end';
      readonly pair: string;
      readonly callId: string;
      readonly how: 'with-hangup' | 'silently';
    };
