import { expect } from '@open-wc/testing';
import { AccessToken } from '../../../components/engine-link/sign-in/access-token.ts';
import type { LogFacts } from '../../../src/index.ts';
import { codeOf, OwnFetch } from './own-fetch.ts';

const URL_OF_IT = 'https://matrix.example.org/send';

describe('the access token', () => {
  let network: OwnFetch;
  let lifetime: AbortController;
  let token: AccessToken;
  /** Tokens that the homeserver knows. */
  let known: Set<string>;
  let used: string[];
  let renewed: string[];
  let logged: string;

  beforeEach(() => {
    known = new Set(['one']);
    used = [];
    renewed = [];
    logged = '';
    lifetime = new AbortController();
    network = new OwnFetch((_url, { headers }) => {
      const bearer = new Headers(headers).get('Authorization')?.replace('Bearer ', '') ?? 'none';
      used.push(bearer);
      const refusal = { errcode: 'M_UNKNOWN_TOKEN' };
      return known.has(bearer) ? Response.json({}) : Response.json(refusal, { status: 401 });
    });
    const log = (message: string, facts?: LogFacts) => void (logged += message + JSON.stringify(facts));
    token = new AccessToken({
      log: { debug: log, warn: log },
      signal: lifetime.signal,
      check: () => Promise.resolve(),
      renewed: (next) => renewed.push(next),
    });
  });

  afterEach(() => {
    lifetime.abort();
    network.restore();
  });

  const send = async (init: RequestInit = {}): Promise<number> => {
    const headers = { Authorization: 'Bearer stale' };
    return (await token.fetch(URL_OF_IT, { headers, ...init })).status;
  };

  function expire(): void {
    known.clear();
  }

  it('is on every request that wants one, as it is now', async () => {
    await token.first('one');
    expect(await send()).to.equal(200);
    await token.fetch(URL_OF_IT, {});
    expect(used).to.deep.equal(['one', 'none']);
  });

  it('leaves at once, for a page may go away', async () => {
    await token.first('one');
    void send();
    expect(used).to.deep.equal(['one']);
  });

  it('is renewed once for all requests, which are then repeated', async () => {
    await token.first('one');
    let asked = 0;
    token.addProvider(() => {
      asked += 1;
      known.add('two');
      return Promise.resolve('two');
    });
    expire();
    expect(await Promise.all([send(), send(), send()])).to.deep.equal([200, 200, 200]);
    expect(asked).to.equal(1);
    expect(renewed).to.deep.equal(['two']);
    expect(token.current).to.equal('two');
  });

  it('is not renewed for a request that left with the one before', async () => {
    await token.first('one');
    let answerLate: (response: Response) => void = () => undefined;
    const { answer } = network;
    network.answer = () => new Promise((resolve) => (answerLate = resolve));
    const late = send();
    network.answer = answer;
    let asked = 0;
    token.addProvider(() => {
      asked += 1;
      known.add('two');
      return Promise.resolve('two');
    });
    expire();
    await send();
    answerLate(Response.json({ errcode: 'M_UNKNOWN_TOKEN' }, { status: 401 }));
    expect(await late).to.equal(200);
    expect(asked).to.equal(1);
  });

  it('stays as it is when the provider rejects, and nobody reads why', async () => {
    await token.first('one');
    let asked = 0;
    token.addProvider(() => {
      asked += 1;
      return Promise.reject(new Error('syt_secret'));
    });
    expire();
    expect(await send()).to.equal(401);
    expect(await send()).to.equal(401);
    expect(asked).to.equal(1);
    expect(logged).to.contain('no access token').and.not.contain('syt_secret');
  });

  it('refuses also what left before and is answered after', async () => {
    await token.first('one');
    let answerLate: (response: Response) => void = () => undefined;
    const { answer } = network;
    network.answer = () => new Promise((resolve) => (answerLate = resolve));
    const late = send();
    network.answer = answer;
    expire();
    expect(await send()).to.equal(401);
    answerLate(Response.json({}));
    expect(await late).to.equal(401);
  });

  it('asks nobody who has left', async () => {
    await token.first('one');
    const remove = token.addProvider(() => Promise.reject(new Error('asked')));
    remove();
    expire();
    expect(await send()).to.equal(401);
    expect(logged).to.equal('');
  });

  it('lets a request go that is aborted while the provider thinks', async () => {
    await token.first('one');
    token.addProvider(() => new Promise(() => undefined));
    expire();
    const abort = new AbortController();
    const sent = codeOf(send({ signal: abort.signal }));
    abort.abort();
    expect(await sent).to.equal('AbortError');
  });

  it('takes another 401 for what it is', async () => {
    await token.first('one');
    token.addProvider(() => Promise.reject(new Error('asked')));
    network.answer = () => Response.json({ flows: [] }, { status: 401 });
    expect(await send()).to.equal(401);
    expect(logged).to.equal('');
  });

  for (const nonsense of ['', 'two words', 'line\nfeed', 7 as never]) {
    it(`refuses ${JSON.stringify(nonsense)} and does not repeat it`, async () => {
      expect(await codeOf(token.first(nonsense))).to.equal('matrix-unauthorized');
      expect(await codeOf(token.first(() => Promise.resolve(nonsense)))).to.equal('matrix-unauthorized');
    });
  }

  it('lets nothing through when it is over', async () => {
    await token.first('one');
    lifetime.abort();
    expect(await codeOf(send())).to.equal('AbortError');
    expect(used).to.deep.equal([]);
  });
});
