import { expect } from '@open-wc/testing';
import { GroupCallError } from '../../src/group-call/group-call-error.ts';
import { moveOwnMembership } from '../../src/group-call/own-membership.ts';
import {
  after,
  ALICE,
  does,
  entered,
  list,
  lobby,
  NO_EVENT,
  NOW,
  read,
  ROOM,
  said,
  seen,
} from './own-memberships.ts';

const LAPTOP = {
  ...{ application: 'm.call', call_id: ROOM, scope: 'm.room', device_id: 'LAPTOP', membershipID: 'other' },
  ...{ expires_ts: NOW + 100_000, foci_active: [{ type: 'mesh' }], unknown: { a: [1] } },
};
const OURS = { ...LAPTOP, device_id: 'PHONE', membershipID: 'us' };

describe('entering', () => {
  it('reads the key, schedules the leave, and then writes beside what others wrote', () => {
    const asked = after(lobby(), { type: 'enter' });
    expect(asked.commands.at(-1)).to.deep.equal({ do: 'read-key', stateKey: ALICE });
    const read = after(asked.context, seen(list(LAPTOP, 7)));
    expect(said(read.commands, 'schedule-leave')).to.deep.equal([LAPTOP, 7]);
    expect(said(read.commands, 'write-key')).to.equal(undefined);
    const scheduled = after(read.context, { type: 'scheduled', delayId: 'delay' });
    const [other, nonsense, own] = said(scheduled.commands, 'write-key')!;
    expect([other, nonsense]).to.deep.equal([LAPTOP, 7]);
    expect(own).to.include({ device_id: 'PHONE', membershipID: 'us', expires_ts: NOW + 360_000 });
    expect(does(scheduled.commands)).to.include('start-timer restart-due');
    const written = after(scheduled.context, { type: 'written', eventId: '$own' });
    expect(written.context.state).to.equal('entered');
    expect(does(written.commands)).to.include('start-timer refresh-due');
  });

  it('cleans up what earlier engines of this device left, in any call, and nobody else', () => {
    const stale = [
      { ...OURS, membershipID: 'old' },
      { ...OURS, membershipID: 'old', call_id: 'x' },
    ];
    const sibling = { ...OURS, call_id: 'another call of this engine' };
    const { context } = after(lobby(), { type: 'enter' }, seen(list(...stale, LAPTOP, sibling)));
    const { commands } = after(context, { type: 'scheduled', delayId: 'delay' });
    expect(said(commands, 'write-key')?.slice(0, -1)).to.deep.equal([LAPTOP, sibling]);
  });

  it('hands on nothing that somebody else wrote under our key', () => {
    const context = lobby({ stateKey: `PHONE_${ALICE}`, delayedEvents: false });
    const { commands } = after(context, { type: 'enter' }, seen(list(LAPTOP), { sender: '@mallory:hs' }));
    expect(said(commands, 'write-key')).to.have.length(1);
  });

  it('does without a delayed leave where the homeserver has none', () => {
    const { context } = after(lobby(), { type: 'enter' }, NO_EVENT);
    const { commands } = after(context, { type: 'delay-unsupported' });
    expect(does(commands)).to.deep.equal(['write-key']);
  });

  it('takes the limit of the homeserver for the leave, or halves its own until it gives up', () => {
    const { context } = after(lobby(), { type: 'enter' }, NO_EVENT);
    const named = after(context, { type: 'delay-too-long', most: 6_000 });
    expect(named.commands).to.deep.include({
      ...{ do: 'schedule-leave', stateKey: ALICE, content: list(), delay: 6_000 },
    });
    const restarts = after(named.context, { type: 'scheduled', delayId: 'delay' }).commands;
    expect(restarts).to.deep.include({ do: 'start-timer', timer: 'restart-due', ms: 1_500 });
    const unnamed = { type: 'delay-too-long', most: null } as const;
    const { commands } = after(context, unnamed, unnamed, unnamed, unnamed);
    expect(does(commands)).to.deep.equal(['write-key']);
  });

  it('goes on being written where the homeserver has delayed leaves no more', () => {
    const other = after(entered(), seen(list(OURS, LAPTOP)));
    expect(does(other.commands)).to.deep.equal(['schedule-leave']);
    for (const refusal of [
      { type: 'delay-unsupported' } as const,
      { type: 'delay-too-long', most: 1 } as const,
    ]) {
      const none = after(other.context, refusal);
      expect(none.commands).to.deep.include({ do: 'cancel-leave', delayId: 'delay' });
      const { commands } = moveOwnMembership(none.context, { type: 'refresh-due' }, NOW + 120_000);
      expect(does(commands)).to.deep.equal(['write-key']);
    }
  });

  it('says that the homeserver did not take it in time, until it does', () => {
    const { context } = after(lobby(), { type: 'enter' }, NO_EVENT, { type: 'scheduled', delayId: 'd' });
    for (const waiting of [context, after(entered(), { type: 'refresh-due' }).context]) {
      const late = after(waiting, { type: 'write-late' });
      expect(late.context.problem).to.deep.equal({ kind: 'not-written' });
      expect(after(late.context, { type: 'written', eventId: '$w' }).context.problem).to.equal(null);
    }
  });

  it('writes although the leave could not be scheduled, and tries that again', () => {
    const { context } = after(lobby(), { type: 'enter' }, NO_EVENT);
    const failed = after(context, { type: 'schedule-failed' });
    expect(does(failed.commands)).to.deep.equal(['start-timer retry-due', 'write-key']);
    expect(does(after(failed.context, { type: 'retry-due' }).commands)).to.include('schedule-leave');
  });

  it('says which power is missing, before and after asking', () => {
    const weak = lobby({ power: { own: 0, needed: 50 } });
    const problem = { kind: 'power-missing', own: 0, needed: 50 };
    const refused = after(weak, { type: 'enter' });
    expect(refused.context).to.deep.include({ state: 'lobby', problem });
    expect(refused.commands).to.deep.equal([]);
    const able = after(refused.context, { type: 'power', own: 0, needed: 0 });
    expect(able.context.problem).to.equal(null);
    const { context } = after(able.context, { type: 'enter' }, NO_EVENT, { type: 'scheduled', delayId: 'd' });
    const forbidden = after(context, { type: 'write-forbidden' });
    expect(forbidden.context).to.include({ state: 'lobby' });
    expect(forbidden.context.problem?.kind).to.equal('power-missing');
    expect(forbidden.commands).to.deep.include({ do: 'cancel-leave', delayId: 'd' });
  });

  it('is refused twice over', () => {
    expect(() => after(entered(), { type: 'enter' }))
      .to.throw(GroupCallError)
      .with.property('code', 'invalid-state');
  });
});

