import { expect } from '@open-wc/testing';
import { meshQuality } from '../../../src/group-call/mesh-quality.ts';
import type { LocalMediaPort } from '../../../src/media/local-media-port.ts';
import { MeshQuality } from '../../../src/session/mesh-quality.ts';
import { ManualClock } from '../../matrix/memory/manual-clock.ts';
import { connect, pair, sendDevices, silentLog } from '../../media/pair.ts';
import type { Pair, Side } from '../../media/pair.ts';
import { until } from '../world.ts';

const LOOK = 5_000;
const weakChanged = (): void => undefined;
const nothingShared = { on: () => () => undefined, track: () => null } as unknown as LocalMediaPort;

/** What the browser says of what is sent. */
interface Weather {
  lost: number;
  isProcessorShort: boolean;
}

function bitrateOf({ peer }: Side): number | undefined {
  return peer.slots.transceivers.get('camera')?.sender.getParameters().encodings[0]?.maxBitrate;
}

describe('quality of a mesh', () => {
  const pairs: Pair[] = [];
  let clock: ManualClock;
  let life: AbortController;
  let quality: MeshQuality;

  beforeEach(() => {
    clock = new ManualClock();
    life = new AbortController();
    quality = new MeshQuality({
      clock,
      log: silentLog,
      localMedia: nothingShared,
      signal: life.signal,
      weakChanged,
    });
  });
  afterEach(() => {
    life.abort();
    for (const both of pairs.splice(0)) both.close();
    expect(clock.size).to.equal(0);
  });

  /** Our side of connections with as many others. */
  async function connections(count: number): Promise<readonly Side[]> {
    const ours: Side[] = [];
    for (let number = 0; number < count; number += 1) {
      const both = pair();
      pairs.push(both);
      await sendDevices(both.caller, { video: { width: 640, height: 360 } });
      await connect(both, { video: true });
      ours.push(both.caller);
    }
    return ours;
  }

  function report(side: Side, weather: Weather): void {
    const { sender } = side.peer.slots.transceivers.get('camera')!;
    sender.getStats = () =>
      Promise.resolve(
        new Map<string, object>([
          ['sent', { qualityLimitationReason: weather.isProcessorShort ? 'cpu' : 'none' }],
          ['heard of', { fractionLost: weather.lost }],
        ]) as unknown as RTCStatsReport,
      );
  }

  /** Looks, one after the other, each with what follows from it. */
  async function look(times: number): Promise<void> {
    for (let number = 0; number < times; number += 1) {
      await until(() => clock.size > 0, 'the next look is planned');
      clock.advance(LOOK);
    }
    await until(() => clock.size > 0, 'the look is over');
  }

  const fits = (receivers: number, strain = 0): number =>
    meshQuality({ receivers, strain, sharesScreen: false }).camera.maxBitrate;

  it('gives each the less the more there are, those who are about to connect counted', async () => {
    const [one, two] = await connections(2);
    quality.update([one!.peer], 1);
    await until(() => bitrateOf(one!) === fits(1), 'one gets all');
    quality.update([one!.peer], 3);
    await until(() => bitrateOf(one!) === fits(3), 'a share for those who come');
    quality.update([one!.peer, two!.peer], 3);
    await until(() => bitrateOf(two!) === fits(3), 'the newcomer has the same');
    quality.update([one!.peer], 1);
    await until(() => bitrateOf(one!) === fits(1), 'all again');
  });

  it('sends a quarter where data are to be saved, from the start or later', async () => {
    const [one, two] = await connections(2);
    quality.update([one!.peer], 1, true);
    await until(() => bitrateOf(one!) === fits(1, 2), 'little from the start');
    quality.update([one!.peer, two!.peer], 2, true);
    await until(() => bitrateOf(two!) === fits(2, 2), 'little to a newcomer');
    quality.update([one!.peer, two!.peer], 2, false);
    await until(() => bitrateOf(one!) === fits(2) && bitrateOf(two!) === fits(2), 'all again');
  });

  it('sends less where a path loses much, to nobody else, and more again when it holds', async () => {
    const [bad, good] = await connections(2);
    const weather = { lost: 0.2, isProcessorShort: false };
    report(bad!, weather);
    report(good!, { lost: 0, isProcessorShort: false });
    quality.update([bad!.peer, good!.peer], 2);
    await look(2);
    await until(() => bitrateOf(bad!) === fits(2, 1), 'half where much is lost');
    expect(bitrateOf(good!)).to.equal(fits(2));
    weather.lost = 0;
    await look(4);
    await until(() => bitrateOf(bad!) === fits(2), 'all again');
  });

  it('sends less to everybody where the processor does not keep up', async () => {
    const sides = await connections(2);
    report(sides[0]!, { lost: 0, isProcessorShort: true });
    report(sides[1]!, { lost: 0, isProcessorShort: false });
    quality.update(
      sides.map(({ peer }) => peer),
      2,
    );
    await look(2);
    for (const side of sides) await until(() => bitrateOf(side) === fits(2, 1), 'half for everybody');
  });

  it('looks at nothing while nobody is connected', async () => {
    const [one] = await connections(1);
    quality.update([one!.peer], 1);
    expect(clock.size).to.equal(1);
    quality.update([], 1);
    clock.advance(LOOK);
    await until(() => clock.size === 0, 'no look is planned');
  });
});
