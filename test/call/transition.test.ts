import { expect } from '@open-wc/testing';
import type { CallContext } from '../../src/call/call-context.ts';
import type { CallInput } from '../../src/call/call-input.ts';
import type { CallState, EndReason } from '../../src/call/call-state.ts';
import { move } from './whole-machine.ts';
import {
  after,
  ANSWERED,
  answeredBy,
  ANSWERS,
  bobsLaptop,
  bobsPhone,
  INVITED,
  incoming,
  oldClient,
  outgoing,
  RINGS,
  sent,
  TALKS,
} from './calls.ts';

interface End {
  readonly when: string;
  readonly call: CallContext;
  readonly before: readonly CallInput[];
  readonly input: CallInput;
  readonly by: 'local' | 'remote';
  readonly reason: EndReason;
  /** `kind` or `kind reason` of what is said. */
  readonly says: readonly string[];
}

const connected = [...INVITED, answeredBy(bobsPhone), { type: 'media-connected' }] as const;

const ENDS: readonly End[] = [
  {
    when: 'a person hangs up before anything was sent',
    call: outgoing(),
    before: INVITED.slice(0, 2),
    input: { type: 'hangup' },
    by: 'local',
    reason: 'user_hangup',
    says: [],
  },
  {
    when: 'a person takes the invite back',
    call: outgoing(),
    before: INVITED,
    input: { type: 'hangup' },
    by: 'local',
    reason: 'user_hangup',
    says: ['hangup user_hangup'],
  },
  {
    when: 'nobody answers the invite',
    call: outgoing(),
    before: INVITED,
    input: { type: 'lifetime-over' },
    by: 'local',
    reason: 'invite_timeout',
    says: ['hangup invite_timeout'],
  },
  {
    when: 'the callee declines',
    call: outgoing(),
    before: INVITED,
    input: { type: 'rejected', party: bobsPhone, reason: 'user_hangup' },
    by: 'remote',
    reason: 'rejected',
    says: ['select-answer bobs-phone'],
  },
  {
    when: 'the callee is busy',
    call: outgoing(),
    before: INVITED,
    input: { type: 'rejected', party: bobsPhone, reason: 'user_busy' },
    by: 'remote',
    reason: 'user_busy',
    says: ['select-answer bobs-phone'],
  },
  {
    when: 'a callee without a name declines',
    call: outgoing(),
    before: INVITED,
    input: { type: 'rejected', party: { id: null, version: 1 }, reason: 'user_hangup' },
    by: 'remote',
    reason: 'rejected',
    says: [],
  },
  {
    when: 'an old callee declines by hanging up',
    call: outgoing(),
    before: INVITED,
    input: { type: 'hung-up', reason: 'user_hangup' },
    by: 'remote',
    reason: 'user_hangup',
    says: [],
  },
  {
    when: 'the invite could not be sent, or nobody knows whether it was',
    call: outgoing(),
    before: INVITED,
    input: { type: 'send-failed' },
    by: 'local',
    reason: 'signalling_failed',
    says: ['hangup user_hangup'],
  },
  {
    when: 'glare is lost while preparing',
    call: outgoing(),
    before: INVITED.slice(0, 1),
    input: { type: 'glare-lost' },
    by: 'local',
    reason: 'replaced',
    says: [],
  },
  {
    when: 'glare is lost after the invite went out',
    call: outgoing(),
    before: INVITED,
    input: { type: 'glare-lost' },
    by: 'local',
    reason: 'replaced',
    says: ['hangup user_hangup'],
  },
  {
    when: 'a person declines',
    call: incoming(),
    before: RINGS,
    input: { type: 'reject', emit: true },
    by: 'local',
    reason: 'rejected',
    says: ['reject user_hangup'],
  },
  {
    when: 'a person declines in silence',
    call: incoming(),
    before: RINGS,
    input: { type: 'reject', emit: false },
    by: 'local',
    reason: 'rejected',
    says: [],
  },
  {
    when: 'a person hangs up what rings',
    call: incoming(),
    before: RINGS,
    input: { type: 'hangup' },
    by: 'local',
    reason: 'user_hangup',
    says: ['reject user_hangup'],
  },
  {
    when: 'a person declines an old caller, who knows no reject',
    call: incoming(oldClient),
    before: RINGS,
    input: { type: 'reject', emit: true },
    by: 'local',
    reason: 'rejected',
    says: ['hangup user_hangup'],
  },
  {
    when: 'the ring time passes',
    call: incoming(),
    before: RINGS,
    input: { type: 'lifetime-over' },
    by: 'remote',
    reason: 'invite_timeout',
    says: [],
  },
  {
    when: 'an offer cannot be read while it rings',
    call: incoming(),
    before: RINGS,
    input: { type: 'description-failed' },
    by: 'remote',
    reason: 'unknown_error',
    says: [],
  },
  {
    when: 'the caller takes the invite back',
    call: incoming(),
    before: RINGS,
    input: { type: 'hung-up', reason: 'user_hangup' },
    by: 'remote',
    reason: 'user_hangup',
    says: [],
  },
  {
    when: 'another device of ours answers',
    call: incoming(),
    before: RINGS,
    input: { type: 'answered-elsewhere' },
    by: 'remote',
    reason: 'answered_elsewhere',
    says: [],
  },
  {
    when: 'another device of ours declines',
    call: incoming(),
    before: RINGS,
    input: { type: 'rejected-elsewhere' },
    by: 'remote',
    reason: 'rejected_elsewhere',
    says: [],
  },
  {
    when: 'the caller chooses another answer',
    call: incoming(),
    before: ANSWERED,
    input: { type: 'selected-other' },
    by: 'remote',
    reason: 'answered_elsewhere',
    says: [],
  },
  {
    when: 'the answer does not get ready',
    call: incoming(),
    before: ANSWERS,
    input: { type: 'connect-over' },
    by: 'local',
    reason: 'ice_failed',
    says: ['reject user_hangup'],
  },
  {
    when: 'no path is found',
    call: incoming(),
    before: ANSWERED,
    input: { type: 'connect-over' },
    by: 'local',
    reason: 'ice_failed',
    says: ['hangup ice_failed'],
  },
  {
    when: 'a path is lost for too long',
    call: incoming(),
    before: [...TALKS, { type: 'media-failed' }],
    input: { type: 'connect-over' },
    by: 'local',
    reason: 'ice_timeout',
    says: ['hangup ice_timeout'],
  },
  {
    when: 'a transfer ends the call',
    call: outgoing(),
    before: connected,
    input: { type: 'hangup', reason: 'replaced' },
    by: 'local',
    reason: 'replaced',
    says: ['hangup user_hangup'],
  },
  {
    when: 'the other side leaves the room',
    call: outgoing(),
    before: connected,
    input: { type: 'left-room' },
    by: 'remote',
    reason: 'left_room',
    says: [],
  },
];

