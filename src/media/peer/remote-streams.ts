import { streamIds } from './sdp-text.ts';

interface RemoteStreamsOptions {
  readonly connection: RTCPeerConnection;
  readonly signal: AbortSignal;
  readonly changed: () => void;
}

/** The other side's streams by msid. Tracks without a stream say nothing of their purpose and are left out. */
export class RemoteStreams {
  readonly #options: RemoteStreamsOptions;
  readonly #known = new Map<string, MediaStream>();
  #current: ReadonlyMap<string, MediaStream> = new Map();
  #announcing = false;

  constructor(options: RemoteStreamsOptions) {
    this.#options = options;
    const { connection, signal } = options;
    connection.addEventListener(
      'track',
      ({ streams }) => {
        for (const stream of streams) this.#follow(stream);
      },
      { signal },
    );
  }

  /** A new map with each change. */
  get current(): ReadonlyMap<string, MediaStream> {
    return this.#current;
  }

  #follow(stream: MediaStream): void {
    if (this.#known.get(stream.id) !== stream) {
      this.#known.set(stream.id, stream);
      const { signal } = this.#options;
      const changed = (): void => {
        this.#announce();
      };
      stream.addEventListener('addtrack', changed, { signal });
      stream.addEventListener('removetrack', changed, { signal });
    }
    this.#announce();
  }

  /** One description may bring many tracks: they are told of once. */
  #announce(): void {
    if (this.#announcing) return;
    this.#announcing = true;
    queueMicrotask(() => {
      this.#announcing = false;
      if (this.#options.signal.aborted) return;
      this.#current = this.#inOrder();
      this.#options.changed();
    });
  }

  #inOrder(): ReadonlyMap<string, MediaStream> {
    for (const [id, stream] of this.#known) {
      if (stream.getTracks().length === 0) this.#known.delete(id);
    }
    const order = streamIds(this.#options.connection.remoteDescription?.sdp ?? '');
    return new Map([...this.#known].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
  }
}
