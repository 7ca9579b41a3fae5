import type { CallCommand } from '../../../src/call/call-command.ts';
import type { CallContext } from '../../../src/call/call-context.ts';
import type { CallInput } from '../../../src/call/call-input.ts';
import type { CallState } from '../../../src/call/call-state.ts';
import { CALL_TABLE } from '../../../src/call/call-table.ts';
import type { CallTable } from '../../../src/call/call-table.ts';
import type { SignalledEvent } from '../../../src/call/classify.ts';
import { Switchboard } from '../../../src/call/switchboard.ts';
import type { Delivery } from '../../../src/call/switchboard.ts';
import { move } from '../whole-machine.ts';
import { machine } from './run.ts';
import type { Machine } from './simulated-call.ts';
import type { Invariant } from './violation.ts';

export interface PlantedBug {
  readonly bug: string;
  readonly machine: Machine;
  /** By which of these. */
  readonly found: readonly Invariant[];
}

function without(state: CallState, input: CallInput['type']): Machine {
  const row: Partial<Record<CallInput['type'], CallState>> = { ...CALL_TABLE[state] };
  const others = Object.fromEntries(Object.entries(row).filter(([type]) => type !== input));
  const table: CallTable = { ...CALL_TABLE, [state]: others };
  return { ...machine, table };
}

/** A copy that asks for other commands. */
function instead(
  change: (commands: readonly CallCommand[], before: CallContext, input: CallInput) => readonly CallCommand[],
): Machine {
  return {
    ...machine,
    transition: (before, input, table) => {
      const result = move(before, input, table);
      return { ...result, commands: change(result.commands, before, input) };
    },
  };
}

/** Forgets whose answer it took until media flows, so that another answer is taken, too. */
const takesEveryAnswer: Machine = {
  ...machine,
  table: { ...CALL_TABLE, connecting: { ...CALL_TABLE.connecting, answered: 'connecting' } },
  transition: (before, input, table) => {
    const result = move(before, input, table);
    const { context } = result;
    if (input.type === 'answered') {
      const waiting = [{ party: input.party, candidates: [] }];
      return { ...result, context: { ...context, remoteParty: null, remoteCandidates: waiting } };
    }
    const [last] = context.remoteCandidates;
    return input.type === 'media-connected' && last !== undefined
      ? { ...result, context: { ...context, remoteParty: last.party } }
      : result;
  },
};

class OneByOne extends Switchboard {
  override *receive(batch: readonly SignalledEvent[]): Generator<Delivery> {
    for (const event of batch) yield* super.receive([event]);
  }
}

class Ageless extends Switchboard {
  override receive(batch: readonly SignalledEvent[]): Generator<Delivery> {
    return super.receive(batch.map((event) => ({ ...event, age: 0 })));
  }
}

class Trusting extends Switchboard {
  override receive(batch: readonly SignalledEvent[]): Generator<Delivery> {
    return super.receive(
      batch.map((event) => (event.sender === 'mallory' ? { ...event, sender: 'bob' } : event)),
    );
  }
}

export const PLANTED_BUGS: readonly [PlantedBug, ...PlantedBug[]] = [
  {
    bug: 'an own device that answered is not heard',
    machine: without('ringing', 'answered-elsewhere'),
    found: ['what is over does not ring'],
  },
  {
    bug: 'connecting has no end',
    machine: without('connecting', 'connect-over'),
    found: ['every session ends'],
  },
  {
    bug: 'a second answer is taken',
    machine: takesEveryAnswer,
    found: ['at most one connected pair per call'],
  },
  {
    bug: 'a reject is not passed on to the other devices',
    machine: instead((commands, _before, input) =>
      input.type === 'rejected'
        ? commands.filter((command) => command.do !== 'send' || command.event.kind !== 'select-answer')
        : commands,
    ),
    found: ['the chosen party is told to all'],
  },
  {
    bug: 'an invite has no lifetime',
    machine: instead((commands) =>
      commands.filter((command) => command.do !== 'start-timer' || command.timer !== 'lifetime-over'),
    ),
    found: ['nobody rings for ever', 'every session ends'],
  },
  {
    bug: 'a hangup while reconnecting closes nothing',
    machine: instead((commands, before, input) =>
      before.state === 'reconnecting' && input.type === 'hung-up'
        ? commands.filter((command) => command.do !== 'close')
        : commands,
    ),
    found: ['tracks stop with their call'],
  },
  {
    bug: 'candidates of every party are used',
    machine: instead((commands, before, input) =>
      input.type === 'answered'
        ? commands.map((command) =>
            command.do === 'add-candidates'
              ? { ...command, candidates: before.remoteCandidates.flatMap((party) => party.candidates) }
              : command,
          )
        : commands,
    ),
    found: ['candidates come from the chosen party'],
  },
  {
    bug: 'candidates go out while it rings',
    machine: instead((commands, before, input) =>
      before.state === 'ringing' && input.type === 'local-candidates'
        ? [
            {
              do: 'send',
              event: {
                kind: 'candidates',
                callId: before.callId,
                partyId: before.partyId,
                version: 1,
                candidates: input.candidates,
              },
            },
          ]
        : commands,
    ),
    found: ['a ringing callee says nothing but its reject'],
  },
  {
    bug: 'checks begin while it rings',
    machine: instead((commands, _before, input) =>
      input.type === 'ring' ? [...commands, { do: 'release-candidates' }] : commands,
    ),
    found: ['checks wait for the answer'],
  },
  {
    bug: 'the loser of glare goes in silence',
    machine: instead((commands, _before, input) =>
      input.type === 'glare-lost' ? commands.filter(({ do: what }) => what !== 'send') : commands,
    ),
    found: ['who ends a call says so'],
  },
  {
    bug: 'timers go on after the end',
    machine: instead((commands) => commands.filter(({ do: what }) => what !== 'stop-timers')),
    found: ['timers stop with their call'],
  },
  {
    bug: 'a hangup is not heard in a call that goes on',
    machine: without('connected', 'hung-up'),
    found: ['a hangup that was heard ends the call'],
  },
  {
    bug: 'a batch is not read whole before it rings',
    machine: { ...machine, switchboard: OneByOne },
    found: ['what is over does not ring'],
  },
  {
    bug: 'an invite does not get old',
    machine: { ...machine, switchboard: Ageless },
    found: ['old invites do not ring'],
  },
  {
    bug: 'a party id is believed whoever sends it',
    machine: { ...machine, switchboard: Trusting },
    found: ['strangers change nothing'],
  },
];
