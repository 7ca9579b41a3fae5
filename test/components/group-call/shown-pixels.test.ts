import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { shownPixels } from '../../../components/group-call/in-call/shown-pixels.ts';

const size = fc.record({
  width: fc.integer({ min: 1, max: 4_000 }),
  height: fc.integer({ min: 1, max: 4_000 }),
});

describe('pixels of a picture in a box', () => {
  it('are those of its shorter side, of which a picture that fills the box shows no less than the box has', () => {
    expect(shownPixels({ width: 320, height: 180 }, { width: 1280, height: 720 }, false)).to.equal(180);
    expect(shownPixels({ width: 320, height: 320 }, { width: 1280, height: 720 }, false)).to.equal(320);
    expect(shownPixels({ width: 320, height: 320 }, { width: 1280, height: 720 }, true)).to.equal(180);
    expect(shownPixels({ width: 180, height: 320 }, { width: 720, height: 1280 }, false)).to.equal(180);
    expect(shownPixels({ width: 640, height: 360 }, null, false)).to.equal(360);
    expect(shownPixels({ width: 0, height: 0 }, null, false)).to.equal(0);
  });

  it('grow with the box, and are fewest where nothing is cut off', () => {
    fc.assert(
      fc.property(size, size, fc.nat(1_000), (box, picture, more) => {
        const filling = shownPixels(box, picture, false);
        expect(shownPixels(box, picture, true)).to.be.at.most(filling);
        const larger = { width: box.width + more, height: box.height + more };
        expect(shownPixels(larger, picture, false)).to.be.at.least(filling);
      }),
    );
  });
});
