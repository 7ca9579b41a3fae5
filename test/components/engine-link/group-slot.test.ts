import { expect } from '@open-wc/testing';
import { GroupSlot } from '../../../components/engine-link/group-slot.ts';
import { ScriptedSession } from '../group-call/scripted-session.ts';

describe('what a group slot tells of a call that it let go', () => {
  let told: string[];
  let slot: GroupSlot;
  let session: ScriptedSession;
  beforeEach(() => {
    told = [];
    const ignore = (): void => undefined;
    slot = new GroupSlot({
      changed: ignore,
      snapshotChanged: (now, before) => told.push(`${before.state} ${now.state}`),
      reaction: ignore,
      failed: ignore,
      recovered: ignore,
    });
    session = new ScriptedSession({ state: 'entered', enteredAt: Date.now() });
    session.leave = () => {
      session.become({ state: 'leaving' });
      return Promise.resolve();
    };
    slot.follow(session.shown);
  });

  it('is the way out, to its end', () => {
    slot.follow(null);
    session.become({ state: 'left' });
    expect(told).to.deep.equal(['entered leaving', 'leaving left']);
    session.become({ participants: [] });
    expect(told).to.have.lengthOf(2);
  });

  it('is the way out that was begun before', () => {
    session.become({ state: 'leaving' });
    slot.lent = session.shown;
    slot.follow(new ScriptedSession().shown);
    session.become({ state: 'left' });
    expect(told).to.deep.equal(['entered leaving', 'leaving left']);
  });

  it('is told once where it is shown again', () => {
    slot.follow(null);
    slot.follow(session.shown);
    session.become({ state: 'left' });
    expect(told).to.deep.equal(['entered leaving', 'leaving left']);
  });

  it('is nothing where the call goes on', () => {
    slot.lent = session.shown;
    slot.follow(null);
    session.become({ state: 'leaving' });
    expect(told).to.deep.equal([]);
  });
});
