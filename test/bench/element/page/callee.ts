/** Who is called, as the bench sees them; a press on the button *Answer* answers. Moments are those of `now`. */
export interface Callee {
  readonly firstFrame: Promise<number>;
  /** When the next call rang. */
  rings(): Promise<number>;
  /** Resolves when the call is over here. */
  ended(): Promise<void>;
}
