import type { MatrixPort, VoIP } from '../../src/index.ts';
import { Engine } from './engine.ts';
import type { Seat } from './engine.ts';
import { portOf, problemOf, sameSource } from './source.ts';
import type { Source, SourceStatus } from './source.ts';

const LOADING: SourceStatus = { is: 'loading', unreachable: false };

/** Pages often set a client when they have signed in: that nobody gave one is said after this many ms. */
const PATIENCE = 1500;

/** Binds a seat to the engine that the page's source leads to. A call that goes on keeps its engine until it ends. */
export class CallLink {
  readonly #seat: Seat;
  readonly #onChange: () => void;
  #source: Source | null = null;
  #lifetime = new AbortController();
  #status = LOADING;

  /** `onChange`: the status, a room or the connection changed. */
  constructor(seat: Seat, onChange: () => void) {
    this.#seat = seat;
    this.#onChange = onChange;
  }

  get status(): SourceStatus {
    return this.#status;
  }

  get voip(): VoIP | null {
    return this.#status.is === 'ready' ? this.#status.engine.voip : null;
  }

  get port(): MatrixPort | null {
    return this.voip?.port ?? null;
  }

  /** A newer source supersedes the older. */
  set(source: Source): void {
    if (this.#seat.busy && this.voip !== null) return;
    if (this.#source !== null && sameSource(this.#source, source)) return;
    this.close();
    this.#source = source;
    const { signal } = this.#lifetime;
    this.#tell(LOADING, signal);
    this.#open(source, signal).catch((error: unknown) => {
      this.#tell({ is: 'failed', code: problemOf(error) }, signal);
    });
  }

  /** Lets go of everything; `set` opens it again. */
  close(): void {
    this.#lifetime.abort();
    this.#lifetime = new AbortController();
    this.#source = null;
    this.#status = LOADING;
  }

  async #open({ voip, client, account, token, roomId }: Source, signal: AbortSignal): Promise<void> {
    if (voip !== null) this.#use(voip, signal);
    else if (client !== null) this.#use(await portOf(client), signal);
    else if (account !== null && token !== null) {
      const { signIn } = await import('./sign-in/sign-in.ts');
      const onUnreachable = (): void => this.#tell({ is: 'loading', unreachable: true }, signal);
      const { port } = await signIn(account, token, { roomId, signal, onUnreachable });
      this.#use(port, signal);
    } else {
      const complaint = setTimeout(() => this.#tell({ is: 'failed', code: 'no-client' }, signal), PATIENCE);
      signal.addEventListener('abort', () => clearTimeout(complaint));
    }
  }

  #use(source: VoIP | MatrixPort, signal: AbortSignal): void {
    if (signal.aborted) return;
    const engine = Engine.on(source);
    engine.take(this.#seat, signal);
    for (const event of ['room', 'connection'] as const) {
      engine.voip.port.on(event, this.#onChange, { signal });
    }
    this.#tell({ is: 'ready', engine }, signal);
  }

  #tell(status: SourceStatus, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#status = status;
    this.#onChange();
  }
}