function said(commands: Parameters<typeof sent>[0]): readonly string[] {
  return sent(commands).map((event) => {
    if (event.kind === 'select-answer') return `${event.kind} ${event.selectedPartyId}`;
    return 'reason' in event ? `${event.kind} ${event.reason}` : event.kind;
  });
}

describe('the end of a call', () => {
  for (const { when, call, before, input, by, reason, says } of ENDS) {
    it(`comes when ${when}, and says ${says.join() || 'nothing'}`, () => {
      const end = after(call, ...before, input);
      expect(end.call).to.include({ state: 'ended', endedBy: by, endReason: reason });
      expect(said(end.commands)).to.deep.equal(says);
      expect(end.commands.at(-1)).to.deep.equal({ do: 'close' });
    });
  }

  it('is for good: nothing has a row', () => {
    const { call } = after(incoming(), ...RINGS, { type: 'reject', emit: true });
    expect(after(call, ...RINGS)).to.deep.equal({ call, commands: [], dropped: true });
    expect(move(call, { type: 'hangup' }).dropped).to.equal(true);
  });
});

describe('an input without a row', () => {
  it('is dropped', () => {
    const { call } = after(outgoing(), ...INVITED, answeredBy(bobsPhone));
    const { call: same, commands, dropped } = after(call, answeredBy(bobsLaptop));
    expect(same).to.equal(call);
    expect(commands).to.deep.equal([]);
    expect(dropped).to.equal(true);
  });
});

describe('a state', () => {
  const ways: readonly (readonly [string, CallContext, readonly CallInput[], CallState])[] = [
    ['asks for its media first', outgoing(), INVITED.slice(0, 1), 'wait-local-media'],
    ['makes its offer', outgoing(), INVITED.slice(0, 2), 'create-offer'],
    ['is sent', outgoing(), INVITED, 'invite-sent'],
    ['rings', incoming(), RINGS, 'ringing'],
    ['is answered by the person', incoming(), ANSWERS, 'create-answer'],
    ['connects for the callee', incoming(), ANSWERED, 'connecting'],
    ['connects for the caller', outgoing(), [...INVITED, answeredBy(bobsPhone)], 'connecting'],
    ['talks', outgoing(), connected, 'connected'],
    ['loses its path', outgoing(), [...connected, { type: 'media-disconnected' }], 'reconnecting'],
    [
      'finds its path again',
      outgoing(),
      [...connected, { type: 'media-failed' }, { type: 'media-connected' }],
      'connected',
    ],
  ];
  for (const [what, call, inputs, state] of ways) {
    it(`is ${state} when a call ${what}`, () => {
      expect(after(call, ...inputs).call.state).to.equal(state);
    });
  }
});
