import type { CallCommand } from '../call/call-command.ts';
import type { CallContext } from '../call/call-context.ts';
import { isLocal } from '../call/call-input.ts';
import type { CallInput } from '../call/call-input.ts';
import type { CallTimer } from '../call/call-timers.ts';
import { transition } from '../call/transition.ts';
import type { Clock } from '../foundation/clock.ts';
import type { Log } from '../foundation/log.ts';

export interface CallRunnerOptions {
  readonly context: CallContext;
  readonly clock: Clock;
  readonly log: Log;
  /** Everything but timers. */
  readonly execute: (command: Exclude<CallCommand, TimerCommand>) => void;
  /** After the commands of `input` were carried out. */
  readonly onTransition: (before: CallContext, after: CallContext, input: CallInput) => void;
}

type TimerCommand = Extract<CallCommand, { readonly timer: CallTimer }>;

/** Drives the pure machine: one input after the other, its commands carried out before the next. */
export class CallRunner {
  readonly #options: CallRunnerOptions;
  readonly #timers = new Map<CallTimer, () => void>();
  readonly #inputs: CallInput[] = [];
  #running = false;
  #context: CallContext;

  constructor(options: CallRunnerOptions) {
    this.#options = options;
    this.#context = options.context;
  }

  get context(): CallContext {
    return this.#context;
  }

  /** Throws `CallError('invalid-state')` for a local input that the call's state does not allow. */
  input(input: CallInput): void {
    if (this.#running) {
      this.#inputs.push(input);
      return;
    }
    this.#running = true;
    try {
      this.#step(input);
      for (let next = this.#inputs.shift(); next !== undefined; next = this.#inputs.shift()) {
        this.#step(next);
      }
    } finally {
      this.#running = false;
    }
  }

  #step(input: CallInput): void {
    const before = this.#context;
    const { context, commands, dropped } = transition(before, input);
    const { callId } = context;
    if (dropped) {
      this.#options.log.debug('dropped', { callId, input: input.type, state: before.state });
      return;
    }
    this.#context = context;
    for (const command of commands) {
      if (command.do === 'start-timer') this.#start(command.timer, command.ms);
      else if (command.do === 'stop-timer') this.#stop(command.timer);
      else this.#options.execute(command);
    }
    if (before.state !== context.state) {
      const kind = isLocal(input) ? 'local' : 'told';
      this.#options.log.debug(context.state, { callId, by: input.type, kind });
    }
    this.#options.onTransition(before, context, input);
  }

  #start(timer: CallTimer, ms: number): void {
    this.#stop(timer);
    const cancel = this.#options.clock.after(ms, () => {
      this.#timers.delete(timer);
      this.input({ type: timer });
    });
    this.#timers.set(timer, cancel);
  }

  #stop(timer: CallTimer): void {
    this.#timers.get(timer)?.();
    this.#timers.delete(timer);
  }
}