describe('being in', () => {
  it('is written again every two minutes', () => {
    const { commands } = after(entered(), { type: 'refresh-due' });
    expect(said(commands, 'write-key')).to.have.length(1);
  });

  it('restarts the leave, one at a time', () => {
    const due = after(entered(), { type: 'restart-due' });
    expect(due.commands).to.deep.equal([{ do: 'restart-leave', delayId: 'delay' }]);
    expect(after(due.context, { type: 'restarted', delayId: 'delay' }).commands).to.deep.equal([
      { do: 'start-timer', timer: 'restart-due', ms: 4_000 },
    ]);
    expect(after(due.context, { type: 'restarted', delayId: 'an older one' }).commands).to.deep.equal([]);
  });

  it('schedules the leave again and writes again when it is gone', () => {
    const gone = after(entered(), { type: 'leave-gone', delayId: 'delay' });
    expect(does(gone.commands)).to.deep.equal(['schedule-leave']);
    expect(does(after(gone.context, { type: 'scheduled', delayId: 'next' }).commands)).to.include(
      'write-key',
    );
  });

  it('keeps its delayed leave until it has another, though somebody wrote what that would say', () => {
    const forgotten = after(entered(), seen(list()));
    expect(does(forgotten.commands)).to.deep.equal(['schedule-leave', 'write-key']);
    const { commands } = after(forgotten.context, { type: 'scheduled', delayId: 'next' });
    expect(commands).to.deep.include({ do: 'cancel-leave', delayId: 'delay' });
  });

  it('takes what was written before its delayed leave can have been sent for the word of another', () => {
    const context = entered(lobby(), list(LAPTOP));
    const armed = after(context, seen(list(OURS)), { type: 'scheduled', delayId: 'next' });
    // The laptop wrote from what it saw before, and then was taken out.
    const back = after(armed.context, seen(list({ ...LAPTOP, expires_ts: NOW + 200_000 }, OURS)));
    const { commands } = after(back.context, seen(list()));
    expect(said(commands, 'write-key')).to.have.length(1);
  });

  it('comes back at once when the homeserver says that we left', () => {
    const { context, commands } = after(entered(lobby(), list(LAPTOP)), seen(list(LAPTOP)));
    expect(context.state).to.equal('entered');
    expect(said(commands, 'write-key')).to.have.length(2);
    expect(does(commands)).to.include('schedule-leave');
  });

  it('schedules the leave anew when an entry beside ours changes, and cancels its own old one only', () => {
    const context = entered(lobby(), list(LAPTOP));
    const own = after(context, { type: 'refresh-due' });
    const newer = { ...LAPTOP, expires_ts: LAPTOP.expires_ts + 1 };
    const changed = after(context, seen(list(newer, said(own.commands, 'write-key')![1])));
    expect(said(changed.commands, 'schedule-leave')).to.deep.equal([newer]);
    expect(does(changed.commands)).not.to.include('write-key');
    const scheduled = after(changed.context, { type: 'scheduled', delayId: 'next' });
    expect(scheduled.commands.filter((each) => each.do === 'cancel-leave')).to.deep.equal([
      { do: 'cancel-leave', delayId: 'delay' },
    ]);
  });

  it('puts back whom its own write overwrote', () => {
    const context = entered();
    const refresh = after(context, { type: 'refresh-due' });
    const own = said(refresh.commands, 'write-key')!;
    const crossed = after(refresh.context, seen(list(LAPTOP)));
    expect(said(crossed.commands, 'write-key')).to.equal(undefined);
    const echoed = after(crossed.context, seen(list(...own), { eventId: '$echo' }), {
      type: 'written',
      eventId: '$echo',
    });
    expect(said(echoed.commands, 'write-key')?.[0]).to.deep.equal(LAPTOP);
  });

  it('has left for good when what took it out was shown, also where another wrote the same before the answer', () => {
    const leaves = after(entered(), { type: 'leave' });
    const gone = list(...said(leaves.commands, 'write-key')!);
    const { context } = after(
      leaves.context,
      seen(gone, { eventId: '$ours' }),
      seen(gone, { eventId: '$another' }),
      { type: 'written', eventId: '$ours' },
    );
    expect(context.state).to.equal('left');
    const back = after(context, seen(list(OURS)));
    expect(said(back.commands, 'write-key')).to.deep.equal([]);
  });

  it('gives way to another engine of this device', () => {
    const newer = { ...OURS, membershipID: 'a newer tab', expires_ts: NOW + 360_001 };
    const { context, commands } = after(entered(), seen(list(newer)));
    expect(context).to.include({ state: 'left', endReason: 'taken-over' });
    expect(does(commands)).to.include('cancel-leave').and.not.include('write-key');
  });

  it('does not give way to one that was there before', () => {
    const old = { ...OURS, membershipID: 'old' };
    const { context, commands } = after(entered(lobby(), list(old)), seen(list(old)));
    expect(context.state).to.equal('entered');
    expect(said(commands, 'write-key')).to.have.length(1);
  });

  it('does not give way to one before it that a device which was away put back', () => {
    const old = { ...OURS, membershipID: 'old', expires_ts: NOW + 359_000 };
    const { context, commands } = after(entered(), seen(list(old)));
    expect(context.state).to.equal('entered');
    const [own, ...others] = said(commands, 'write-key')!;
    expect(own).to.include({ device_id: 'PHONE', membershipID: 'us' });
    expect(others).to.deep.equal([]);
  });

  it('tells which feeds there are', () => {
    const { commands } = after(entered(), { type: 'set-feeds', feeds: ['m.usermedia', 'm.screenshare'] });
    expect(said(commands, 'write-key')?.[0]).to.deep.include({
      feeds: [{ purpose: 'm.usermedia' }, { purpose: 'm.screenshare' }],
    });
  });

  it('waits for power that was taken away, and writes when it is back', () => {
    const { context } = after(entered(), { type: 'refresh-due' }, { type: 'write-forbidden' });
    expect(context).to.include({ state: 'entered', writing: 'paused' });
    expect(does(after(context, seen(list())).commands)).not.to.include('write-key');
    expect(does(after(context, { type: 'power', own: 50, needed: 50 }).commands)).to.include('write-key');
  });

  it('writes again although its last write was never seen', () => {
    const { context } = after(entered(), { type: 'refresh-due' }, { type: 'written', eventId: '$unseen' });
    expect(does(after(context, { type: 'echo-due' }).commands)).to.deep.equal(['read-key']);
    expect(does(after(context, { type: 'refresh-due' }).commands)).to.include('write-key');
  });

  describe('where two wrote at once', () => {
    const theirs = seen(list(LAPTOP));
    const answer = { type: 'written', eventId: '$ours' } as const;
    const refreshed = after(entered(), { type: 'refresh-due' });
    const ours = list(...(said(refreshed.commands, 'write-key') ?? []));

    it('writes again at once, whether the answer or the other’s write comes first', () => {
      for (const inputs of [
        [theirs, answer],
        [answer, theirs],
      ]) {
        const { commands } = after(refreshed.context, ...inputs);
        expect(said(commands, 'write-key')?.[0]).to.deep.equal(LAPTOP);
        expect(said(commands, 'write-key')).to.have.length(2);
      }
    });

    it('knows its own write when it is shown late, and takes nobody out for it', () => {
      const again = after(refreshed.context, theirs, answer);
      const late = after(again.context, seen(ours, { eventId: '$ours' }));
      expect(does(late.commands)).not.to.include('write-key');
      const both = list(...(said(again.commands, 'write-key') ?? []));
      const shown = after(
        late.context,
        { type: 'written', eventId: '$both' },
        seen(both, { eventId: '$both' }),
      );
      expect(does(shown.commands)).not.to.include('write-key');
      expect(said(after(shown.context, { type: 'refresh-due' }).commands, 'write-key')?.[0]).to.deep.equal(
        LAPTOP,
      );
    });

    it('writes again where nothing was ever shown but what it reads', () => {
      const { context } = after(refreshed.context, answer, { type: 'echo-due' });
      const again = after(context, read(list(LAPTOP)));
      expect(said(again.commands, 'write-key')?.[0]).to.deep.equal(LAPTOP);
      expect(said(again.commands, 'write-key')).to.have.length(2);
    });

    it('does not write again because its write is not shown yet', () => {
      expect(does(after(refreshed.context, answer).commands)).not.to.include('write-key');
    });
  });

  it('is not misled by what nobody can have meant', () => {
    const memberships = Array.from({ length: 10_000 }, (_, i) => ({ ...LAPTOP, device_id: `D${i}` }));
    for (const content of [
      list(...memberships),
      list(OURS, null, 7, [], { device_id: 7 }),
      7,
      { memberships: 7 },
    ]) {
      const { context, commands } = after(entered(), seen(content));
      expect(context.state).to.equal('entered');
      const wrote = said(commands, 'write-key');
      if (wrote) expect(wrote.at(-1)).to.include({ device_id: 'PHONE', membershipID: 'us' });
    }
  });
});

