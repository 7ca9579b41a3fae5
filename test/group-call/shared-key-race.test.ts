import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { LONGEST_LEG } from './race/line.ts';
import { ROUND_TRIP, runRace } from './race/run-race.ts';
import type { Race, RaceStep } from './race/run-race.ts';

const END = 300_000;
/** Within this time everything that happens in a race has begun. */
const BUSY = 60_000;

/** Instants that collide, within a leg or two of each other. */
const instant = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 2 * LONGEST_LEG }))
  .map(([slot, jitter]) => (slot * BUSY) / 12 + jitter);

function steps(devices: number, does: fc.Arbitrary<RaceStep['does']>): fc.Arbitrary<readonly RaceStep[]> {
  const step = fc.record({ at: instant, device: fc.nat({ max: devices - 1 }), does });
  const enters = fc
    .array(fc.integer({ min: 0, max: 2 * LONGEST_LEG }), { minLength: devices, maxLength: devices })
    .map((all) => all.map((at, device): RaceStep => ({ at, device, does: 'enter' })));
  return fc
    .tuple(enters, fc.array(step, { maxLength: 12 }))
    .map(([first, then]) => [...first, ...then].toSorted((a, b) => a.at - b.at));
}

const legs = fc.array(fc.integer({ min: 1, max: LONGEST_LEG }), { minLength: 20, maxLength: 60 });

function races(
  engines: fc.Arbitrary<number>,
  deployed: number,
  does: fc.Arbitrary<RaceStep['does']>,
): fc.Arbitrary<Race> {
  return engines.chain((count) =>
    fc.record({
      engines: fc.constant(count),
      deployed: fc.constant(deployed),
      steps: steps(count + deployed, does),
      legs,
    }),
  );
}

const twoOrThree = fc.constantFrom(2, 3);
const coming = fc.constantFrom('enter' as const, 'leave' as const);
const anything: fc.Arbitrary<RaceStep['does']> = fc.oneof(
  { weight: 4, arbitrary: coming },
  { weight: 1, arbitrary: fc.constant('crash' as const) },
  { weight: 2, arbitrary: fc.integer({ min: 100, max: 40_000 }).map((cut) => ({ cut })) },
);

describe('devices of one user that write under one key', () => {
  it('lose nobody for longer than a round trip, whatever they do', function () {
    this.timeout(120_000);
    let losses = 0;
    fc.assert(
      fc.property(races(twoOrThree, 0, anything), (race) => {
        const outcome = runRace(race, END);
        losses += outcome.losses.length;
        for (const loss of outcome.losses) expect(loss.ms, JSON.stringify(loss)).to.be.at.most(ROUND_TRIP);
      }),
      { numRuns: 1_000 },
    );
    expect(losses).to.be.greaterThan(100);
  });

  it('are listed in the end, and nobody else is, but who crashed while others were out of reach', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(races(twoOrThree, 0, anything), (race) => {
        const { engines, server } = runRace(race, END);
        const present = engines.filter(({ context, crashed }) => context.state === 'entered' && !crashed);
        const crashed = engines.filter((engine) => engine.crashed);
        const listed = new Set(server.devices());
        for (const { id } of present) expect([...listed]).to.include(id);
        const ghosts = [...listed].filter((id) => !present.some((engine) => engine.id === id));
        const cut = race.steps.some(({ does }) => typeof does === 'object');
        if (crashed.length === 0 || (crashed.length === 1 && !cut)) expect(ghosts).to.deep.equal([]);
        else expect(crashed.map(({ id }) => id)).to.include.members(ghosts);
      }),
      { numRuns: 1_000 },
    );
  });

  it('know an old entry of another from a new one, though they were away when it came', () => {
    const race: Race = {
      engines: 3,
      deployed: 0,
      steps: [
        { at: 0, device: 2, does: 'enter' },
        { at: 2, device: 0, does: 'enter' },
        { at: 126, device: 1, does: 'enter' },
        { at: 5_000, device: 2, does: 'leave' },
        { at: 10_000, device: 2, does: 'enter' },
        { at: 10_000, device: 1, does: 'crash' },
      ],
      legs: [
        ...[161, 1, 341, 367, 183, 77, 196, 160, 1, 61, 98, 1],
        ...[90, 394, 368, 1, 54, 95, 1, 396, 26, 131, 2, 73],
      ],
    };
    expect(runRace(race, END).server.devices()).to.have.members(['E0', 'E2']);
  });

  it('leave nothing behind: no entry, no delayed leave, no timer', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(races(twoOrThree, 0, coming), (race) => {
        const all = [...Array(race.engines).keys()];
        const leaves = all.map((device): RaceStep => ({ at: 2 * BUSY, device, does: 'leave' }));
        const { engines, server } = runRace({ ...race, steps: [...race.steps, ...leaves] }, END);
        expect(engines.map(({ context }) => context.state)).to.deep.equal(all.map(() => 'left'));
        expect(engines.flatMap(({ timers }) => timers)).to.deep.equal([]);
        expect(server.devices()).to.deep.equal([]);
        expect(server.scheduled).to.equal(0);
      }),
      { numRuns: 1_000 },
    );
  });

  const beside = (second: number, third: number, legs: readonly number[]): Race => ({
    engines: 2,
    deployed: 1,
    steps: [
      { at: 0, device: 0, does: 'enter' },
      { at: second, device: 2, does: 'enter' },
      { at: third, device: 1, does: 'enter' },
    ],
    legs,
  });

  it('take what they wrote themselves for their own, though it is shown after what they read', () => {
    const ones = Array<number>(20).fill(1);
    const legs = [1, 150, 146, 38, 347, 1, 111, 1, 1, 109, 2, 1, 1, 7, 1, 1, 4, ...ones];
    for (const { ms } of runRace(beside(684, 793, legs), END).losses)
      expect(ms).to.be.at.most(2 * ROUND_TRIP);
  });

  it('take whom somebody put back for present, though they knew the entry before they came', () => {
    const legs = [1, 112, 1, 1, 1, 289, 1, 1, 1, 1, 1, 330, 1, 1, 1, 1, 1, 1, 1, 1];
    for (const { ms } of runRace(beside(0, 623, legs), END).losses) expect(ms).to.be.at.most(2 * ROUND_TRIP);
  });

  it('put back what they overwrote of a device that never looks, while nobody leaves', function () {
    this.timeout(120_000);
    let losses = 0;
    fc.assert(
      fc.property(races(twoOrThree, 1, fc.constant('enter' as const)), (race) => {
        const outcome = runRace(race, END);
        for (const loss of outcome.losses) {
          losses += 1;
          expect(loss.ms, JSON.stringify(loss)).to.be.at.most(loss.deployed ? 2 * ROUND_TRIP : ROUND_TRIP);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(losses).to.be.greaterThan(100);
  });
});
