import { expect } from '@open-wc/testing';
import { borrowAudio } from '../../../components/attention/borrow-audio.ts';
import { StandIns } from './stand-ins.ts';

describe('the AudioContext of all elements', () => {
  const standIns = new StandIns();
  let contexts: readonly AudioContext[];
  let borrowed: AbortController[];

  beforeEach(() => {
    contexts = standIns.recordContexts();
    standIns.clicked(true);
    borrowed = [];
  });
  afterEach(() => {
    for (const one of borrowed) one.abort();
    standIns.restore();
  });

  function borrow(): AudioContext | null {
    const one = new AbortController();
    borrowed.push(one);
    return borrowAudio(one.signal);
  }

  it('is one for all, and closed when the last has given it back', () => {
    const [first, second] = [borrow(), borrow()];
    expect(first).to.equal(second);
    expect(contexts).to.have.length(1);
    borrowed[0]!.abort();
    expect(first!.state).not.to.equal('closed');
    borrowed[1]!.abort();
    expect(first!.state).to.equal('closed');
  });

  it('is a new one after it was closed', () => {
    borrow();
    borrowed[0]!.abort();
    expect(borrow()!.state).not.to.equal('closed');
    expect(contexts).to.have.length(2);
  });

  it('is not made before the first click, nor for what is over', () => {
    standIns.clicked(false);
    expect(borrow()).to.equal(null);
    standIns.clicked(true);
    expect(borrowAudio(AbortSignal.abort())).to.equal(null);
    expect(contexts).to.deep.equal([]);
  });
});
