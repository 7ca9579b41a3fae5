import { expect } from '@open-wc/testing';
import { Outbox } from '../../../src/matrix/client/outbox.ts';
import * as setbacks from '../../../src/matrix/client/setbacks.ts';
import { rejects } from '../contract/expect.ts';
import { until } from '../../until.ts';
import { ManualClock } from '../memory/manual-clock.ts';

const LOST = Object.assign(new Error('fetch failed'), { name: 'ConnectionError' });
const LIMITED = Object.assign(new Error('slow down'), {
  httpStatus: 429,
  errcode: 'M_LIMIT_EXCEEDED',
  data: { retry_after_ms: 3_000 },
});
const FORBIDDEN = Object.assign(new Error('no'), { httpStatus: 403, errcode: 'M_FORBIDDEN', data: {} });

describe('the outbox', () => {
  let clock: ManualClock;
  let outbox: Outbox;
  let tried: string[];
  /** What the next tries meet; when it is used up they succeed. */
  let troubles: Error[];

  beforeEach(() => {
    clock = new ManualClock();
    outbox = new Outbox(clock, () => Promise.resolve(setbacks));
    tried = [];
    troubles = [];
  });

  function send(name: string, lane = 'room', options: Parameters<Outbox['send']>[2] = {}): Promise<string> {
    const attempt = (): Promise<string> => {
      tried.push(name);
      const trouble = troubles.shift();
      return trouble ? Promise.reject(trouble) : Promise.resolve(name);
    };
    return outbox.send(lane, attempt, options);
  }

  /** Lets promises settle, which need no time. */
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

  it('keeps the order within a lane and lets lanes pass each other', async () => {
    let release: (value: string) => void = () => undefined;
    const held = new Promise<string>((resolve) => (release = resolve));
    const first = outbox.send('room', () => held);
    const second = send('second');
    await send('elsewhere', 'other room');
    expect(tried).to.deep.equal(['elsewhere']);
    release('first');
    await Promise.all([first, second]);
    expect(tried).to.deep.equal(['elsewhere', 'second']);
  });

  it('obeys retry_after_ms for all lanes and lets an urgent one go first, alone', async () => {
    troubles = [LIMITED];
    const all = [send('one'), send('two', 'other room')];
    await settled();
    all.push(send('hangup', 'third room', { urgent: true }));
    tried = [];
    clock.advance(2_999);
    await settled();
    expect(tried).to.deep.equal([]);
    troubles = [LIMITED];
    clock.advance(1);
    await settled();
    expect(tried).to.deep.equal(['hangup']);
    clock.advance(3_000);
    await Promise.all(all);
    expect(tried[1]).to.equal('hangup');
    expect(tried.filter((name) => name === 'one')).to.have.length(1);
  });

  it('goes back off during an outage, with the urgent one first when it comes', async () => {
    troubles = [LOST, LOST, LOST];
    const calm = send('calm');
    await settled();
    const urgent = send('urgent', 'room', { urgent: true });
    await settled();
    expect(tried).to.deep.equal(['calm', 'urgent']);
    clock.advance(400);
    await settled();
    expect(tried).to.have.length(2);
    clock.advance(10_000);
    await settled();
    clock.advance(10_000);
    await Promise.all([calm, urgent]);
    expect(tried).to.deep.equal(['calm', 'urgent', 'urgent', 'urgent', 'calm']);
  });

  it('tries at once when the homeserver answers again', async () => {
    troubles = [LOST];
    const sent = send('one');
    await settled();
    outbox.wake();
    expect(await sent).to.equal('one');
    await until(() => clock.size === 0, 'no timer');
  });

  it('gives up after a minute of outage, but never on what is urgent', async () => {
    troubles = Array.from({ length: 200 }, () => LOST);
    const calm = rejects(send('calm'), 'matrix-unreachable', 'calm');
    const urgent = send('urgent', 'other room', { urgent: true });
    for (let second = 0; second < 90; second += 1) {
      clock.advance(1_000);
      await settled();
    }
    await calm;
    troubles = [];
    outbox.wake();
    expect(await urgent).to.equal('urgent');
  });

  it('rejects what trying again cannot help, and goes on with the next', async () => {
    troubles = [FORBIDDEN];
    const refused = rejects(send('refused'), 'forbidden', 'refused');
    expect(await send('next')).to.equal('next');
    await refused;
  });

  it('forgets what its signal aborts, also when that was under way', async () => {
    const abort = new AbortController();
    let fail: (error: Error) => void = () => undefined;
    const held = new Promise<string>((_resolve, reject) => (fail = reject));
    let tries = 0;
    const attempt = () => ((tries += 1), held);
    const given = rejects(outbox.send('room', attempt, { signal: abort.signal }), 'aborted', 'under way');
    abort.abort();
    await given;
    fail(LOST);
    await settled();
    clock.advance(60_000);
    await settled();
    expect(tries).to.equal(1);
    expect(await send('next')).to.equal('next');
  });

  it('takes a try that hangs for an outage', async () => {
    let tries = 0;
    const sent = outbox.send('room', () => {
      tries += 1;
      return tries > 1 ? Promise.resolve('late') : new Promise<string>(() => undefined);
    });
    clock.advance(10_000);
    await settled();
    clock.advance(1_000);
    expect(await sent).to.equal('late');
  });

  it('tries again each second while what it is to do about a failure cannot be fetched', async () => {
    let reachable = false;
    outbox = new Outbox(clock, () => (reachable ? Promise.resolve(setbacks) : Promise.reject(LOST)));
    troubles = Array.from({ length: 200 }, () => LOST);
    const calm = rejects(send('calm'), 'matrix-unreachable', 'calm');
    const urgent = send('urgent', 'other room', { urgent: true });
    await settled();
    tried = [];
    clock.advance(999);
    await settled();
    expect(tried).to.deep.equal([]);
    clock.advance(1);
    await settled();
    expect(tried).to.deep.equal(['urgent', 'calm']);
    for (let second = 0; second < 60; second += 1) {
      clock.advance(1_000);
      await settled();
    }
    await calm;
    troubles = [FORBIDDEN];
    reachable = true;
    clock.advance(1_000);
    await rejects(urgent, 'forbidden', 'urgent');
  });

  it('rejects everything when it stops, and leaves no timer', async () => {
    troubles = [LOST, LIMITED];
    const all = [send('one'), send('two', 'other room'), send('three')];
    await settled();
    outbox.stop();
    await Promise.all(all.map((one) => rejects(one, 'stopped', 'waiting')));
    await until(() => clock.size === 0, 'no timer');
  });
});
