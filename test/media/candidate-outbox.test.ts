import { expect } from '@open-wc/testing';
import { CandidateOutbox, END } from '../../src/media/peer/candidate-outbox.ts';
import { ManualClock } from '../matrix/memory/manual-clock.ts';

const one = { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host' };
const two = { candidate: 'candidate:2 1 udp 1 192.0.2.2 9 typ relay' };

const setup = () => {
  const clock = new ManualClock();
  const batches: unknown[] = [];
  const outbox = new CandidateOutbox(
    (ms, task) => clock.after(ms, task),
    (batch) => batches.push(batch),
  );
  return { clock, batches, outbox };
};

describe('our candidates behind their description', () => {
  it('come soon where it had none', () => {
    const { clock, batches, outbox } = setup();
    outbox.handedOut();
    outbox.add('a', one);
    clock.advance(5);
    expect(batches).to.deep.equal([[one]]);
  });

  it('leave it time to arrive where it had some', () => {
    const { clock, batches, outbox } = setup();
    outbox.add('a', one);
    outbox.handedOut();
    outbox.add('a', two);
    clock.advance(49);
    expect(batches).to.deep.equal([]);
    clock.advance(1);
    expect(batches).to.deep.equal([[two]]);
  });
});

describe('the end marker of our candidates', () => {
  it('stays behind what the description brings', () => {
    const { clock, batches, outbox } = setup();
    outbox.add('a', one);
    outbox.add('a', END);
    outbox.handedOut();
    clock.advance(999);
    expect(batches).to.deep.equal([]);
    clock.advance(1);
    expect(batches).to.deep.equal([[END]]);
  });

  it('goes at once with candidates that wait', () => {
    const { batches, outbox } = setup();
    outbox.handedOut();
    outbox.add('a', one);
    outbox.add('a', END);
    expect(batches).to.deep.equal([[one, END]]);
  });

  it('does not hold up the candidates of the next generation', () => {
    const { clock, batches, outbox } = setup();
    outbox.add('a', END);
    outbox.handedOut();
    outbox.add('b', one);
    clock.advance(5);
    expect(batches).to.deep.equal([[one]]);
  });
});
