import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { MeshWorld } from './mesh-world/mesh-world.ts';
import type { Action, Step, Weather } from './mesh-world/mesh-world.ts';

const ACTIONS: readonly Action[] = [
  'enter',
  'enter',
  'enter',
  'leave',
  'crash',
  'reload',
  'forgotten',
  'remembered',
];
/** In which everything must be well after the last fault: the longest pause between two calls and all that precedes it. */
const BOUND_MS = 120_000;

const step: fc.Arbitrary<Step> = fc.record({
  device: fc.nat(4),
  action: fc.constantFrom(...ACTIONS),
  pause: fc.oneof(fc.nat(1_000), fc.nat(40_000)),
});
const weather = fc.infiniteStream(
  fc.record({
    lost: fc.nat(9).map((of10) => of10 < 3),
    twice: fc.nat(9).map((of10) => of10 < 2),
    delay: fc.oneof(fc.nat(100), fc.nat(5_000)),
  }),
);

function run(steps: readonly Step[], next: Weather): MeshWorld {
  const world = new MeshWorld(next);
  for (const one of steps) {
    world.step(one);
    world.time.advanceTo(world.time.now + one.pause);
  }
  world.calm();
  world.time.advanceTo(world.time.now + BOUND_MS);
  return world;
}

/** Calls in which media flow, by the two who hold them. */
function connections(world: MeshWorld): readonly string[] {
  const ends = [...world.engines.values()].flatMap((engine) =>
    [...engine.calls.values()].filter(({ flows }) => flows).map(({ callId }) => ({ id: engine.id, callId })),
  );
  const ids = [...new Set(ends.map(({ callId }) => callId))];
  return ids
    .map((callId) =>
      ends
        .filter((end) => end.callId === callId)
        .map(({ id }) => id)
        .sort()
        .join(' '),
    )
    .sort();
}

function pairsOf(world: MeshWorld): readonly string[] {
  const ids = [...world.engines.values()].map(({ id }) => id).sort();
  return ids.flatMap((a, at) => ids.slice(at + 1).map((b) => `${a} ${b}`)).sort();
}

describe('devices that come and go, over a network that loses, delays and doubles', () => {
  it('are connected in exactly the pairs of those present, soon after the last fault', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }), weather, (steps, drawn) => {
        const iterator = drawn[Symbol.iterator]();
        const world = run(steps, () => iterator.next().value as ReturnType<Weather>);
        expect(connections(world)).to.deep.equal(pairsOf(world));
        for (const engine of world.engines.values()) {
          const open = [...engine.calls.values()].filter(({ isOver }) => !isOver);
          expect(open.length, 'connections that nobody needs').to.equal(world.engines.size - 1);
          expect(engine.pairs.pairs.map(({ state }) => state)).to.deep.equal(open.map(() => 'connected'));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are connected within two seconds when only people come and go', function () {
    this.timeout(60_000);
    const steps = fc.array(
      fc.record({
        device: fc.nat(4),
        action: fc.constantFrom<Action>('enter', 'enter', 'leave', 'crash', 'reload'),
        pause: fc.integer({ min: 1_000, max: 30_000 }),
      }),
      { minLength: 1, maxLength: 60, size: 'max' },
    );
    fc.assert(
      fc.property(steps, (all) => {
        const world = new MeshWorld(() => ({ lost: false, twice: false, delay: 20 }));
        for (const one of all) {
          world.time.advanceTo(world.time.now + one.pause);
          world.step(one);
        }
        world.time.advanceTo(world.time.now + 2_000);
        // What media reach after a crash goes by itself.
        const both = connections(world).filter((ids) => ids.includes(' '));
        expect(both).to.deep.equal(pairsOf(world));
      }),
      { numRuns: 300 },
    );
  });
});
