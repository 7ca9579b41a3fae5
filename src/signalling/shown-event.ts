/** How large the sender shows what the receiver sends: only this engine says it, and only to its like. */
export interface ShownEvent {
  readonly kind: 'shown';
  readonly callId: string;
  readonly partyId: string | null;
  /** As it stands in the event: whoever heeds it reads it by `parseShownSizes`. */
  readonly shown: unknown;
}
