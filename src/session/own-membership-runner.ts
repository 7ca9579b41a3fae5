import type { Clock } from '../foundation/clock.ts';
import type { Log } from '../foundation/log.ts';
import type { MemberEvent } from '../group-call/member-event.ts';
import type { OwnCommand } from '../group-call/own-command.ts';
import type { OwnContext } from '../group-call/own-context.ts';
import type { OwnInput, OwnReport } from '../group-call/own-input.ts';
import { moveOwnMembership } from '../group-call/own-membership.ts';
import type { OwnTimer } from '../group-call/own-timers.ts';
import { MatrixError } from '../matrix/matrix-error.ts';
import type { MatrixPort } from '../matrix/port.ts';
import { readDelayRefusal } from '../signalling/delay-limit.ts';
import { MEMBER_TYPE } from '../signalling/membership.ts';

export interface OwnMembershipRunnerOptions {
  readonly port: MatrixPort;
  readonly clock: Clock;
  /** Not slowed down while the page is hidden. */
  readonly steadyClock: Clock;
  readonly log: Log;
  readonly context: OwnContext;
  readonly onTransition: (before: OwnContext, after: OwnContext) => void;
  /** Our entry, or the list without it, has a new event. */
  readonly onWritten: (eventId: string) => void;
}

/** Drives our own membership of one call: carries out over Matrix what the machine asks, and reports back. */
export class OwnMembershipRunner {
  readonly #options: OwnMembershipRunnerOptions;
  readonly #timers = new Map<OwnTimer, () => void>();
  #inputs: OwnInput[] = [];
  #isRunning = false;
  /** The write that is to be there soon or not at all: there is one at a time. */
  #giveUp = (): void => undefined;
  #context: OwnContext;

  constructor(options: OwnMembershipRunnerOptions) {
    this.#options = options;
    this.#context = options.context;
  }

  get context(): OwnContext {
    return this.#context;
  }

  /** Throws `GroupCallError('invalid-state')` where it is a wish that the state does not allow. */
  input(input: OwnInput): void {
    if (this.#isRunning) {
      this.#inputs.push(input);
      return;
    }
    this.#isRunning = true;
    try {
      for (let next: OwnInput | undefined = input; next !== undefined; next = this.#inputs.shift()) {
        this.#step(next);
      }
    } finally {
      this.#isRunning = false;
    }
  }

  /** No timer runs afterwards, and what waits lists us no more. */
  dispose(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
    this.#giveUp();
  }

  #step(input: OwnInput): void {
    const { port, clock, log, onTransition } = this.#options;
    const before = this.#context;
    const moved = moveOwnMembership(before, input, clock.now() + port.serverClockOffset);
    if (moved.dropped) {
      log.debug('dropped', { roomId: before.roomId, input: input.type, state: before.state });
      return;
    }
    this.#context = moved.context;
    for (const command of moved.commands) this.#execute(command);
    if (before.state !== moved.context.state) log.debug(moved.context.state, { roomId: before.roomId });
    onTransition(before, moved.context);
  }

  #execute(command: OwnCommand): void {
    switch (command.do) {
      case 'start-timer':
        this.#start(command.timer, command.ms);
        return;
      case 'stop-timer':
        this.#stop(command.timer);
        return;
      case 'cancel-leave':
      case 'send-leave':
        this.#options.port
          .updateScheduled(command.delayId, command.do === 'cancel-leave' ? 'cancel' : 'send')
          .catch(() => undefined);
        return;
      default:
        void this.#ask(command).then((report) => this.input(report));
    }
  }

  /** Answers what is to be reported, of a failure, too. */
  #ask(command: Extract<OwnCommand, { do: OwnRequest }>): Promise<OwnReport> {
    switch (command.do) {
      case 'read-key':
        return this.#read(command.stateKey);
      case 'write-key':
        return this.#write(command);
      case 'schedule-leave':
        return this.#schedule(command);
      case 'restart-leave':
        return this.#restart(command.delayId);
    }
  }

  async #read(stateKey: string): Promise<OwnReport> {
    const { port } = this.#options;
    try {
      const events = await port.state(this.#context.roomId, MEMBER_TYPE);
      const event: MemberEvent | undefined = events.find((one) => one.stateKey === stateKey);
      return { type: 'key-read', event: event ?? null };
    } catch {
      return { type: 'read-failed' };
    }
  }

  async #write(command: Extract<OwnCommand, { do: 'write-key' }>): Promise<OwnReport> {
    const { stateKey, content, until } = command;
    const { port, clock, onWritten } = this.#options;
    const { roomId, state } = this.#context;
    const late = new AbortController();
    let stopWaiting = (): void => undefined;
    if (until !== null) {
      const now = clock.now() + port.serverClockOffset;
      stopWaiting = clock.after(until - now, () => late.abort());
      this.#giveUp = () => {
        stopWaiting();
        late.abort();
      };
    }
    try {
      const options = { urgent: state === 'leaving', signal: late.signal };
      const eventId = await port.sendState(roomId, MEMBER_TYPE, stateKey, content, options);
      onWritten(eventId);
      return { type: 'written', eventId };
    } catch (error) {
      if (late.signal.aborted) return { type: 'write-late' };
      return { type: codeOf(error) === 'forbidden' ? 'write-forbidden' : 'write-failed' };
    } finally {
      stopWaiting();
    }
  }

  async #schedule(command: Extract<OwnCommand, { do: 'schedule-leave' }>): Promise<OwnReport> {
    const { stateKey, content, delay } = command;
    const { port, clock } = this.#options;
    const { roomId } = this.#context;
    const asked = clock.now();
    try {
      const delayId = await port.scheduleState(roomId, MEMBER_TYPE, stateKey, content, delay);
      // The device slept meanwhile: it was sent already, before what it was to take back.
      if (clock.now() - asked >= delay) return await this.#schedule(command);
      return { type: 'scheduled', delayId };
    } catch (error) {
      if (codeOf(error) === 'unsupported') return { type: 'delay-unsupported' };
      const refusal = error instanceof Error ? readDelayRefusal(bodyOf(error.cause)) : null;
      return refusal === null ? { type: 'schedule-failed' } : { type: 'delay-too-long', most: refusal.most };
    }
  }

  async #restart(delayId: string): Promise<OwnReport> {
    try {
      await this.#options.port.updateScheduled(delayId, 'restart');
      return { type: 'restarted', delayId };
    } catch (error) {
      return { type: codeOf(error) === 'not-found' ? 'leave-gone' : 'restart-failed', delayId };
    }
  }

  #start(timer: OwnTimer, ms: number): void {
    this.#stop(timer);
    const { clock, steadyClock } = this.#options;
    const cancel = (timer === 'restart-due' ? steadyClock : clock).after(ms, () => {
      this.#timers.delete(timer);
      this.input({ type: timer });
    });
    this.#timers.set(timer, cancel);
  }

  #stop(timer: OwnTimer): void {
    this.#timers.get(timer)?.();
    this.#timers.delete(timer);
  }
}

type OwnRequest = 'read-key' | 'write-key' | 'schedule-leave' | 'restart-leave';

function codeOf(error: unknown): string | null {
  return error instanceof MatrixError ? error.code : null;
}

/** The homeserver's answer, where the port hands it on. */
function bodyOf(cause: unknown): unknown {
  return typeof cause === 'object' && cause !== null && 'data' in cause ? cause.data : null;
}
