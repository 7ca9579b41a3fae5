import { expect } from '@open-wc/testing';
import { CandidateOutbox } from '../../src/media/peer/candidate-outbox.ts';
import { ManualClock } from '../matrix/memory/manual-clock.ts';

const one = { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host' };
const two = { candidate: 'candidate:2 1 udp 1 192.0.2.2 9 typ relay' };
const end = { candidate: '' };

const setup = () => {
  const clock = new ManualClock();
  const batches: unknown[] = [];
  const { signal } = new AbortController();
  const outbox = new CandidateOutbox({ clock, signal, send: (batch) => batches.push(batch) });
  outbox.startGeneration('a');
  return { clock, batches, outbox };
};

describe('our candidates behind their description', () => {
  it('come soon where it had none', () => {
    const { clock, batches, outbox } = setup();
    outbox.handedOut();
    outbox.add(one);
    clock.advance(5);
    expect(batches).to.deep.equal([[one]]);
  });

  it('leave it time to arrive where it had some', () => {
    const { clock, batches, outbox } = setup();
    outbox.add(one);
    outbox.handedOut();
    outbox.add(two);
    clock.advance(49);
    expect(batches).to.deep.equal([]);
    clock.advance(1);
    expect(batches).to.deep.equal([[two]]);
  });
});

describe('the end marker of our candidates', () => {
  it('stays behind what the description brings', () => {
    const { clock, batches, outbox } = setup();
    outbox.add(one);
    outbox.add(null);
    outbox.handedOut();
    clock.advance(999);
    expect(batches).to.deep.equal([]);
    clock.advance(1);
    expect(batches).to.deep.equal([[end]]);
  });

  it('goes at once with candidates that wait', () => {
    const { batches, outbox } = setup();
    outbox.handedOut();
    outbox.add(one);
    outbox.add(null);
    expect(batches).to.deep.equal([[one, end]]);
  });

  it('does not hold up the candidates of the next generation', () => {
    const { clock, batches, outbox } = setup();
    outbox.add(null);
    outbox.handedOut();
    outbox.startGeneration('b');
    outbox.add(one);
    clock.advance(5);
    expect(batches).to.deep.equal([[one]]);
  });
});
