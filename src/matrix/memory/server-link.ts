import { MatrixError } from '../matrix-error.ts';
import type { Reply, Request } from './wire.ts';

/** The homeserver asks to wait. */
export class RateLimited extends Error {
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super('rate limited');
    this.retryAfter = retryAfter;
  }
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** A device's end of the channel to the homeserver. */
export class ServerLink {
  readonly #port: MessagePort;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #closed = false;

  constructor(port: MessagePort, onLink: (connected: boolean) => void) {
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'link') {
        if (!data.connected) this.#fail(new MatrixError('matrix-unreachable'));
        onLink(data.connected);
        return;
      }
      const pending = this.#pending.get(data.id);
      this.#pending.delete(data.id);
      if (data.kind === 'answer') pending?.resolve(data.value);
      else pending?.reject(failureToError(data.failure));
    };
  }

  /** Errors: `MatrixError`, `RateLimited`. */
  request(operation: string, args: readonly unknown[], transaction?: string): Promise<unknown> {
    if (this.#closed) return Promise.reject(new MatrixError('stopped'));
    return new Promise((resolve, reject) => {
      const id = this.post(operation, args, transaction);
      this.#pending.set(id, { resolve, reject });
    });
  }

  /** Asks without waiting for an answer. */
  post(operation: string, args: readonly unknown[], transaction?: string): number {
    this.#lastId += 1;
    const request: Request = {
      id: this.#lastId,
      operation,
      args: [...args],
      ...(transaction === undefined ? {} : { transaction }),
    };
    this.#port.postMessage(request);
    return this.#lastId;
  }

  close(): void {
    if (this.#closed) return;
    this.post('bye', []);
    this.#closed = true;
    this.#port.onmessage = null;
    this.#fail(new MatrixError('stopped'));
  }

  #fail(error: Error): void {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}

function failureToError({ code, retryAfter }: Extract<Reply, { kind: 'failure' }>['failure']): Error {
  return code === 'rate-limited' ? new RateLimited(retryAfter ?? 0) : new MatrixError(code);
}
