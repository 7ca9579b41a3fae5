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
  /** Silently where the other side is not in the call any more: no event goes to a device outside. */
  | {
      readonly do: 'end';
      readonly pair: string;
      readonly callId: string;
      readonly how: 'with-hangup' | 'silently';
    };
