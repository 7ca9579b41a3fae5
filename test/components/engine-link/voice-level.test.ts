import { expect } from '@open-wc/testing';
import { watchVoiceLevel } from '../../../components/engine-link/voice-level.ts';
import { StandIns } from '../attention/stand-ins.ts';
import { SoundingStream } from './sounding-stream.ts';
import { until } from '../../until.ts';

describe('the level of a voice', () => {
  const standIns = new StandIns();
  let source: SoundingStream;
  let contexts: readonly AudioContext[];
  let watching: AbortController;
  let levels: number[];

  beforeEach(() => {
    source = new SoundingStream(0.09);
    contexts = standIns.recordContexts();
    standIns.clicked(true);
    watching = new AbortController();
    levels = [];
  });
  afterEach(() => {
    watching.abort();
    source.close();
    standIns.restore();
  });

  const watch = (stream: MediaStream) =>
    watchVoiceLevel(stream, (level) => levels.push(level), watching.signal);

  it('follows what is heard, from speaking to shouting to silence', async () => {
    watch(source.stream);
    // A sine of 0.09 has −24 dBFS.
    await until(() => levels.at(-1) === 0.75, `speaking: ${levels.join(' ')}`);
    source.amplitude = 1;
    await until(() => levels.at(-1) === 1, 'shouting');
    source.amplitude = 0;
    await until(() => levels.at(-1) === 0, 'silence');
    expect(levels.every((level) => level >= 0 && level <= 1)).to.equal(true);
  });

  it('is asked for at most 20 times a second, and told when it has changed', () => {
    const intervals = standIns.captureIntervals();
    watch(new MediaStream());
    expect([...intervals.running.values()].map(({ every }) => every)).to.deep.equal([50]);
    for (let tick = 0; tick < 10; tick += 1) intervals.pass();
    expect(levels).to.deep.equal([]);
  });

  it('follows another track of the stream', async () => {
    const stream = new MediaStream();
    watch(stream);
    stream.addTrack(source.track);
    await until(() => levels.at(-1) === 0.75, 'the first');
    const louder = new SoundingStream(1);
    stream.removeTrack(source.track);
    stream.addTrack(louder.track);
    await until(() => levels.at(-1) === 1, 'the second');
    stream.removeTrack(louder.track);
    await until(() => levels.at(-1) === 0, 'none');
    louder.close();
  });

  it('waits for the first click, without a context of its own', async () => {
    standIns.clicked(false);
    const intervals = standIns.captureIntervals();
    watch(source.stream);
    intervals.pass();
    expect(contexts).to.deep.equal([]);
    standIns.clicked(true);
    await until(() => {
      intervals.pass();
      return levels.at(-1) === 0.75;
    }, 'the level');
  });

  it('ends with its context', () => {
    const intervals = standIns.captureIntervals();
    watch(source.stream);
    intervals.pass();
    expect(contexts).to.have.length(1);
    watching.abort();
    expect(contexts[0]!.state).to.equal('closed');
    expect(intervals.running.size).to.equal(0);
    watch(source.stream);
    expect(intervals.running.size).to.equal(0);
  });
});
