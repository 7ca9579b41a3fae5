import { expect } from '@open-wc/testing';
import { claimTitle } from '../../../components/attention/page-title.ts';

describe('the title of the page while it rings', () => {
  let before: string;
  let calls: AbortController[];
  beforeEach(() => {
    before = document.title;
    document.title = 'Shop – 3 articles';
    calls = [];
  });
  afterEach(() => {
    for (const call of calls) call.abort();
    document.title = before;
  });

  function claim(title: string): AbortController {
    const call = new AbortController();
    calls.push(call);
    claimTitle(title, call.signal);
    return call;
  }

  it('says who calls, then is the page’s own again', () => {
    const call = claim('Anna Berger is calling');
    expect(document.title).to.equal('Anna Berger is calling');
    call.abort();
    expect(document.title).to.equal('Shop – 3 articles');
  });

  it('is the page’s own again although the browser tidies white space', () => {
    const call = claim(' Anna   Berger is calling ');
    expect(document.title).to.equal('Anna Berger is calling');
    call.abort();
    expect(document.title).to.equal('Shop – 3 articles');
  });

  it('stays what the page made of it meanwhile', () => {
    const call = claim('Anna is calling');
    document.title = 'Shop – 4 articles';
    call.abort();
    expect(document.title).to.equal('Shop – 4 articles');
  });

  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    it(`belongs to the newest of two calls; they end in the order ${order.join(', ')}`, () => {
      claim('Anna is calling');
      claim('Ben is calling');
      expect(document.title).to.equal('Ben is calling');
      calls[order[0]]!.abort();
      expect(document.title).to.equal(order[0] === 0 ? 'Ben is calling' : 'Anna is calling');
      calls[order[1]]!.abort();
      expect(document.title).to.equal('Shop – 3 articles');
    });
  }

  it('goes back to what the page made of it between two calls', () => {
    const anna = claim('Anna is calling');
    document.title = 'Shop – 4 articles';
    const ben = claim('Ben is calling');
    ben.abort();
    anna.abort();
    expect(document.title).to.equal('Shop – 4 articles');
  });

  it('is left alone by a call that is over', () => {
    claimTitle('Anna is calling', AbortSignal.abort());
    expect(document.title).to.equal('Shop – 3 articles');
  });
});
