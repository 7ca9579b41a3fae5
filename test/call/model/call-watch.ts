import type { CallCommand } from '../../../src/call/call-command.ts';
import type { CallContext } from '../../../src/call/call-context.ts';
import type { CallInput, Party } from '../../../src/call/call-input.ts';
import type { CallEvent } from '../../../src/signalling/call-event.ts';
import type { SimulatedCall } from './simulated-call.ts';
import type { SimulatedTime } from './simulated-time.ts';
import { must } from './violation.ts';

const LONGEST_RING = 180_000;
const TOLD_OF_US = new Set(['invite-sent', 'connecting', 'connected', 'reconnecting']);

/** Watches one call at its own doors: what it says when, what it opens when, what it leaves behind. */
export class CallWatch {
  readonly #time: SimulatedTime;
  #personAnswered = false;
  #personDeclines = false;
  #described = false;
  #goodbye = false;
  #chosen = false;
  #ringingSince: number | null = null;

  constructor(time: SimulatedTime) {
    this.#time = time;
  }

  stepBegins(before: CallContext, input: CallInput, commands: readonly CallCommand[]): void {
    this.#goodbye = false;
    if (input.type === 'answer') this.#personAnswered = true;
    this.#personDeclines = input.type === 'hangup' || input.type === 'reject';
    if (input.type === 'answered') {
      must('at most one connected pair per call', !this.#chosen, 'a second answer is taken');
      this.#chosen = true;
    }
    if (before.state !== 'invite-sent') return;
    if (input.type === 'answered' || input.type === 'rejected') mustSelect(input.party, commands);
  }

  sends(context: CallContext, event: CallEvent): void {
    const { kind } = event;
    const farewell = kind === 'hangup' || kind === 'reject';
    if (farewell) this.#goodbye = true;
    const says = `${kind} while ${context.state}`;
    if (context.state === 'ended') {
      must('after the end only goodbyes', farewell || kind === 'select-answer', says);
    }
    if (context.direction === 'incoming' && !this.#personAnswered) {
      must('a ringing callee says nothing but its reject', farewell && this.#personDeclines, says);
    }
    if (kind === 'candidates') must('candidates wait for the description', this.#described, says);
    if (kind === 'invite' || kind === 'answer') this.#described = true;
  }

  opens(context: CallContext): void {
    const asked = context.direction === 'outgoing' || this.#personAnswered;
    must('microphone and camera wait for the person', asked, context.state);
  }

  releases(): void {
    must('checks wait for the answer', this.#described, 'released before');
  }

  stepEnded(before: CallContext, call: SimulatedCall): void {
    const { state, endedBy, endReason } = call.context;
    if (state !== 'ringing') this.#ringingSince = null;
    else this.#ringingSince ??= this.#time.now;
    if (state !== 'ended') return;
    must('timers stop with their call', call.timers === 0, `${before.state} left timers`);
    must('tracks stop with their call', call.peer.closed, `${before.state} left its connection open`);
    if (endedBy === 'local' && endReason !== 'signalling_failed' && TOLD_OF_US.has(before.state)) {
      must('who ends a call says so', this.#goodbye, `${endReason ?? ''} while ${before.state}`);
    }
  }

  /** To be asked from time to time. */
  ringsNotForEver(): void {
    const since = this.#ringingSince ?? this.#time.now;
    must('nobody rings for ever', this.#time.now - since <= LONGEST_RING, `since ${since}`);
  }
}

function mustSelect({ id, version }: Party, commands: readonly CallCommand[]): void {
  const selected = commands.flatMap((command) =>
    command.do === 'send' && command.event.kind === 'select-answer' ? [command.event.selectedPartyId] : [],
  );
  const expected = version === 0 || id === null ? [] : [id];
  const told = selected.length === expected.length && selected[0] === expected[0];
  must('the chosen party is told to all', told, `chose ${id ?? 'an old client'}`);
}
