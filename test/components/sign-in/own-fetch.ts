import { SignInError } from '../../../components/engine-link/sign-in/sign-in-error.ts';

type Answering = (url: string, init: RequestInit) => Response | Promise<Response>;

/** Takes the place of the page's `fetch`; what it has been asked is in `urls`. */
export class OwnFetch {
  readonly urls: string[] = [];
  readonly #before = globalThis.fetch;
  answer: Answering;

  constructor(answer: Answering) {
    this.answer = answer;
    globalThis.fetch = async (resource, init = {}) => {
      const url = resource instanceof Request ? resource.url : String(resource);
      this.urls.push(url);
      return this.answer(url, init);
    };
  }

  restore(): void {
    globalThis.fetch = this.#before;
  }
}

export function lostConnection(): TypeError {
  return new TypeError('Failed to fetch');
}

/** The code of the error that the promise rejects with, or its name. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof SignInError ? error.code : (error as Error).name),
  );
}
