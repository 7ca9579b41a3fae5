import { expect } from '@open-wc/testing';
import { vibrate } from '../../../components/attention/vibration.ts';
import { StandIns } from './stand-ins.ts';

describe('vibration', () => {
  const standIns = new StandIns();
  let ringing: AbortController;
  let felt: unknown[];

  beforeEach(() => {
    ringing = new AbortController();
    felt = [];
    standIns.clicked(true);
    standIns.put(navigator, 'vibrate', { value: (pattern: unknown) => felt.push(pattern) > 0 });
  });
  afterEach(() => {
    ringing.abort();
    standIns.restore();
  });

  it('is 400 ms of each second until it stops ringing', () => {
    const intervals = standIns.captureIntervals();
    vibrate(ringing.signal);
    expect([...intervals.running.values()].map(({ every }) => every)).to.deep.equal([1000]);
    intervals.pass();
    expect(felt).to.deep.equal([400, 400]);
    ringing.abort();
    expect(felt).to.deep.equal([400, 400, 0]);
    expect(intervals.running.size).to.equal(0);
  });

  it('asks for nothing that the browser would refuse', () => {
    standIns.clicked(false);
    vibrate(ringing.signal);
    standIns.clicked(true);
    vibrate(AbortSignal.abort());
    expect(felt).to.deep.equal([]);
  });

  it('needs no browser that can', () => {
    const intervals = standIns.captureIntervals();
    standIns.put(navigator, 'vibrate', undefined);
    standIns.put(Navigator.prototype, 'vibrate', undefined);
    vibrate(ringing.signal);
    expect(intervals.running.size).to.equal(0);
  });
});
