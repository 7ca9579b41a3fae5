import type { CallCommand } from '../call/call-command.ts';
import type { CallContext } from '../call/call-context.ts';
import { FIRST_EFFECTS } from '../call/call-effects.ts';
import { CallError } from '../call/call-error.ts';
import type { CallInput, LocalInput } from '../call/call-input.ts';
import { CALL_TABLE } from '../call/call-table.ts';
import type { CallTable } from '../call/call-table.ts';
import type { CallTimer } from '../call/call-timers.ts';
import type { Effects } from '../call/effect.ts';
import { transition } from '../call/transition.ts';
import type { Clock } from '../foundation/clock.ts';
import type { Log } from '../foundation/log.ts';
import { untilLoaded } from '../foundation/until-loaded.ts';

type TimerCommand = Extract<CallCommand, { readonly timer: CallTimer } | { readonly do: 'stop-timers' }>;

/** What a session carries out. */
export type SessionCommand = Exclude<CallCommand, TimerCommand>;

export interface CallRunnerOptions {
  readonly context: CallContext;
  readonly clock: Clock;
  readonly log: Log;
  readonly execute: (command: SessionCommand) => void;
  /** After the commands of `input` were carried out. */
  readonly onTransition: (before: CallContext, after: CallContext, input: CallInput) => void;
  /** Fetches the effects of what happens while people talk. */
  readonly fetchEffects: () => Promise<Effects>;
}

/**
 * Drives the pure machine: one input after the other, its commands carried out before the next. Effects that are not needed
 * before people talk are fetched then, or when one is needed; until they are there what came in waits, in its order, but
 * for what ends the call. Where they do not come, the call goes on, and what needs them is done when they have come.
 */
export class CallRunner {
  readonly #options: CallRunnerOptions;
  readonly #timers = new Map<CallTimer, () => void>();
  #inputs: CallInput[] = [];
  #running = false;
  #effects: Effects = FIRST_EFFECTS;
  #fetching = false;
  /** What needs effects that did not come; `null` as long as they may come soon. */
  #late: CallInput[] | null = null;
  #context: CallContext;

  constructor(options: CallRunnerOptions) {
    this.#options = options;
    this.#context = options.context;
  }

  get context(): CallContext {
    return this.#context;
  }

  /** What the person wants. Throws `CallError('invalid-state')` where the call's state does not allow it. */
  ask(input: LocalInput): void {
    if (this.#next(input) === undefined) {
      throw new CallError('invalid-state', { message: `${input.type} while ${this.#context.state}` });
    }
    this.input(input);
  }

  /** What happened: dropped where it means nothing. */
  input(input: CallInput): void {
    const next = this.#next(input);
    const [first] = this.#inputs;
    const waits = first !== undefined && this.#lacks(first) && next !== undefined && next !== 'ended';
    if (this.#running || waits) this.#inputs.push(input);
    else this.#run(input);
  }

  #next({ type }: CallInput): CallContext['state'] | undefined {
    return (CALL_TABLE as CallTable)[this.#context.state][type];
  }

  #lacks(input: CallInput): boolean {
    return !(input.type in this.#effects) && this.#next(input) !== undefined;
  }

  #run(first: CallInput | undefined): void {
    this.#running = true;
    try {
      for (let input = first; input !== undefined; input = this.#inputs.shift()) {
        if (!this.#lacks(input)) this.#step(input);
        else if (this.#late !== null) this.#late.push(input);
        else {
          this.#inputs.unshift(input);
          this.#fetch();
          return;
        }
      }
    } finally {
      this.#running = false;
    }
  }

  #step(input: CallInput): void {
    const before = this.#context;
    const { log, execute, onTransition } = this.#options;
    const { context, commands, dropped } = transition(before, input, this.#effects);
    const { callId, state } = context;
    if (dropped) {
      log.debug('dropped', { callId, input: input.type, state });
      return;
    }
    this.#context = context;
    for (const command of commands) {
      if (command.do === 'start-timer') this.#start(command.timer, command.ms);
      else if (command.do === 'stop-timer') this.#stop(command.timer);
      else if (command.do === 'stop-timers') for (const timer of this.#timers.keys()) this.#stop(timer);
      else execute(command);
    }
    if (before.state !== state) log.debug(state, { callId, by: input.type });
    // What waited for a call that is over waits no more.
    if (state === 'ended') this.#inputs = [];
    onTransition(before, context, input);
    if (state === 'connected') this.#fetch();
  }

  #fetch(): void {
    if (this.#fetching) return;
    this.#fetching = true;
    const { fetchEffects, clock, log } = this.#options;
    const next = (): void => this.#run(this.#inputs.shift());
    void untilLoaded(
      fetchEffects,
      (ms, task) => clock.after(ms, () => this.#context.state === 'ended' || task()),
      () => {
        log.warn('A part of the script did not come');
        this.#late = [];
        next();
      },
    ).then((effects) => {
      this.#effects = { ...this.#effects, ...effects };
      this.#inputs.unshift(...(this.#late ?? []));
      next();
    });
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
