// Runs in the browser. Tests reach what stands on `window` here through `page.evaluate`.
import type { Account } from '../../../components/engine-link/account.ts';
import type { SignedIn } from '../../../components/engine-link/sign-in/sign-in.ts';
import type { MatrixConnection, MatrixErrorCode } from '../../../src/index.ts';

export interface PageWishes {
  readonly account: Account;
  /** As the attribute; without it the page's provider is asked, which answers what `answerToken` has. */
  readonly token?: string;
  readonly roomId?: string;
}

/** One element's sign-in, as tests see it. */
export class PageSignIn {
  readonly connections: MatrixConnection[] = [];
  readonly heard: unknown[] = [];
  readonly asked: string[] = [];
  unreachable = 0;
  #answer: (token: string | null) => void = () => undefined;
  #answered = this.#nextAnswer();
  #signedIn: SignedIn | undefined;
  readonly #abort = new AbortController();

  /** Answers `signed-in`, or the code of the error. */
  async start({ account, token, roomId }: PageWishes): Promise<string> {
    const provider = async (reason: string): Promise<string> => {
      this.asked.push(reason);
      const answer = await this.#answered;
      this.#answered = this.#nextAnswer();
      if (answer === null) throw new Error('syt_of_this_page cannot be renewed');
      return answer;
    };
    const { signIn, SignInError } = await import('../../../components/engine-link/sign-in/sign-in.ts');
    try {
      this.#signedIn = await signIn(account, token ?? provider, {
        ...(roomId !== undefined && { roomId }),
        signal: this.#abort.signal,
        log: {
          debug: () => undefined,
          warn: (message, facts) => console.warn('[famedly-calls]', message, facts),
        },
        onUnreachable: ({ code }) => code === 'unreachable' && (this.unreachable += 1),
      });
    } catch (error) {
      return error instanceof SignInError ? error.code : String(error);
    }
    const { port } = this.#signedIn;
    port.on('connection', (connection) => this.connections.push(connection));
    port.on('batch', ({ events }) => {
      for (const { type, content } of events) if (type === 'm.test') this.heard.push(content);
    });
    return 'signed-in';
  }

  /** What the token provider answers when it is asked, or has been asked; `null`: it rejects. */
  answer(token: string | null): void {
    this.#answer(token);
  }

  get port(): SignedIn['port'] {
    return this.#signedIn!.port;
  }

  get token(): string | null {
    return this.#signedIn!.client.getAccessToken();
  }

  /** Answers the event id, or the code of the error. */
  async send(roomId: string, content: Record<string, unknown>): Promise<string> {
    const code = (error: unknown) => (error as { code: MatrixErrorCode }).code;
    return this.port.sendEvent(roomId, 'm.test', content, { urgent: true }).catch(code);
  }

  dispose(): Promise<void> {
    return this.#signedIn!.dispose();
  }

  abort(): void {
    this.#abort.abort();
  }

  #nextAnswer(): Promise<string | null> {
    return new Promise((resolve) => (this.#answer = resolve));
  }
}

const globals = { PageSignIn };

declare global {
  interface Window extends Readonly<typeof globals> {
    first: PageSignIn;
    second: PageSignIn;
  }
}

Object.assign(window, globals, { first: new PageSignIn(), second: new PageSignIn() });