describe('before entering', () => {
  it('takes back an entry of an earlier stay that another device put back', () => {
    const { context, commands } = after(lobby(), seen(list(LAPTOP, OURS)));
    expect(context.state).to.equal('lobby');
    expect(said(commands, 'write-key')).to.deep.equal([LAPTOP]);
    const done = after(context, { type: 'written', eventId: '$own' });
    expect(done.context).to.include({ state: 'lobby', write: null, onServer: false });
    const entering = after(done.context, { type: 'enter' }, NO_EVENT);
    expect(said(entering.commands, 'schedule-leave')).to.deep.equal([]);
    expect(does(entering.commands), 'the leave comes first').not.to.include('write-key');
  });

  it('writes nothing because of others', () => {
    const { commands } = after(lobby(), seen(list(LAPTOP)), seen(list()));
    expect(commands).to.deep.equal([]);
  });
});

describe('leaving', () => {
  it('takes back an entry of which nobody knows whether it arrived', () => {
    const refresh = after(entered(), { type: 'refresh-due' });
    const { context, commands } = after(refresh.context, { type: 'leave' }, { type: 'write-failed' });
    expect(said(commands, 'write-key')).to.deep.equal([]);
    const forbidden = after(refresh.context, { type: 'leave' }, { type: 'write-forbidden' });
    expect(does(forbidden.commands)).not.to.include('write-key');
    expect(after(context, { type: 'write-failed' }).commands, 'once').to.deep.equal([]);
  });

  it('writes first and cancels second', () => {
    const left = after(entered(lobby(), list(LAPTOP)), { type: 'leave' });
    expect(left.context.state).to.equal('leaving');
    expect(said(left.commands, 'write-key')).to.deep.equal([LAPTOP]);
    expect(does(left.commands)).not.to.include('cancel-leave');
    const written = after(left.context, { type: 'written', eventId: '$left' });
    expect(written.commands).to.deep.include({ do: 'cancel-leave', delayId: 'delay' });
    const { context, commands } = after(written.context, seen(list(LAPTOP), { eventId: '$left' }));
    expect(context).to.include({ state: 'left', endReason: 'left' });
    expect(does(commands)).to.include('stop-timer restart-due');
  });

  it('has nothing to write before anything was written', () => {
    const { context, commands } = after(lobby(), { type: 'enter' }, { type: 'leave' });
    expect(context.state).to.equal('left');
    expect(does(commands)).not.to.include('write-key');
    expect(after(context, { type: 'scheduled', delayId: 'late' }).commands).to.deep.equal([
      { do: 'cancel-leave', delayId: 'late' },
    ]);
  });

  it('waits for a write that is on its way', () => {
    const { context } = after(entered(), { type: 'refresh-due' });
    const left = after(context, { type: 'leave' });
    expect(does(left.commands)).not.to.include('write-key');
    expect(
      said(after(left.context, { type: 'written', eventId: '$late' }).commands, 'write-key'),
    ).to.deep.equal([]);
  });

  it('leaves it to the delayed leave when it cannot be written', () => {
    const { context, commands } = after(entered(), { type: 'leave' }, { type: 'write-failed' });
    expect(context.state).to.equal('left');
    expect(does(commands)).not.to.include('cancel-leave');
  });

  it('sends the delayed leave when the page goes away, else writes', () => {
    expect(after(entered(), { type: 'unload' }).commands).to.deep.include({
      do: 'send-leave',
      delayId: 'delay',
    });
    const { commands } = after(entered(lobby({ delayedEvents: false })), { type: 'unload' });
    expect(said(commands, 'write-key')).to.deep.equal([]);
  });

  it('does not keep us from entering again while it is written', () => {
    const left = after(entered(lobby(), list(LAPTOP)), { type: 'leave' });
    const ours = said(after(entered(lobby(), list(LAPTOP)), { type: 'refresh-due' }).commands, 'write-key')!;
    const gone = list(LAPTOP);
    // Another device wrote from what was there before, so that the list without us is written once more.
    const again = after(
      left.context,
      { type: 'written', eventId: '$gone' },
      seen(gone, { eventId: '$gone' }),
      seen(list(...ours)),
    );
    expect(again.context.state).to.equal('left');
    expect(said(again.commands, 'write-key')).to.deep.equal([LAPTOP]);
    const { commands } = after(
      again.context,
      { type: 'enter' },
      { type: 'written', eventId: '$again' },
      seen(gone, { eventId: '$again' }),
      { type: 'scheduled', delayId: 'next' },
    );
    expect(said(commands, 'write-key')?.at(-1)).to.include({ device_id: 'PHONE' });
  });

  it('leaves again when somebody puts us back, and not after entering again', () => {
    const { context } = after(
      entered(),
      { type: 'leave' },
      { type: 'written', eventId: '$left' },
      seen(list(), { eventId: '$left' }),
    );
    expect(said(after(context, seen(list(OURS))).commands, 'write-key')).to.deep.equal([]);
    expect(after(context, { type: 'enter' }).context).to.include({ state: 'entering', endReason: null });
  });

  for (const reason of ['kicked', 'banned', 'left-room'] as const) {
    it(`is over at once when we are ${reason}`, () => {
      const { context, commands } = after(entered(), { type: 'removed-from-room', reason });
      expect(context).to.include({ state: 'left', endReason: reason });
      expect(does(commands)).to.include('cancel-leave').and.not.include('write-key');
    });
  }

  it('is what a new version of the room asks for', () => {
    const { context, commands } = after(entered(), { type: 'room-upgraded' });
    expect(context).to.include({ state: 'leaving', endReason: 'room-upgraded' });
    expect(does(commands)).to.include('write-key');
  });
});
