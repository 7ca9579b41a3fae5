import { expect } from '@open-wc/testing';
import type { MeshPairCommand } from '../../src/group-call/mesh-pair-command.ts';
import { hasWaited } from '../../src/group-call/mesh-pair.ts';
import type { MeshPeer } from '../../src/group-call/mesh-pair.ts';
import { MeshPairs } from '../../src/group-call/mesh-pairs.ts';
import type { CallEvent } from '../../src/signalling/call-event.ts';
import { candidates, hangup, invite } from './arrivals.ts';

const CAROL = '@carol:hs:C';

function peer(userId: string, deviceId: string, change: Partial<MeshPeer> = {}): MeshPeer {
  return { userId, deviceId, membershipId: 'first', dialect: 'deployed', feeds: [], ...change };
}
const alice = peer('@alice:hs', 'A');
const carol = peer('@carol:hs', 'C');
const renewedCarol = { ...carol, membershipId: 'second' };

/** The pairs of Bob's device B, whose calls are named by a count. */
function bob(): MeshPairs {
  let calls = 0;
  return new MeshPairs({
    self: { userId: '@bob:hs', deviceId: 'B' },
    newCallId: () => {
      calls += 1;
      return `call-${calls}`;
    },
  });
}

function told(commands: readonly MeshPairCommand[]): readonly string[] {
  return commands.map((command) => {
    const how = command.do === 'end' ? ` ${command.how}` : '';
    return `${command.do} ${command.pair} ${command.callId}${how}`;
  });
}

function states(pairs: MeshPairs): Readonly<Record<string, string>> {
  return Object.fromEntries(pairs.pairs.map(({ id, state }) => [id, state]));
}

function hear(pairs: MeshPairs, from: string, event: CallEvent, now: number): readonly string[] {
  return told(pairs.heard({ to: 'call', peer: from, event }, now));
}

/** Bob invited Carol at 0, and media flow since 1000. */
function talking(): MeshPairs {
  const pairs = bob();
  pairs.members([carol], 0);
  pairs.announced(0);
  pairs.report(CAROL, { type: 'answered', callId: 'call-1' }, 500);
  pairs.report(CAROL, { type: 'media-connected', callId: 'call-1' }, 1_000);
  return pairs;
}

/** Bob accepted Alice's invite. */
function connecting(): MeshPairs {
  const pairs = bob();
  pairs.members([alice], 0);
  hear(pairs, '@alice:hs:A', invite('theirs'), 0);
  return pairs;
}

describe('who invites whom', () => {
  it('is the smaller of user and device id, by UTF-16 code unit', () => {
    const pairs = bob();
    const others = [
      alice,
      carol,
      peer('@bob:hs', 'A'),
      peer('@bob:hs', 'C'),
      peer('@bob:hs', 'b'),
      peer('@Zoe:hs', 'Z'),
      // U+1F600 is larger than U+FF5E as a code point, smaller as code units.
      peer('@\u{1f600}:hs', 'E'),
    ];
    pairs.members(others, 0);
    expect(pairs.pairs.filter(({ weInvite }) => weInvite).map(({ id }) => id)).to.deep.equal([
      CAROL,
      '@bob:hs:C',
      '@bob:hs:b',
      '@\u{1f600}:hs:E',
    ]);
  });

  it('waits until others know that we are here', () => {
    const pairs = bob();
    expect(told(pairs.members([alice, carol], 0))).to.deep.equal([]);
    expect(pairs.wakeAt).to.equal(null);
    expect(told(pairs.announced(10))).to.deep.equal([`invite ${CAROL} call-1`]);
    expect(told(pairs.members([alice, carol, peer('@dan:hs', 'D')], 20))).to.deep.equal([
      'invite @dan:hs:D call-2',
    ]);
  });

  it('does not wait for what led to nothing before others could know', () => {
    const pairs = bob();
    pairs.announced(0);
    pairs.members([carol], 0);
    pairs.report(CAROL, { type: 'ended', callId: 'call-1' }, 30_000);
    expect(told(pairs.due(30_100))).to.deep.equal([]);
    expect(told(pairs.announced(30_200))).to.deep.equal([`invite ${CAROL} call-2`]);
  });

  it('does not make us invite ourselves', () => {
    const pairs = bob();
    pairs.members([peer('@bob:hs', 'B')], 0);
    expect(pairs.pairs).to.deep.equal([]);
  });

  it('is answered whenever it comes, even before others know that we are here', () => {
    const pairs = bob();
    pairs.members([alice], 0);
    expect(hear(pairs, '@alice:hs:A', invite('theirs'), 10)).to.deep.equal(['accept @alice:hs:A theirs']);
    expect(states(pairs)).to.deep.equal({ '@alice:hs:A': 'connecting' });
  });

  it('is not turned round by an invite', () => {
    const pairs = talking();
    expect(hear(pairs, CAROL, invite('theirs'), 2_000)).to.deep.equal([]);
    expect(states(pairs)).to.deep.equal({ [CAROL]: 'connected' });
  });
});

