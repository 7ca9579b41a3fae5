import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { ActiveSpeaker } from '../../src/group-call/active-speaker.ts';

type Levels = Readonly<Record<string, number>>;

const STEP_MS = 50;

/** Hears these levels for so long; answers who spoke then. */
class Room {
  readonly active = new ActiveSpeaker();
  #now = 0;

  hear(levels: Levels, ms: number): string | null {
    for (const end = this.#now + ms; this.#now < end; this.#now += STEP_MS) {
      this.active.update(new Map(Object.entries(levels)), this.#now);
    }
    return this.active.speaker;
  }
}

describe('who speaks', () => {
  it('is nobody before anybody was heard', () => {
    expect(new Room().hear({ a: 0, b: 0.01 }, 5_000)).to.equal(null);
  });

  it('is the one who is heard', () => {
    expect(new Room().hear({ a: 0, b: 0.2 }, 1_000)).to.equal('b');
  });

  it('is still the one who stopped when nobody follows', () => {
    const room = new Room();
    room.hear({ a: 0.2, b: 0 }, 1_000);
    expect(room.hear({ a: 0, b: 0 }, 60_000)).to.equal('a');
  });

  it('is not the one who coughs', () => {
    const room = new Room();
    room.hear({ a: 0.2, b: 0 }, 1_000);
    expect(room.hear({ a: 0, b: 0.9 }, 200)).to.equal('a');
    expect(room.hear({ a: 0.2, b: 0 }, 2_000)).to.equal('a');
  });

  it('is not the one who is hardly louder', () => {
    const room = new Room();
    room.hear({ a: 0.2, b: 0 }, 1_000);
    expect(room.hear({ a: 0.2, b: 0.28 }, 10_000)).to.equal('a');
    expect(room.hear({ a: 0.2, b: 0.4 }, 2_000)).to.equal('b');
  });

  it('is the one who goes on speaking when the other stops', () => {
    const room = new Room();
    room.hear({ a: 0.2, b: 0 }, 1_000);
    expect(room.hear({ a: 0, b: 0.1 }, 3_000)).to.equal('b');
  });

  it('is nobody who has left', () => {
    const room = new Room();
    room.hear({ a: 0.2, b: 0 }, 1_000);
    expect(room.hear({ b: 0 }, STEP_MS)).to.equal(null);
    expect(room.hear({ b: 0.2 }, 1_000)).to.equal('b');
  });

  it('changes at most every 400 ms, and is always somebody who is here', () => {
    const levels = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.tuple(levels, fc.nat(300)), { maxLength: 100, size: 'max' }), (heard) => {
        const active = new ActiveSpeaker();
        let now = 0;
        let last = null as { readonly speaker: string; readonly at: number } | null;
        for (const [level, ms] of heard) {
          now += ms;
          const speaker = active.update(new Map(Object.entries(level)), now);
          if (speaker !== null) expect(Object.keys(level)).to.include(speaker);
          if (speaker === null || speaker === last?.speaker) continue;
          if (last !== null) expect(now - last.at).to.be.at.least(400);
          last = { speaker, at: now };
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
