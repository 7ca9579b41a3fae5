import { expect } from '@open-wc/testing';
import { meshQuality } from '../../../src/group-call/mesh-quality.ts';
import type { LocalMediaPort } from '../../../src/media/local-media-port.ts';
import type { PeerPort } from '../../../src/media/peer-port.ts';
import { MeshQuality } from '../../../src/session/mesh-quality.ts';
import type { QualityCall } from '../../../src/session/mesh-quality.ts';
import { buildShownSizes } from '../../../src/signalling/shown-sizes.ts';
import { ManualClock } from '../../matrix/memory/manual-clock.ts';
import { connect, pair, sendDevices, silentLog } from '../../media/pair.ts';
import type { Pair, Side } from '../../media/pair.ts';
import { until } from '../../until.ts';

const LOOK = 5_000;
const NOBODY = { callId: 'call', partyId: 'party', peer: { dialect: 'deployed' } } as const;
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
  /** What the other sides said. */
  const shown = new Map<PeerPort, unknown>();

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
    shown.clear();
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

  /** Those who are connected, and as many more as make `receivers`. */
  function update(sides: readonly Side[], receivers: number, savesData = false): void {
    const calls = sides.map(({ peer }, index): [string, QualityCall] => [
      String(index),
      { peer, shown: shown.get(peer), screenStream: null, options: NOBODY, say: () => undefined },
    ]);
    const pairs = Array.from({ length: receivers }, (_, index) => ({
      id: String(index),
      state: index < sides.length ? ('connected' as const) : ('connecting' as const),
      waitingSince: clock.now(),
    }));
    const failed = { id: 'failed', state: 'connecting' as const, waitingSince: clock.now() - 30_000 };
    quality.update(new Map(calls), [...pairs, failed], savesData, new Map());
  }

  const fits = (receivers: number, strain = 0): number =>
    meshQuality({ receivers, strain, sharesScreen: false }).camera.maxBitrate;

  it('gives each the less the more there are, those who are about to connect counted', async () => {
    const [one, two] = await connections(2);
    update([one!], 1);
    await until(() => bitrateOf(one!) === fits(1), 'one gets all');
    update([one!], 3);
    await until(() => bitrateOf(one!) === fits(3), 'a share for those who come');
    update([one!, two!], 3);
    await until(() => bitrateOf(two!) === fits(3), 'the newcomer has the same');
    update([one!], 1);
    await until(() => bitrateOf(one!) === fits(1), 'all again');
  });

  it('sends a quarter where data are to be saved, from the start or later', async () => {
    const [one, two] = await connections(2);
    update([one!], 1, true);
    await until(() => bitrateOf(one!) === fits(1, 2), 'little from the start');
    update([one!, two!], 2, true);
    await until(() => bitrateOf(two!) === fits(2, 2), 'little to a newcomer');
    update([one!, two!], 2, false);
    await until(() => bitrateOf(one!) === fits(2) && bitrateOf(two!) === fits(2), 'all again');
  });

  it('sends less where a path loses much, to nobody else, and more again when it holds', async () => {
    const [bad, good] = await connections(2);
    const weather = { lost: 0.2, isProcessorShort: false };
    report(bad!, weather);
    report(good!, { lost: 0, isProcessorShort: false });
    update([bad!, good!], 2);
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
    update(sides, 2);
    await look(2);
    for (const side of sides) await until(() => bitrateOf(side) === fits(2, 1), 'half for everybody');
  });

  it('sends what each shows: small to the one, nothing to the other, and all to it again', async () => {
    const sides = await connections(2);
    const [one, two] = sides as [Side, Side];
    const encoding = ({ peer }: Side) =>
      peer.slots.transceivers.get('camera')?.sender.getParameters().encodings[0];
    shown.set(one.peer, buildShownSizes({ camera: 180, screen: 0 }));
    shown.set(two.peer, buildShownSizes({ camera: 0, screen: 0 }));
    update(sides, 2);
    await until(() => encoding(two)?.active === false, 'nothing to who does not show it');
    await until(() => bitrateOf(one) === 150_000, 'little to who shows it small');
    expect(encoding(one)).to.include({ active: true, scaleResolutionDownBy: 2 });
    shown.set(two.peer, buildShownSizes({ camera: 1_080, screen: 0 }));
    clock.advance(500);
    update(sides, 2);
    await until(() => encoding(two)?.active === true, 'all again');
    expect(bitrateOf(two)).to.equal(fits(2));
    expect(bitrateOf(one)).to.equal(150_000);
  });

  it('goes on as before where what somebody said of sizes is nonsense', async () => {
    const [one] = (await connections(1)) as [Side];
    const { sender } = one.peer.slots.transceivers.get('camera')!;
    const set = sender.setParameters.bind(sender);
    const bitrates: unknown[] = [];
    sender.setParameters = (parameters) => {
      bitrates.push(parameters.encodings[0]?.maxBitrate);
      return set(parameters);
    };
    shown.set(one.peer, buildShownSizes({ camera: 180, screen: 0 }));
    update([one], 1);
    await until(() => bitrateOf(one) === 150_000, 'little');
    for (const nonsense of [{ 'm.usermedia': -1, 'm.screenshare': 0 }, null, 'all']) {
      shown.set(one.peer, nonsense);
      clock.advance(500);
      update([one], 1);
    }
    update([one], 2);
    shown.set(one.peer, buildShownSizes({ camera: 270, screen: 0 }));
    clock.advance(500);
    update([one], 2);
    await until(() => bitrateOf(one) === 350_000, 'what is sense again');
    expect(new Set(bitrates)).to.deep.equal(new Set([150_000, 350_000]));
  });

  it('does not begin anew with each word of who never stops asking for something else', async () => {
    const [one] = await connections(1);
    let changes = 0;
    const { sender } = one!.peer.slots.transceivers.get('camera')!;
    const set = sender.setParameters.bind(sender);
    sender.setParameters = (parameters) => {
      changes += 1;
      return set(parameters);
    };
    for (let word = 0; word < 1_000; word += 1) {
      shown.set(one!.peer, buildShownSizes({ camera: word % 2 === 0 ? 0 : 1_080, screen: 0 }));
      update([one!], 1);
      if (word % 10 === 9) {
        clock.advance(50);
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    clock.advance(500);
    await until(() => sender.getParameters().encodings[0]?.active === true, 'the last word counts');
    expect(changes, 'in five seconds').to.be.within(2, 12);
  });

  it('looks at nothing while nobody is connected', async () => {
    const [one] = await connections(1);
    update([one!], 1);
    expect(clock.size).to.equal(1);
    update([], 1);
    clock.advance(LOOK);
    await until(() => clock.size === 0, 'no look is planned');
  });
});
