import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { shownClass } from '../../src/group-call/shown-class.ts';
import {
  AGAIN_AFTER,
  HIDDEN_AFTER,
  ShownTelling,
  SMALLER_AFTER,
} from '../../src/group-call/shown-telling.ts';

const T = 1_000_000;

describe('what a peer is told of how large it is shown', () => {
  it('is nothing while nothing is known, or all is wanted', () => {
    const telling = new ShownTelling();
    telling.want(null, T);
    telling.want({ camera: 4_000, screen: 2_000 }, T);
    expect(telling.dueAt).to.equal(null);
    expect(telling.say(T + 100_000)).to.equal(null);
  });

  it('is less once less did for a while: longer where nothing is seen', () => {
    const telling = new ShownTelling();
    telling.want({ camera: 170, screen: 0 }, T);
    expect(telling.say(T + SMALLER_AFTER - 1)).to.equal(null);
    expect(telling.say(T + SMALLER_AFTER)).to.deep.equal({ camera: 180, screen: 2160 });
    expect(telling.say(T + HIDDEN_AFTER - 1)).to.equal(null);
    expect(telling.say(T + HIDDEN_AFTER)).to.deep.equal({ camera: 180, screen: 0 });
    expect(telling.dueAt).to.equal(null);
  });

  it('is more at once', () => {
    const telling = new ShownTelling();
    telling.want({ camera: 0, screen: 0 }, T);
    telling.say(T + HIDDEN_AFTER);
    telling.want({ camera: 200, screen: 0 }, T + 20_000);
    expect(telling.say(T + 20_000)).to.deep.equal({ camera: 270, screen: 0 });
  });

  it('is nothing where less did for a moment only', () => {
    const telling = new ShownTelling();
    telling.want({ camera: 540, screen: 540 }, T);
    telling.say(T + SMALLER_AFTER);
    for (let at = T + 5_000; at < T + 60_000; at += 2_000) {
      telling.want({ camera: 180, screen: 540 }, at);
      expect(telling.say(at + 900)).to.equal(null);
      telling.want({ camera: 540, screen: 540 }, at + 1_000);
      expect(telling.say(at + 1_000)).to.equal(null);
    }
  });

  it('is said again where it did not leave', () => {
    const telling = new ShownTelling();
    telling.want({ camera: 0, screen: 0 }, T);
    expect(telling.say(T + HIDDEN_AFTER)).to.deep.equal({ camera: 0, screen: 0 });
    telling.failed(T + 10_500);
    expect(telling.say(T + 10_500 + AGAIN_AFTER - 1)).to.equal(null);
    expect(telling.say(T + 10_500 + AGAIN_AFTER)).to.deep.equal({ camera: 0, screen: 0 });
    expect(telling.dueAt).to.equal(null);
  });

  it('is in the end what is wanted, and said seldom, whatever the page does', () => {
    const pixels = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3_000 }));
    const wishes = fc.array(fc.record({ after: fc.nat(4_000), camera: pixels, screen: pixels }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(wishes, (all) => {
        const telling = new ShownTelling();
        const said: { at: number; camera: number; screen: number }[] = [];
        let now = T;
        const pass = (until: number): void => {
          for (let due = telling.dueAt; due !== null && due <= until; due = telling.dueAt) {
            now = Math.max(now, due);
            const sizes = telling.say(now);
            expect(sizes, 'something to say when it is due').not.to.equal(null);
            said.push({ at: now, ...sizes! });
          }
          now = Math.max(now, until);
        };
        for (const { after, camera, screen } of all) {
          pass(now + after);
          telling.want({ camera, screen }, now);
          pass(now);
        }
        pass(now + 12_000);
        const last = said.at(-1) ?? { camera: 2160, screen: 2160 };
        const { camera, screen } = all.at(-1)!;
        expect([last.camera, last.screen]).to.deep.equal([shownClass(camera), shownClass(screen)]);
        // Each of the two may grow at most once per wish; what shrinks has waited.
        expect(said.length).to.be.at.most(2 * all.length + 2);
      }),
    );
  });
});

describe('the class of a size', () => {
  it('is never smaller than what is shown, grows with it, and is 0 for nothing alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_160 }), fc.nat(1_000), (pixels, more) => {
        expect(shownClass(pixels)).to.be.at.least(pixels);
        expect(shownClass(pixels + more)).to.be.at.least(shownClass(pixels));
      }),
    );
    for (const nothing of [0, -1, Number.NaN, -Infinity]) expect(shownClass(nothing)).to.equal(0);
    expect(shownClass(0.4)).to.equal(180);
    for (const much of [5_000, Infinity]) expect(shownClass(much)).to.equal(2_160);
  });
});
