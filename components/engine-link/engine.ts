import { VoIP } from '../../src/index.ts';
import type { CallSession, MatrixPort, MissedCall, VoIPOptions } from '../../src/index.ts';
import type { ShownCall } from './shown-call.ts';

/** What an element is to the engine that it shares with others: a place where a call can be shown. */
export interface Seat {
  /** What it shows. */
  readonly call: ShownCall | null;
  /** A call goes on in it. */
  readonly busy: boolean;
  readonly settings: {
    /** It stands for this one room. */
    readonly roomId: string;
    readonly icePolicy: 'all' | 'relay';
    readonly glare: 'ring' | 'answer';
  };
  /** Whether this call is for it, busy or not. */
  concerns(call: MissedCall): boolean;
  show(call: CallSession): void;
  missed(call: MissedCall): void;
}

/**
 * One `VoIP` for all elements on a port: two elements for one room ring once. What elements want of the engine itself is
 * added up: one that hides addresses hides them for all.
 */
export class Engine {
  readonly voip: VoIP;
  readonly #seats = new Set<Seat>();
  readonly #abandoned = new AbortController();

  private constructor(source: MatrixPort | VoIP) {
    this.voip = source instanceof VoIP ? source : this.#makeVoip(source);
    const { signal } = this.#abandoned;
    this.voip.on('incomingcall', (call) => this.#ring(call), { signal });
    this.voip.on('missedcall', (call) => this.#missed(call), { signal });
    signal.addEventListener('abort', () => {
      engines.delete(source);
      // The page's own goes on.
      if (this.voip !== source) this.voip.dispose();
    });
  }

  /** The engine on a port, or on a `VoIP` of the page; made for the first who asks. */
  static on(source: MatrixPort | VoIP): Engine {
    const known = engines.get(source);
    if (known !== undefined) return known;
    const engine = new Engine(source);
    engines.set(source, engine);
    return engine;
  }

  /** Takes a seat until `signal` aborts. The engine ends when the last one has gone. */
  take(seat: Seat, signal: AbortSignal): void {
    this.#seats.add(seat);
    signal.addEventListener('abort', () => {
      this.#seats.delete(seat);
      if (this.#seats.size === 0) this.#abandoned.abort();
    });
  }

  #makeVoip(port: MatrixPort): VoIP {
    const some = (holds: (settings: Seat['settings']) => boolean): boolean =>
      [...this.#seats].some(({ settings }) => holds(settings));
    // Read at each call: attributes may have changed.
    const options: VoIPOptions = {
      get icePolicy() {
        return some(({ icePolicy }) => icePolicy === 'relay') ? 'relay' : 'all';
      },
      get glare() {
        return some(({ glare }) => glare === 'answer') ? 'answer' : 'ring';
      },
    };
    return new VoIP(port, { canHandleNewCall: (call) => this.#seatFor(call) !== undefined }, options);
  }

  #seatFor(call: MissedCall): Seat | undefined {
    const free = this.#concerned(call).filter((seat) => !seat.busy);
    return free.find(({ settings }) => settings.roomId === call.roomId) ?? free[0];
  }

  #concerned(call: MissedCall): readonly Seat[] {
    return [...this.#seats].filter((seat) => seat.concerns(call));
  }

  #ring(call: CallSession): void {
    // First the element whose own call this one takes the place of (glare) hears of it.
    queueMicrotask(() => {
      if (call.state === 'ended' || [...this.#seats].some((seat) => seat.call === call)) return;
      const { callId, roomId, snapshot } = call;
      this.#seatFor({ callId, roomId, userId: snapshot.peer.userId, type: snapshot.type })?.show(call);
    });
  }

  #missed(call: MissedCall): void {
    const shower = [...this.#seats].find((seat) => seat.call?.callId === call.callId);
    (shower ?? this.#seatFor(call) ?? this.#concerned(call)[0])?.missed(call);
  }
}

const engines = new WeakMap<MatrixPort | VoIP, Engine>();
