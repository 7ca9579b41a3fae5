import { expect, nextFrame } from '@open-wc/testing';
import { playRingback } from '../../../components/attention/ringback.ts';
import { playTone as playRingtone } from '../../../src/session/ringtone.ts';
import { hear } from './heard-tone.ts';
import { StandIns } from './stand-ins.ts';

describe('the ringback tone', () => {
  const standIns = new StandIns();
  let ringing: AbortController;

  let notes: number;
  function countNotes(): void {
    notes = 0;
    const Real = OscillatorNode;
    class Counted extends Real {
      override start(when?: number): void {
        notes += 1;
        super.start(when);
      }
    }
    standIns.put(globalThis, 'OscillatorNode', { value: Counted });
  }

  beforeEach(() => {
    ringing = new AbortController();
    standIns.clicked(true);
  });
  afterEach(() => {
    ringing.abort();
    standIns.restore();
  });

  it('is two notes, quieter than the ring tone', async () => {
    let stop: () => void = () => undefined;
    const ring = await hear(standIns, 1, () => {
      stop = playRingtone();
    });
    stop();
    const ringback = await hear(standIns, 2, () => playRingback('', ringing.signal));
    expect(ringback.pitch(0.05, 0.25)).to.be.closeTo(392, 8);
    expect(ringback.peak(0.28, 0.4)).to.be.greaterThan(ringback.peak(0.2, 0.28));
    expect(ringback.peak(0, 1)).to.be.within(0.01, ring.peak(0, 1) / 2 + 0.01);
    expect(ringback.peak(1.2, 2)).to.equal(0);
  });

  it('goes on until it stops ringing', () => {
    const contexts = standIns.recordContexts();
    const intervals = standIns.captureIntervals();
    countNotes();
    playRingback('', ringing.signal);
    expect(notes).to.equal(2);
    expect([...intervals.running.values()].map(({ every }) => every)).to.deep.equal([3000]);
    standIns.put(contexts[0]!, 'state', { value: 'running' });
    intervals.pass();
    expect(notes).to.equal(4);
    standIns.put(contexts[0]!, 'state', { value: 'suspended' });
    intervals.pass();
    expect(notes, 'nothing gathers while the browser holds it back').to.equal(4);
    ringing.abort();
    expect(intervals.running.size).to.equal(0);
  });

  it('is heard once where two elements show one call, and until both have done', () => {
    const contexts = standIns.recordContexts();
    const intervals = standIns.captureIntervals();
    countNotes();
    const other = new AbortController();
    playRingback('', ringing.signal);
    playRingback('', other.signal);
    expect(notes).to.equal(2);
    standIns.put(contexts[0]!, 'state', { value: 'running' });
    intervals.pass();
    expect(notes).to.equal(4);
    ringing.abort();
    intervals.pass();
    expect(notes).to.equal(6);
    other.abort();
    expect(intervals.running.size).to.equal(0);
  });

  it('comes out of the chosen speaker, or out of the usual one where that is gone', async () => {
    const speakers: string[] = [];
    standIns.put(AudioContext.prototype, 'setSinkId', {
      value: (deviceId: string) => {
        speakers.push(deviceId);
        return Promise.reject(new DOMException('gone', 'NotFoundError'));
      },
    });
    const unhandled: unknown[] = [];
    const hear = (event: PromiseRejectionEvent): void => {
      event.preventDefault();
      unhandled.push(event.reason);
    };
    window.addEventListener('unhandledrejection', hear);
    const contexts = standIns.recordContexts();
    playRingback('headset', ringing.signal);
    // The browser tells of a rejection that nobody handled before it paints.
    await nextFrame();
    await nextFrame();
    window.removeEventListener('unhandledrejection', hear);
    expect(unhandled).to.deep.equal([]);
    expect(speakers).to.deep.equal(['headset']);
    expect(contexts[0]!.state).not.to.equal('closed');
  });

  it('makes no sound before the first click', () => {
    standIns.clicked(false);
    const intervals = standIns.captureIntervals();
    playRingback('', ringing.signal);
    expect(intervals.running.size).to.equal(0);
  });
});
