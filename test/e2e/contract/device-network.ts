import type { DeviceFaults } from '../../matrix/contract/world.ts';

/** One device's way to the homeserver: the `fetch` that its client gets, and what goes wrong on it. */
export class DeviceNetwork implements Omit<DeviceFaults, 'expireToken'> {
  #cable = new AbortController();
  #connected = true;
  #pause: Pause | undefined;
  #limitedUntil = 0;
  #refusals = 0;

  readonly fetch = async (resource: RequestInfo | URL, options: RequestInit = {}): Promise<Response> => {
    if (!this.#connected) throw lostConnection();
    const left = this.#limitedUntil - Date.now();
    if (left > 0 && options.method === 'PUT') return this.#refuse(left);

    const cable = this.#cable.signal;
    const given = options.signal ?? undefined;
    const signal = given ? AbortSignal.any([given, cable]) : cable;
    try {
      let response = await wholeResponse(resource, { ...options, signal });
      while (this.#pause && pathOf(resource).endsWith('/sync')) {
        await unlessAborted(signal, this.#pause.ended);
        response = await wholeResponse(askedAnew(resource), { ...options, signal });
      }
      return response;
    } catch (error) {
      throw cable.aborted && given?.aborted !== true ? lostConnection() : error;
    }
  };

  pauseSync(): Promise<void> {
    this.#pause ??= new Pause();
    return Promise.resolve();
  }

  resumeSync(): Promise<void> {
    this.#pause?.end();
    this.#pause = undefined;
    return Promise.resolve();
  }

  disconnect(): Promise<void> {
    this.#connected = false;
    this.dropConnections();
    return Promise.resolve();
  }

  reconnect(): Promise<void> {
    this.#connected = true;
    // What a browser says when it has a network again.
    window.dispatchEvent(new Event('online'));
    return Promise.resolve();
  }

  rateLimit(ms: number): Promise<void> {
    this.#limitedUntil = Date.now() + ms;
    return Promise.resolve();
  }

  refusals(): number {
    return this.#refusals;
  }

  /** Requests under way are lost; the next ones go through. */
  dropConnections(): void {
    this.#cable.abort();
    this.#cable = new AbortController();
  }

  #refuse(left: number): Response {
    this.#refusals += 1;
    const body = { errcode: 'M_LIMIT_EXCEEDED', error: 'Too Many Requests', retry_after_ms: left };
    return Response.json(body, { status: 429 });
  }
}

class Pause {
  end: () => void = () => undefined;
  readonly ended = new Promise<void>((resolve) => (this.end = resolve));
}

/** An answer is under way until its last byte is here. */
async function wholeResponse(resource: RequestInfo | URL, options: RequestInit): Promise<Response> {
  const response = await fetch(resource, options);
  const { status, headers } = response;
  return new Response(await response.blob(), { status, headers });
}

/** Synapse keeps its answer to a sync: one that asks a little else hears of all that has happened since. */
function askedAnew(resource: RequestInfo | URL): URL {
  const url = new URL(resource instanceof Request ? resource.url : resource);
  url.searchParams.set('timeout', '0');
  return url;
}

function pathOf(resource: RequestInfo | URL): string {
  return new URL(resource instanceof Request ? resource.url : resource).pathname;
}

/** What `fetch` rejects with when there is no network. */
function lostConnection(): TypeError {
  return new TypeError('Failed to fetch');
}

function unlessAborted(signal: AbortSignal, promise: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    void promise.then(resolve);
  });
}
