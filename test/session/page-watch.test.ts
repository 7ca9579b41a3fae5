import { expect } from '@open-wc/testing';
import { watchPage } from '../../src/session/page-watch.ts';

describe('watching the page', () => {
  const told: string[] = [];
  const listeners = { onHide: () => told.push('hide'), onNetworkChange: () => told.push('network') };
  const { navigator } = globalThis;
  let life: AbortController;

  beforeEach(() => {
    told.length = 0;
    life = new AbortController();
  });
  afterEach(() => {
    life.abort();
    Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  });

  function happens(): readonly string[] {
    dispatchEvent(new Event('online'));
    dispatchEvent(new Event('pagehide'));
    return told.splice(0);
  }

  it('tells that it goes, and of another network, as long as somebody wants to know', () => {
    watchPage(listeners, life.signal);
    expect(happens()).to.deep.equal(['network', 'hide']);
    life.abort();
    expect(happens()).to.deep.equal([]);
  });

  it('goes without what only browsers have', () => {
    Object.defineProperty(globalThis, 'navigator', { value: undefined, configurable: true });
    watchPage(listeners, life.signal);
    expect(happens()).to.deep.equal(['network', 'hide']);
  });
});
