import type { Clock } from '../foundation/clock.ts';
import type { MeshPeer } from '../group-call/mesh-pair.ts';
import { ShownTelling } from '../group-call/shown-telling.ts';
import type { ShownEvent } from '../signalling/shown-event.ts';
import { buildShownSizes } from '../signalling/shown-sizes.ts';
import type { ShownSizes } from '../signalling/shown-sizes.ts';

/** The connection with somebody who may take word of how large we show them. */
export interface TellableCall {
  readonly screenStream: MediaStream | null;
  readonly options: {
    readonly callId: string;
    readonly partyId: string;
    readonly peer: Pick<MeshPeer, 'dialect'>;
  };
  say(event: ShownEvent, failed: () => void): void;
}

/** Tells those whom we are connected with how large we show what they send. */
export class ShownTeller {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  /** Each is told anew what its predecessor knew. */
  readonly #tellings = new WeakMap<TellableCall, ShownTelling>();
  #calls: readonly TellableCall[] = [];
  #stop = (): void => undefined;

  constructor(clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#stop());
  }

  /** Those who are connected, and how large they are shown, by participant. */
  follow(calls: ReadonlyMap<string, TellableCall>, shown: ReadonlyMap<string, ShownSizes | null>): void {
    this.#calls = [...calls.values()].filter(({ options }) => options.peer.dialect === 'both');
    for (const [participant, call] of calls) {
      const sizes = shown.get(participant) ?? null;
      // A screen that is not shared yet is not to wait for a word of ours when it is.
      const known = sizes && { ...sizes, screen: call.screenStream === null ? Infinity : sizes.screen };
      this.#tellingOf(call).want(known, this.#clock.now());
    }
    this.#tell();
  }

  #tellingOf(call: TellableCall): ShownTelling {
    const known = this.#tellings.get(call) ?? new ShownTelling();
    this.#tellings.set(call, known);
    return known;
  }

  #tell(): void {
    this.#stop();
    if (this.#signal.aborted) return;
    const now = this.#clock.now();
    const dues = this.#calls.flatMap((call) => {
      const telling = this.#tellingOf(call);
      const sizes = telling.say(now);
      if (sizes !== null) {
        const { callId, partyId } = call.options;
        call.say({ kind: 'shown', callId, partyId, shown: buildShownSizes(sizes) }, () => {
          telling.failed(this.#clock.now());
          this.#tell();
        });
      }
      return telling.dueAt ?? [];
    });
    if (dues.length === 0) return;
    this.#stop = this.#clock.after(Math.max(0, Math.min(...dues) - now), () => this.#tell());
  }
}