describe('an invite', () => {
  it('is sent again and again while nothing comes back, and then is a new call', () => {
    const pairs = bob();
    pairs.members([carol], 0);
    pairs.announced(0);
    const instants: number[] = [];
    for (let now = pairs.wakeAt; now !== null && now < 30_000; now = pairs.wakeAt) {
      instants.push(now);
      expect(told(pairs.due(now))).to.deep.equal([`resend-invite ${CAROL} call-1`]);
    }
    expect(instants).to.deep.equal([3_000, 9_000, 21_000]);
    expect(told(pairs.report(CAROL, { type: 'ended', callId: 'call-1' }, 30_000))).to.deep.equal([]);
    expect(pairs.wakeAt).to.equal(32_000);
    expect(told(pairs.due(32_000))).to.deep.equal([`invite ${CAROL} call-2`]);
  });

  it('is not sent again once it was answered', () => {
    const pairs = bob();
    pairs.members([carol], 0);
    pairs.announced(0);
    pairs.report(CAROL, { type: 'answered', callId: 'call-1' }, 100);
    expect(pairs.wakeAt).to.equal(null);
    expect(states(pairs)).to.deep.equal({ [CAROL]: 'connecting' });
  });

  it('that comes again gets the same answer again, until media flow', () => {
    const pairs = bob();
    pairs.members([alice], 0);
    hear(pairs, '@alice:hs:A', invite('theirs'), 0);
    const again = { to: 'invited-again', peer: '@alice:hs:A', event: invite('theirs') } as const;
    expect(told(pairs.heard(again, 10))).to.deep.equal(['resend-answer @alice:hs:A theirs']);
    pairs.report('@alice:hs:A', { type: 'media-connected', callId: 'theirs' }, 20);
    expect(told(pairs.heard(again, 30))).to.deep.equal([]);
  });

  it('that came while its sender seemed to have left is accepted when it comes again', () => {
    const pairs = bob();
    pairs.members([alice], 0);
    hear(pairs, '@alice:hs:A', invite('old'), 0);
    pairs.report('@alice:hs:A', { type: 'media-connected', callId: 'old' }, 1_000);
    pairs.members([], 2_000);
    expect(hear(pairs, '@alice:hs:A', invite('new'), 2_500)).to.deep.equal([]);
    pairs.members([alice], 3_000);
    const again = { to: 'invited-again', peer: '@alice:hs:A', event: invite('new') } as const;
    expect(told(pairs.heard(again, 5_500))).to.deep.equal([
      'end @alice:hs:A old with-hangup',
      'accept @alice:hs:A new',
    ]);
  });

  it('takes the place of a call that its sender gave up', () => {
    const pairs = bob();
    pairs.members([alice], 0);
    hear(pairs, '@alice:hs:A', invite('old'), 0);
    pairs.report('@alice:hs:A', { type: 'media-connected', callId: 'old' }, 1_000);
    expect(hear(pairs, '@alice:hs:A', invite('new'), 2_000)).to.deep.equal([
      'end @alice:hs:A old with-hangup',
      'accept @alice:hs:A new',
    ]);
    expect(hear(pairs, '@alice:hs:A', invite('old'), 3_000)).to.deep.equal([]);
  });

  it('is not accepted when its hangup was heard before it', () => {
    const pairs = bob();
    pairs.members([alice], 0);
    expect(hear(pairs, '@alice:hs:A', hangup('theirs'), 0)).to.deep.equal([]);
    expect(hear(pairs, '@alice:hs:A', invite('theirs'), 10)).to.deep.equal([]);
  });

  it('of somebody who is not in the call is not accepted', () => {
    expect(hear(bob(), '@alice:hs:A', invite('theirs'), 0)).to.deep.equal([]);
  });
});

