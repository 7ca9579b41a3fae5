import type { MatrixPort, VoIP } from '../../src/index.ts';
import type { MatrixClientLike } from '../../src/matrix/client/index.ts';
import type { Account, TokenProvider } from './account.ts';
import { Engine } from './engine.ts';

/** Where an element's Matrix side comes from; the first that is there counts, from above. */
export interface Source {
  readonly voip: VoIP | null;
  readonly client: MatrixClientLike | MatrixPort | null;
  readonly account: Account | null;
  readonly token: string | TokenProvider | null;
  readonly roomId: string;
}

export type SourceProblem =
  | 'no-client'
  | 'matrix-unauthorized'
  | 'second-tab'
  | 'wrong-user'
  | 'invalid-homeserver'
  | 'encryption-failed'
  /** A part of the script did not come. */
  | 'not-loaded';

export type SourceStatus =
  | { readonly is: 'loading'; readonly unreachable: boolean }
  | { readonly is: 'ready'; readonly engine: Engine }
  | { readonly is: 'failed'; readonly code: SourceProblem };

const LOADING: SourceStatus = { is: 'loading', unreachable: false };

/** Pages often set a client when they have signed in: that nobody gave one is said after this many ms. */
const PATIENCE = 1500;

/** Ports over clients: two elements with one client share its port, and so its engine. */
const ports = new WeakMap<object, Promise<MatrixPort>>();

function isPort(client: MatrixClientLike | MatrixPort): client is MatrixPort {
  return 'capabilities' in client;
}

function portOf(client: MatrixClientLike): Promise<MatrixPort> {
  const known = ports.get(client);
  if (known !== undefined) return known;
  const port = import('../../src/matrix/client/index.ts').then(({ fromMatrixClient }) =>
    fromMatrixClient(client),
  );
  ports.set(client, port);
  // Somebody may sign in meanwhile, or the network be back.
  port.catch(() => ports.delete(client));
  return port;
}

/** Turns what the page handed over into an engine. A newer source supersedes the older. */
export class SourceLink {
  readonly #onChange: (status: SourceStatus) => void;
  #source: Source | null = null;
  #lifetime = new AbortController();
  #status: SourceStatus = LOADING;

  constructor(onChange: (status: SourceStatus) => void) {
    this.#onChange = onChange;
  }

  get status(): SourceStatus {
    return this.#status;
  }

  set(source: Source): void {
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
    const ready = (source: VoIP | MatrixPort): void =>
      this.#tell({ is: 'ready', engine: Engine.on(source) }, signal);
    if (voip !== null) ready(voip);
    else if (client !== null) ready(isPort(client) ? client : await portOf(client));
    else if (account !== null && token !== null) {
      const { signIn } = await import('./sign-in/sign-in.ts');
      const onUnreachable = (): void => this.#tell({ is: 'loading', unreachable: true }, signal);
      const { port } = await signIn(account, token, { roomId, signal, onUnreachable });
      ready(port);
    } else {
      const complaint = setTimeout(() => this.#tell({ is: 'failed', code: 'no-client' }, signal), PATIENCE);
      signal.addEventListener('abort', () => clearTimeout(complaint));
    }
  }

  #tell(status: SourceStatus, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#status = status;
    this.#onChange(status);
  }
}

function sameSource(a: Source, b: Source): boolean {
  if (a.voip !== b.voip || a.client !== b.client) return false;
  if (b.voip !== null || b.client !== null) return true;
  // Whether encryption has to be set up depends on the room.
  return (
    a.token === b.token && a.roomId === b.roomId && JSON.stringify(a.account) === JSON.stringify(b.account)
  );
}

const PROBLEMS: Readonly<Record<string, SourceProblem>> = {
  'second-tab': 'second-tab',
  'wrong-user': 'wrong-user',
  unauthorized: 'matrix-unauthorized',
  'matrix-unauthorized': 'matrix-unauthorized',
  'invalid-homeserver': 'invalid-homeserver',
  'encryption-failed': 'encryption-failed',
};

function problemOf(error: unknown): SourceProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return PROBLEMS[code] ?? 'not-loaded';
}
