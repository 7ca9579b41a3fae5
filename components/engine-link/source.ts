import type { MatrixPort, VoIP } from '../../src/index.ts';
import type { MatrixClientLike } from '../../src/matrix/client/index.ts';
import type { Account, TokenProvider } from './account.ts';
import type { Engine } from './engine.ts';

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

/** Ports over clients: two elements with one client share its port, and so its engine. */
const ports = new WeakMap<object, Promise<MatrixPort>>();

export async function portOf(client: MatrixClientLike | MatrixPort): Promise<MatrixPort> {
  if ('capabilities' in client) return client;
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

export function sameSource(one: Source, other: Source): boolean {
  const others = essence(other);
  return essence(one).every((each, index) => each === others[index]);
}

/** Whether encryption has to be set up depends on the room, where the element itself signs in. */
function essence({ voip, client, account, token, roomId }: Source): readonly unknown[] {
  return voip || client ? [voip, client] : [token, roomId, JSON.stringify(account)];
}

/** `SignInError` and `MatrixError` have a code; what has none is a part of the script that did not come. */
export function problemOf(error: unknown): SourceProblem {
  const { code } = error as { readonly code?: SourceProblem };
  return typeof code === 'string' ? code : 'not-loaded';
}
