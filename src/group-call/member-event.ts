/** A state event that says who is in calls, as the room shows it. */
export interface MemberEvent {
  readonly eventId: string;
  readonly stateKey: string;
  /** The member, whatever the key says: the homeserver vouches for nobody else. */
  readonly sender: string;
  /** Not checked. */
  readonly content: unknown;
  /** ms since epoch by the sender's homeserver. */
  readonly originServerTs: number;
}
