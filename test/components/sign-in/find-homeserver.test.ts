import { expect } from '@open-wc/testing';
import { findHomeserver } from '../../../components/engine-link/sign-in/find-homeserver.ts';
import { codeOf, lostConnection, OwnFetch } from './own-fetch.ts';

describe('finding the homeserver', () => {
  let network: OwnFetch;
  let unreachable: number;
  let abort: AbortController;

  beforeEach(() => {
    unreachable = 0;
    abort = new AbortController();
    network = new OwnFetch(() => Response.json({}, { status: 404 }));
  });

  afterEach(() => {
    abort.abort();
    network.restore();
  });

  const find = (homeserver: string): Promise<string> =>
    findHomeserver(homeserver, { signal: abort.signal, onUnreachable: () => (unreachable += 1) });

  it('takes an address as it stands', async () => {
    expect(await find('https://matrix.example.org/')).to.equal('https://matrix.example.org');
    expect(await find('http://localhost:8008')).to.equal('http://localhost:8008');
    expect(network.urls).to.deep.equal([]);
  });

  it('asks a server name', async () => {
    network.answer = () => Response.json({ 'm.homeserver': { base_url: 'https://matrix.example.org/' } });
    expect(await find('example.org')).to.equal('https://matrix.example.org');
    expect(network.urls).to.deep.equal(['https://example.org/.well-known/matrix/client']);
  });

  it('takes a server that says nothing of itself for the homeserver', async () => {
    expect(await find('example.org:8448')).to.equal('https://example.org:8448');
    network.answer = (url) => {
      if (url.includes('.well-known')) throw lostConnection();
      return Response.json({ versions: ['v1.11'] });
    };
    expect(await find('example.org')).to.equal('https://example.org');
    expect(unreachable).to.equal(0);
  });

  for (const address of [
    '',
    'not an address',
    'example.org/path',
    'https://example.org/?q=1',
    'user@example.org',
  ]) {
    it(`refuses “${address}”`, async () => {
      expect(await codeOf(find(address))).to.equal('invalid-homeserver');
      expect(network.urls).to.deep.equal([]);
    });
  }

  for (const told of [{}, { 'm.homeserver': { base_url: 'http://example.org' } }, { 'm.homeserver': 1 }]) {
    it(`refuses a server that says ${JSON.stringify(told)}`, async () => {
      network.answer = () => Response.json(told);
      expect(await codeOf(find('example.org'))).to.equal('invalid-homeserver');
    });
  }

  it('tries again until somebody answers, and at once when there is a network again', async () => {
    network.answer = () => {
      throw lostConnection();
    };
    const found = find('example.org');
    while (unreachable === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    network.answer = () => Response.json({ 'm.homeserver': { base_url: 'https://matrix.example.org' } });
    const before = performance.now();
    window.dispatchEvent(new Event('online'));
    expect(await found).to.equal('https://matrix.example.org');
    expect(performance.now() - before).to.be.below(300);
  });

  it('gives up when its signal aborts', async () => {
    network.answer = () => {
      throw lostConnection();
    };
    const found = find('example.org');
    while (unreachable === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const asked = network.urls.length;
    abort.abort();
    expect(await codeOf(found)).to.equal('AbortError');
    window.dispatchEvent(new Event('online'));
    expect(network.urls).to.have.length(asked);
  });
});
