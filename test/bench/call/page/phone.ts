import type { Screen } from './screen.ts';

/** One side of calls as the bench drives it, whoever makes them. Moments are those of `now`. */
export interface Phone {
  readonly screen: Screen;
  place(roomId: string, userId: string): void;
  /** When the next call rang. */
  rings(): Promise<number>;
  answer(): void;
  hangup(): void;
  /** Resolves when the call is over here. */
  ended(): Promise<void>;
}
