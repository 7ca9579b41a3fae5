import type { CallSession, CallSnapshot, MediaError, MissedCall } from '../../src/index.ts';
import type { CallError } from '../../src/index.ts';
import type { Seat } from './engine.ts';
import type { ShownCall } from './shown-call.ts';

export interface SlotSettings {
  readonly roomId: string;
  /** User id; empty where any will do. */
  readonly callee: string;
  readonly listen: boolean;
  readonly icePolicy: 'all' | 'relay';
  readonly glare: 'ring' | 'answer';
}

/** What the element is told, on real transitions only. */
export interface SlotEvents {
  /** The call shown, its snapshot or its streams changed. */
  changed(): void;
  shown(call: ShownCall): void;
  stateChanged(snapshot: CallSnapshot, before: CallSnapshot): void;
  missed(call: MissedCall): void;
  failed(error: CallError | MediaError): void;
  recovered(label: string): void;
}

/** A call that nobody here answered, for the card that says so. */
export interface Missed extends MissedCall {
  /** ms since epoch */
  readonly at: number;
}

/** The one call that an element shows, and what became of it. */
export class CallSlot implements Seat {
  readonly #settings: () => SlotSettings;
  readonly #events: SlotEvents;
  #call: ShownCall | null = null;
  #missed: Missed | null = null;
  #shown = new AbortController();

  constructor(settings: () => SlotSettings, events: SlotEvents) {
    this.#settings = settings;
    this.#events = events;
  }

  get call(): ShownCall | null {
    return this.#call;
  }
  get lastMissed(): Missed | null {
    return this.#missed;
  }
  get settings(): SlotSettings {
    return this.#settings();
  }

  /** A call goes on. */
  get busy(): boolean {
    return this.#call !== null && this.#call.state !== 'ended';
  }

  show(call: ShownCall | CallSession | null): void {
    if (call === this.#call) return;
    this.#shown.abort();
    this.#shown = new AbortController();
    this.#call = call;
    if (call !== null) {
      this.#missed = null;
      this.#follow(call, this.#shown.signal);
      this.#events.shown(call);
    }
    this.#events.changed();
  }

  missed(call: MissedCall): void {
    if (call.callId === this.#call?.callId) this.show(null);
    // While another call goes on, the card would be in its way.
    if (!this.busy) this.#missed = { ...call, at: Date.now() };
    this.#events.missed(call);
    this.#events.changed();
  }

  /** Closes the card of what has ended. */
  dismiss(): void {
    this.#missed = null;
    if (!this.busy) this.show(null);
    this.#events.changed();
  }

  concerns({ roomId, userId }: MissedCall): boolean {
    const { settings } = this;
    if (settings.callee !== '' && settings.callee !== userId) return false;
    if (settings.roomId !== '') return settings.roomId === roomId;
    return settings.listen || settings.callee !== '';
  }

  #follow(call: ShownCall, signal: AbortSignal): void {
    let before = call.snapshot;
    call.on(
      'change',
      (snapshot) => {
        const last = before;
        before = snapshot;
        if (last.state !== snapshot.state) this.#events.stateChanged(snapshot, last);
        this.#events.changed();
      },
      { signal },
    );
    call.on('streamschange', () => this.#events.changed(), { signal });
    call.on('replaced', (next) => this.show(next), { signal });
    call.on('error', (error) => this.#events.failed(error), { signal });
    call.on('recovered', ({ label }) => this.#events.recovered(label), { signal });
  }
}
