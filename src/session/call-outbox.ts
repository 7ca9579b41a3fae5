import { buildCallEvent } from '../signalling/build-call-event.ts';
import type { CallEvent } from '../signalling/call-event.ts';
import type { Log } from '../foundation/log.ts';
import type { MatrixPort } from '../matrix/port.ts';

export interface CallOutboxOptions {
  readonly port: MatrixPort;
  readonly roomId: string;
  readonly log: Log;
  /** An event could not be sent, and trying again does not help. */
  readonly onFailure: (kind: CallEvent['kind'], error: unknown) => void;
}

/** Events whose like may wait while one is under way: the newest, or all together, then say the same in one request. */
function merge(waiting: CallEvent | undefined, next: CallEvent): CallEvent {
  return next.kind === 'candidates' && waiting?.kind === 'candidates'
    ? { ...next, candidates: [...waiting.candidates, ...next.candidates] }
    : next;
}

/** Sends the events of one call. */
export class CallOutbox {
  readonly #options: CallOutboxOptions;
  readonly #closed = new AbortController();
  readonly #underWay = new Set<CallEvent['kind']>();
  readonly #waiting = new Map<CallEvent['kind'], CallEvent>();

  constructor(options: CallOutboxOptions) {
    this.#options = options;
  }

  send(event: CallEvent): void {
    const { kind } = event;
    const mergeable = kind === 'candidates' || kind === 'metadata-changed';
    if (mergeable && this.#underWay.has(kind)) {
      this.#waiting.set(kind, merge(this.#waiting.get(kind), event));
      return;
    }
    void this.#send(event);
  }

  /** Nothing that still waits goes out any more; goodbyes that were handed in do. */
  close(): void {
    this.#closed.abort();
    this.#waiting.clear();
  }

  async #send(event: CallEvent): Promise<void> {
    const { port, roomId, log, onFailure } = this.#options;
    const { kind } = event;
    const goodbye = kind === 'hangup' || kind === 'reject' || kind === 'select-answer';
    const options = goodbye ? { urgent: kind !== 'select-answer' } : { signal: this.#closed.signal };
    this.#underWay.add(kind);
    try {
      for (const { type, content } of buildCallEvent(event)) {
        await port.sendEvent(roomId, type, content, options);
      }
    } catch (error) {
      if (!this.#closed.signal.aborted) {
        log.warn('A call event was not sent', { kind, callId: event.callId });
        onFailure(kind, error);
      }
    }
    this.#underWay.delete(kind);
    const next = this.#waiting.get(kind);
    this.#waiting.delete(kind);
    if (next !== undefined) this.send(next);
  }
}
