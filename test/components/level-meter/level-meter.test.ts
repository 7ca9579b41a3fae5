import { expect, html, nextFrame } from '@open-wc/testing';
import { FamedlyLevelMeter } from '../../../components/parts/level-meter/level-meter.ts';
import { stageWith } from '../sheet/stage.ts';
import { contexts, watchContexts } from '../sound/contexts.ts';
import { until } from '../../until.ts';

before(() => customElements.define('famedly-level-meter', FamedlyLevelMeter));

/** A loud microphone. */
async function humming(): Promise<{ stream: MediaStream; stop: () => Promise<void> }> {
  const context = new AudioContext();
  const source = new OscillatorNode(context, { frequency: 440 });
  const output = context.createMediaStreamDestination();
  source.connect(output);
  source.start();
  await context.resume();
  return { stream: output.stream, stop: () => context.close() };
}

async function meterOf(stream: MediaStream | null): Promise<FamedlyLevelMeter> {
  const stage = await stageWith(html`<famedly-level-meter .stream=${stream}></famedly-level-meter>`);
  return stage.find('famedly-level-meter');
}

const lit = (meter: FamedlyLevelMeter): number => meter.renderRoot.querySelectorAll('.on').length;

describe('famedly-level-meter', () => {
  let voice: Awaited<ReturnType<typeof humming>>;
  watchContexts();
  beforeEach(async () => {
    voice = await humming();
    contexts.length = 0;
  });
  afterEach(() => voice.stop());

  it('lights bars while something is heard, and says nothing to a screen reader', async () => {
    const meter = await meterOf(voice.stream);
    await until(() => lit(meter) >= 6);
    await expect(meter).to.be.accessible();
    expect(meter.renderRoot.querySelector('[aria-hidden=true] i')).to.exist;
  });

  it('lights none while the microphone is muted', async () => {
    const meter = await meterOf(voice.stream);
    await until(() => lit(meter) > 0);
    voice.stream.getAudioTracks()[0]!.enabled = false;
    await until(() => lit(meter) === 0);
    voice.stream.getAudioTracks()[0]!.enabled = true;
    await until(() => lit(meter) > 0);
  });

  it('opens nothing without a stream or without sound in it', async () => {
    const meter = await meterOf(null);
    meter.stream = new MediaStream();
    await frames(5);
    expect(contexts).to.have.length(0);
    expect(lit(meter)).to.equal(0);
  });

  it('follows another microphone that comes into the same stream', async () => {
    const stream = new MediaStream();
    const meter = await meterOf(stream);
    stream.addTrack(voice.stream.getAudioTracks()[0]!);
    await until(() => lit(meter) > 0);
    stream.removeTrack(stream.getAudioTracks()[0]!);
    await until(() => lit(meter) === 0);
    await until(() => contexts.every(({ state }) => state === 'closed'));
  });

  it('keeps no context when it is removed or gets another stream, and comes back with one', async () => {
    const meter = await meterOf(voice.stream);
    await until(() => lit(meter) > 0);
    const parent = meter.parentNode!;
    meter.remove();
    expect(lit(meter)).to.equal(0);
    await until(() => contexts.every(({ state }) => state === 'closed'));
    await frames(5);
    expect(contexts).to.have.length(1);
    parent.append(meter);
    await until(() => lit(meter) > 0);
    expect(contexts).to.have.length(2);
    meter.stream = null;
    await until(() => contexts.every(({ state }) => state === 'closed'));
  });

  it('is kept alive by nothing once it is removed', async () => {
    const meter = await shortLived(voice.stream);
    await until(() => {
      (window as unknown as { gc: () => void }).gc();
      return meter.deref() === undefined;
    });
  });

  it('rests while the page is hidden', async () => {
    const meter = await meterOf(voice.stream);
    await until(() => lit(meter) > 0);
    hidePage(true);
    await until(() => contexts.every(({ state }) => state === 'closed'));
    expect(lit(meter)).to.equal(0);
    hidePage(false);
    await until(() => lit(meter) > 0);
  });

  it('reads at most twenty times a second', async () => {
    const reads: number[] = [];
    const real = window.AnalyserNode;
    window.AnalyserNode = class extends real {
      override getFloatTimeDomainData(samples: Float32Array<ArrayBuffer>): void {
        reads.push(performance.now());
        super.getFloatTimeDomainData(samples);
      }
    };
    await meterOf(voice.stream);
    await until(() => reads.length > 10).finally(() => (window.AnalyserNode = real));
    // Frame times are even where the readings' own may be a little late.
    expect(reads.at(-1)! - reads[0]!).to.be.greaterThan(49 * (reads.length - 1) - 20);
  });
});

/** A meter that was shown, and is gone. */
async function shortLived(stream: MediaStream): Promise<WeakRef<FamedlyLevelMeter>> {
  const meter = document.createElement('famedly-level-meter');
  meter.stream = stream;
  document.body.append(meter);
  await until(() => lit(meter) > 0);
  meter.remove();
  return new WeakRef(meter);
}

async function frames(count: number): Promise<void> {
  for (let passed = 0; passed < count; passed++) await nextFrame();
}

function hidePage(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
  if (!hidden) delete (document as { hidden?: boolean }).hidden;
}
