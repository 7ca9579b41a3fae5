import { expect } from '@open-wc/testing';
import { machine } from './model/run.ts';
import type { DeviceName, Schedule, Step } from './model/schedule.ts';
import { userOf } from './model/user-of.ts';
import { World } from './model/world.ts';

const devices: readonly DeviceName[] = ['a1', 'a2', 'b1', 'b2'];
const settle: Step = { do: 'settle' };

/** Who is in which state after these steps. */
function after(steps: readonly Step[], change: Partial<Schedule> = {}): Readonly<Record<string, string>> {
  const schedule: Schedule = { devices, ending: 'hangup', ...change, steps };
  const world = new World(schedule, machine, () => undefined);
  for (const step of steps) world.step(step);
  return Object.fromEntries(world.calls.map(({ context }) => [context.self.deviceId, context.state]));
}

function place(at: DeviceName, to: Extract<Step, { do: 'place' }>['to']): Step {
  return { do: 'place', at, to, room: 'one' };
}

describe('a call in which nothing goes wrong', () => {
  for (const caller of devices) {
    for (const callee of devices.filter((other) => userOf(other) !== userOf(caller))) {
      it(`rings at every device of the callee and connects ${caller} with ${callee}, who answers`, () => {
        const rings = [place(caller, userOf(callee)), settle];
        const others = devices.filter((name) => userOf(name) === userOf(callee));
        const ringing = Object.fromEntries(others.map((name) => [name, 'ringing']));
        expect(after(rings)).to.deep.equal({ [caller]: 'invite-sent', ...ringing });

        const talks = after([...rings, { do: 'answer', at: callee }, settle]);
        expect(talks).to.deep.equal({ [caller]: 'connected', [callee]: 'connected' });
      });
    }
  }

  it('connects two devices of one user', () => {
    const steps = [place('a1', 'a2'), settle, { do: 'answer', at: 'a2' }, settle] as const;
    expect(after(steps)).to.deep.equal({ a1: 'connected', a2: 'connected' });
  });

  it('rings at the one device that is meant', () => {
    expect(after([place('a1', 'b2'), settle])).to.deep.equal({ a1: 'invite-sent', b2: 'ringing' });
  });

  it('connects with an old client on either side', () => {
    const steps = [place('a1', 'bob'), settle, { do: 'answer', at: 'b1' }, settle] as const;
    const two = ['a1', 'b1'] as const;
    for (const old of two) {
      expect(after(steps, { devices: two, old }), old).to.deep.equal({ a1: 'connected', b1: 'connected' });
    }
  });

  it('connects exactly one device when two of the callee answer at once', () => {
    const both: readonly Step[] = [
      place('a1', 'bob'),
      settle,
      { do: 'answer', at: 'b1' },
      { do: 'answer', at: 'b2' },
      settle,
    ];
    const states = after(both);
    expect(Object.values(states)).to.deep.equal(['connected', 'connected']);
    expect(states).to.have.property('a1');
  });
});

describe('two people who call each other at once', () => {
  const glare = [place('a1', 'bob'), place('b1', 'alice'), settle] as const;
  const two = ['a1', 'b1'] as const;

  it('are left with one call that rings, and talk when it is answered', () => {
    expect(Object.values(after(glare, { devices: two })).toSorted()).to.deep.equal([
      'invite-sent',
      'ringing',
    ]);
    const talk = after([...glare, { do: 'answer', at: 'any' }, settle], { devices: two });
    expect(talk).to.deep.equal({ a1: 'connected', b1: 'connected' });
  });

  it('talk at once where that is the setting', () => {
    expect(after(glare, { devices: two, glare: 'answers' })).to.deep.equal({
      a1: 'connected',
      b1: 'connected',
    });
  });
});

describe('a path that is lost', () => {
  const talk = [place('a1', 'bob'), settle, { do: 'answer', at: 'b1' }, settle] as const;
  const two = ['a1', 'b1'] as const;
  const lost: readonly Step[] = [
    ...talk,
    { do: 'cut', at: 'a1' },
    settle,
    { do: 'wait', ms: 10_100 },
    settle,
  ];

  it('is found again when it is back after 10 s', () => {
    expect(after(lost, { devices: two })).to.deep.equal({ a1: 'reconnecting', b1: 'reconnecting' });
    const back = after([...lost, { do: 'heal', at: 'a1' }, settle], { devices: two });
    expect(back).to.deep.equal({ a1: 'connected', b1: 'connected' });
  });

  it('ends the call on both sides after 30 s', () => {
    expect(after([...lost, { do: 'wait', ms: 20_000 }], { devices: two })).to.deep.equal({});
  });
});