describe('what the other side says', () => {
  it('is heard by the call of the pair and by no other', () => {
    const pairs = talking();
    expect(hear(pairs, CAROL, candidates('c', 'call-1'), 0)).to.deep.equal([`hear ${CAROL} call-1`]);
    expect(hear(pairs, CAROL, hangup('call-1'), 0)).to.deep.equal([`hear ${CAROL} call-1`]);
    expect(hear(pairs, CAROL, candidates('c', 'call-0'), 0)).to.deep.equal([]);
    expect(hear(pairs, '@alice:hs:A', candidates('c', 'call-1'), 0)).to.deep.equal([]);
  });

  it('means nothing to a later call', () => {
    const pairs = talking();
    pairs.report(CAROL, { type: 'ended', callId: 'call-1' }, 2_000);
    pairs.due(4_000);
    pairs.report(CAROL, { type: 'media-connected', callId: 'call-1' }, 5_000);
    pairs.report(CAROL, { type: 'ended', callId: 'call-1' }, 5_000);
    expect(states(pairs)).to.deep.equal({ [CAROL]: 'inviting' });
  });
});

describe('a call that ended', () => {
  it('is followed by another, later after each that led to nothing', () => {
    const pairs = talking();
    const pauses: number[] = [];
    let now = 2_000;
    for (let call = 1; call <= 6; call += 1) {
      pairs.report(CAROL, { type: 'ended', callId: `call-${call}` }, now);
      pauses.push((pairs.wakeAt ?? Infinity) - now);
      now = pairs.wakeAt ?? Infinity;
      expect(told(pairs.due(now))).to.deep.equal([`invite ${CAROL} call-${call + 1}`]);
    }
    expect(pauses).to.deep.equal([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    pairs.report(CAROL, { type: 'answered', callId: 'call-7' }, now);
    pairs.report(CAROL, { type: 'media-connected', callId: 'call-7' }, now);
    pairs.report(CAROL, { type: 'ended', callId: 'call-7' }, now);
    expect(pairs.wakeAt).to.equal(now + 2_000);
  });

  it('is for the other side to follow where that invites', () => {
    const pairs = bob();
    pairs.members([alice], 0);
    pairs.announced(0);
    hear(pairs, '@alice:hs:A', invite('theirs'), 0);
    pairs.report('@alice:hs:A', { type: 'ended', callId: 'theirs' }, 10);
    expect(pairs.wakeAt).to.equal(null);
    expect(states(pairs)).to.deep.equal({ '@alice:hs:A': 'idle' });
  });
});

describe('waiting for media', () => {
  it('begins anew when they stop, and is none while they flow', () => {
    const pairs = talking();
    const waits = (ms: number, now: number) => pairs.pairs.map((pair) => hasWaited(pair, ms, now));
    expect(waits(10_000, 99_000)).to.deep.equal([false]);
    pairs.report(CAROL, { type: 'media-lost', callId: 'call-1' }, 5_000);
    expect([waits(10_000, 14_999), waits(10_000, 15_000)]).to.deep.equal([[false], [true]]);
  });
});

describe('somebody who leaves', () => {
  it('without a hangup is kept for 10 s while media flow, and learns of the end when it comes back', () => {
    const pairs = talking();
    expect(told(pairs.members([], 5_000))).to.deep.equal([]);
    expect(states(pairs)).to.deep.equal({ [CAROL]: 'leaving' });
    expect(pairs.sessionOf('@carol:hs', 'C')).to.equal('first');
    expect(pairs.wakeAt).to.equal(15_000);
    expect(told(pairs.due(15_000))).to.deep.equal([`end ${CAROL} call-1 with-hangup`]);
    expect(pairs.pairs).to.deep.equal([]);
    expect(pairs.sessionOf('@carol:hs', 'C')).to.equal(undefined);
  });

  it('and is back within these 10 s was never gone', () => {
    const pairs = talking();
    pairs.members([], 5_000);
    expect(told(pairs.members([carol], 14_999))).to.deep.equal([]);
    expect(states(pairs)).to.deep.equal({ [CAROL]: 'connected' });
    expect(pairs.wakeAt).to.equal(null);
  });

  it('and is back as another engine is connected with anew', () => {
    const pairs = talking();
    pairs.members([], 5_000);
    expect(told(pairs.members([renewedCarol], 6_000))).to.deep.equal([
      `end ${CAROL} call-1 silently`,
      `invite ${CAROL} call-2`,
    ]);
  });

  it('is gone at once when the media end', () => {
    for (const type of ['media-lost', 'ended'] as const) {
      const pairs = talking();
      pairs.members([], 2_000);
      pairs.report(CAROL, { type, callId: 'call-1' }, 3_000);
      expect(pairs.pairs, type).to.deep.equal([]);
    }
  });

  it('is gone at once where there is no call', () => {
    const pairs = talking();
    pairs.report(CAROL, { type: 'ended', callId: 'call-1' }, 2_000);
    pairs.members([], 3_000);
    expect(pairs.pairs).to.deep.equal([]);
  });

  it('is waited for a moment while media do not flow', () => {
    const pairs = connecting();
    expect(told(pairs.members([], 1_000))).to.deep.equal([]);
    expect(states(pairs)).to.deep.equal({ '@alice:hs:A': 'missing' });
    expect(told(pairs.due(3_999))).to.deep.equal([]);
    expect(told(pairs.due(4_000))).to.deep.equal(['end @alice:hs:A theirs with-hangup']);
    expect(pairs.pairs).to.deep.equal([]);
  });

  it('by mistake, when another device of the same user wrote at the same time, keeps its call', () => {
    const pairs = connecting();
    pairs.members([], 1_000);
    expect(told(pairs.members([alice], 1_500))).to.deep.equal([]);
    expect(states(pairs)).to.deep.equal({ '@alice:hs:A': 'connecting' });
    expect(pairs.wakeAt).to.equal(null);
  });

  it('while media begin to flow is kept for as long as with media', () => {
    const pairs = connecting();
    pairs.members([], 1_000);
    pairs.report('@alice:hs:A', { type: 'media-connected', callId: 'theirs' }, 2_000);
    expect(states(pairs)).to.deep.equal({ '@alice:hs:A': 'leaving' });
    expect(pairs.wakeAt).to.equal(12_000);
  });

  it('before anything was agreed gets no further event', () => {
    const pairs = bob();
    pairs.members([carol], 0);
    pairs.announced(0);
    expect(told(pairs.members([], 10))).to.deep.equal([`end ${CAROL} call-1 silently`]);
  });
});

describe('another engine of the same device', () => {
  it('is connected with at once, in place of the one before', () => {
    const pairs = talking();
    expect(told(pairs.members([renewedCarol], 5_000))).to.deep.equal([
      `end ${CAROL} call-1 silently`,
      `invite ${CAROL} call-2`,
    ]);
    expect(pairs.sessionOf('@carol:hs', 'C')).to.equal('second');
  });

  it('that comes again and again without media has to wait', () => {
    const pairs = talking();
    const pauses = Array.from({ length: 4 }, (_, index) => {
      pairs.members([{ ...carol, membershipId: `engine-${index}` }], 5_000);
      return (pairs.wakeAt ?? Infinity) - 5_000;
    });
    // 3 s: the invite that went out at once is due again.
    expect(pauses).to.deep.equal([3_000, 2_000, 4_000, 8_000]);
  });

  it('is spoken to as it reads', () => {
    const pairs = bob();
    pairs.members([carol], 0);
    const documented = { ...carol, dialect: 'documented', feeds: ['m.screenshare'] } as const;
    pairs.members([documented], 10);
    expect(pairs.announced(20)).to.deep.equal([
      { do: 'invite', pair: CAROL, callId: 'call-1', peer: documented },
    ]);
  });
});

describe('our own leaving', () => {
  it('hangs up with everybody who is in the call', () => {
    const pairs = talking();
    pairs.members([alice, carol, peer('@dan:hs', 'D')], 2_000);
    pairs.members([alice, peer('@dan:hs', 'D')], 3_000);
    expect(told(pairs.close(4_000))).to.deep.equal([
      `end ${CAROL} call-1 silently`,
      'end @dan:hs:D call-2 with-hangup',
    ]);
    expect(pairs.pairs).to.deep.equal([]);
    expect(pairs.wakeAt).to.equal(null);
  });
});

describe('a hostile member', () => {
  it('is connected with as eight devices, and a call with 32', () => {
    const pairs = bob();
    const devices = (userId: string) => Array.from({ length: 500 }, (_, index) => peer(userId, `D${index}`));
    pairs.members([...devices('@mallory:hs'), carol], 0);
    expect(pairs.pairs).to.have.length(9);
    const crowd = Array.from({ length: 100 }, (_, index) => peer(`@user${index}:hs`, 'D'));
    pairs.members([carol, ...crowd], 10);
    expect(pairs.pairs).to.have.length(32);
    expect(pairs.sessionOf('@carol:hs', 'C')).to.equal('first');
  });

  it('does not become somebody else by the name of its device', () => {
    const pairs = bob();
    pairs.members([peer('@carol:hs:8448', 'C')], 0);
    pairs.members([peer('@carol:hs:8448', 'C'), peer('@carol:hs', '8448:C', { membershipId: 'forged' })], 10);
    expect(pairs.sessionOf('@carol:hs:8448', 'C')).to.equal('first');
    expect(pairs.sessionOf('@carol:hs', '8448:C')).to.equal(undefined);
  });
});
