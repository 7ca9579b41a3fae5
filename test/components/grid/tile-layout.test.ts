import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { gap } from '../../../components/parts/grid/packing.ts';
import type { Place } from '../../../components/parts/grid/packing.ts';
import { tileLayout } from '../../../components/parts/grid/tile-layout.ts';
import type { TileLayout } from '../../../components/parts/grid/grid-layout.ts';
import type { LayoutTile, Size } from '../../../components/parts/grid/tile-shape.ts';

const runs = { numRuns: 400 };
const cameras = [null, 9 / 16, 3 / 4, 1, 4 / 3, 1.6, 16 / 9];

function boxes(least = 104, most = 2000): fc.Arbitrary<Size> {
  return fc.record({
    width: fc.integer({ min: least, max: most }),
    height: fc.integer({ min: least, max: most }),
  });
}
const ratios = fc.oneof(fc.constantFrom(...cameras), fc.double({ min: 0.25, max: 4, noNaN: true }));
function people(
  least = 0,
  most = 30,
  ratio: fc.Arbitrary<number | null> = ratios,
): fc.Arbitrary<LayoutTile[]> {
  const one = fc.record({ ratio, whole: fc.boolean() });
  return fc
    .array(one, { minLength: least, maxLength: most })
    .map((all) => all.map((tile, index) => ({ ...tile, id: `p${index}` })));
}
/** A call, and who of it is on the stage. */
const spotlights = people(1).chain((tiles) =>
  fc.record({
    tiles: fc.constant(tiles),
    stage: fc.subarray(tiles.map(({ id }) => id)).map((ids) => new Set(ids)),
  }),
);

const area = ({ width, height }: Size) => width * height;
const everything = ({ places, more }: TileLayout): Place[] => [
  ...places.values(),
  ...(more ? [more.place] : []),
];
const smallest = (layout: TileLayout) => Math.min(...everything(layout).map(area));
const centre = ({ x, y, width, height }: Place) => ({ x: x + width / 2, y: y + height / 2 });

function cropped({ ratio, whole }: LayoutTile, { width, height }: Size): number {
  if (ratio === null || whole) return 0;
  const shown = width / height / ratio;
  return 1 - Math.min(shown, 1 / shown);
}

describe('tileLayout', () => {
  it('overlaps nothing and leaves nothing out of the box', () => {
    fc.assert(
      fc.property(boxes(), spotlights, (box, { tiles, stage }) => {
        const all = everything(tileLayout(box, tiles, { stage }));
        for (const [index, { x, y, width, height }] of all.entries()) {
          expect(Math.min(x, y)).to.be.at.least(0);
          expect(x + width).to.be.at.most(box.width);
          expect(y + height).to.be.at.most(box.height);
          for (const other of all.slice(index + 1)) {
            const apart =
              x + width <= other.x ||
              other.x + other.width <= x ||
              y + height <= other.y ||
              other.y + other.height <= y;
            expect(apart, 'apart').to.be.true;
          }
        }
      }),
      runs,
    );
  });

  it('shows everybody, or says how many more', () => {
    fc.assert(
      fc.property(boxes(), spotlights, (box, { tiles, stage }) => {
        const { places, more } = tileLayout(box, tiles, { stage });
        expect(places.size + (more?.count ?? 0)).to.equal(tiles.length);
        if (more) expect(more.count).to.be.greaterThan(1);
      }),
      runs,
    );
  });

  it('cuts off at most 30 % of a picture, and nothing of a screen', () => {
    fc.assert(
      fc.property(boxes(240), spotlights, (box, { tiles, stage }) => {
        const { places } = tileLayout(box, tiles, { stage });
        for (const tile of tiles) {
          const place = places.get(tile.id);
          if (place === undefined) continue;
          expect(cropped(tile, place)).to.be.at.most(0.3 + 1e-9);
          if (!tile.whole || tile.ratio === null) continue;
          const { width, height } = place;
          const off = Math.min(Math.abs(width - height * tile.ratio), Math.abs(height - width / tile.ratio));
          expect(off, 'its own shape, to the pixel').to.be.at.most(1);
        }
      }),
      runs,
    );
  });

  it('keeps the order of reading', () => {
    fc.assert(
      fc.property(boxes(), people(2), (box, tiles) => {
        const { places } = tileLayout(box, tiles);
        const shown = tiles.flatMap(({ id }) => places.get(id) ?? []);
        expect(
          tiles.slice(0, shown.length).every(({ id }) => places.has(id)),
          'the first ones',
        ).to.be.true;
        for (const [index, place] of shown.slice(1).entries()) {
          const [before, after] = [centre(shown[index]!), centre(place)];
          const nextRow = after.y - before.y > 1;
          expect(nextRow || (Math.abs(after.y - before.y) <= 1 && after.x > before.x), 'after it').to.be.true;
        }
      }),
      runs,
    );
  });

  it('gives a bigger box no smaller tiles and no fewer, from where two find room', () => {
    const growth = fc.record({
      width: fc.integer({ min: 0, max: 300 }),
      height: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(boxes(2 * 104 + 8), growth, people(1), (box, more, tiles) => {
        const small = tileLayout(box, tiles);
        const big = tileLayout({ width: box.width + more.width, height: box.height + more.height }, tiles);
        expect(big.places.size).to.be.at.least(small.places.size);
        if (big.places.size === small.places.size) expect(smallest(big)).to.be.at.least(smallest(small));
      }),
      runs,
    );
  });

  it('makes the smallest tile as big as rows and columns allow', () => {
    fc.assert(
      fc.property(boxes(600), people(1, 12), fc.integer({ min: 1, max: 12 }), (box, tiles, columns) => {
        const rows = Math.ceil(tiles.length / columns);
        const cell = {
          width: Math.floor((box.width - 8 * (columns - 1)) / columns),
          height: Math.floor((box.height - 8 * (rows - 1)) / rows),
        };
        fc.pre(cell.width >= 104 && cell.height >= 72);
        // Tried pixel by pixel: the widest tile of the cell that shows enough of each picture.
        const other = Math.min(...tiles.map((tile) => biggestIn(cell, tile)));
        const layout = tileLayout(box, tiles);
        fc.pre(layout.more === null);
        expect(smallest(layout)).to.be.at.least(other * 0.97);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps columns and places when somebody comes or goes, while that is nearly as good', () => {
    fc.assert(
      fc.property(boxes(240), people(2, 12), fc.boolean(), (box, tiles, comes) => {
        const [first, then] = comes ? [tiles.slice(0, -1), tiles] : [tiles, tiles.slice(0, -1)];
        const before = tileLayout(box, first);
        const after = tileLayout(box, then, { before: before.columns });
        const best = tileLayout(box, then);
        expect(smallest(after)).to.be.at.least(smallest(best) * 0.85 - 1);
        if (after.columns === before.columns) return;
        // What is tried pixel by pixel may be a little bigger than what is drawn.
        const kept = smallestWith(box, then, before.columns!) * 0.97;
        expect(kept, 'no reason to move').to.be.below(smallest(best) * 0.85 + 1);
      }),
      runs,
    );
  });

  it('moves nobody when the next one takes the free cell of a row that is there', () => {
    const four = Array.from({ length: 6 }, (_, at) => ({ id: `p${at}`, ratio: 16 / 9, whole: false }));
    const box = { width: 1240, height: 560 };
    const before = tileLayout(box, four.slice(0, 5));
    const after = tileLayout(box, four, { before: before.columns });
    expect(before.columns).to.equal(3);
    for (const id of ['p0', 'p1', 'p2']) expect(after.places.get(id)).to.deep.equal(before.places.get(id));
  });

  it('says how many more where nobody would be seen', () => {
    const nine = Array.from({ length: 9 }, (_, at) => ({ id: `p${at}`, ratio: null, whole: false }));
    const { places, more } = tileLayout({ width: 224, height: 330 }, nine);
    expect(places.size).to.equal(7);
    expect(more?.count).to.equal(2);
    expect(area(more!.place)).to.be.at.least(104 * 72);
  });

  it('shows a guest in place of the last one who finds room', () => {
    const nine = Array.from({ length: 9 }, (_, at) => ({ id: `p${at}`, ratio: null, whole: false }));
    const box = { width: 224, height: 330 };
    const usual = tileLayout(box, nine);
    const guest = tileLayout(box, nine, { guest: 'p8' });
    expect(guest.places.get('p8')).to.deep.equal(usual.places.get('p6'));
    expect([...guest.places.keys()].slice(0, 6)).to.deep.equal([...usual.places.keys()].slice(0, 6));
    expect(guest.more).to.deep.equal(usual.more);
    expect(tileLayout(box, nine, { guest: 'p2' })).to.deep.equal(usual);
    expect(tileLayout({ width: 900, height: 900 }, nine, { guest: 'p8' }).places.size).to.equal(9);
  });

  it('makes the stage bigger than each tile of the strip', () => {
    const usual = people(2, 12, fc.constantFrom(null, 4 / 3, 1.6, 16 / 9));
    fc.assert(
      fc.property(boxes(320), usual, fc.nat(), (box, tiles, pick) => {
        const { id } = tiles[pick % tiles.length]!;
        const { places } = tileLayout(box, tiles, { stage: new Set([id]) });
        const big = places.get(id)!;
        for (const [other, place] of places) if (other !== id) expect(area(big)).to.be.at.least(area(place));
      }),
      runs,
    );
  });

  it('puts the strip beside a stage that lies and below one that stands', () => {
    const tiles = ['share', 'anna', 'ben'].map((id) => ({
      id,
      ratio: id === 'share' ? 1.6 : 4 / 3,
      whole: id === 'share',
    }));
    const wide = tileLayout({ width: 1200, height: 560 }, tiles, { stage: new Set(['share']) }).places;
    expect(wide.get('anna')!.x).to.be.at.least(wide.get('share')!.x + wide.get('share')!.width);
    expect(wide.get('anna')!.x).to.equal(wide.get('ben')!.x);
    const tall = tileLayout({ width: 366, height: 560 }, tiles, { stage: new Set(['share']) }).places;
    expect(tall.get('share')!.width).to.equal(366);
    expect(tall.get('anna')!.y).to.be.at.least(tall.get('share')!.height);
    expect(tall.get('anna')!.y).to.equal(tall.get('ben')!.y);
  });

  it('leaves nothing empty between a stage and the strip below it', () => {
    const standing = boxes(320).filter(({ width, height }) => height > width);
    fc.assert(
      fc.property(
        standing,
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom(...cameras),
        (box, count, ratio) => {
          const tiles = Array.from({ length: count }, (_, at) => ({ id: `p${at}`, ratio, whole: false }));
          const layout = tileLayout(box, tiles, { stage: new Set(['p0']) });
          const { y, height } = layout.places.get('p0')!;
          const strip = everything(layout).slice(1);
          expect(Math.min(...strip.map((place) => place.y)) - y - height).to.be.closeTo(gap, 1);
          expect(box.height - Math.max(...strip.map((place) => place.y + place.height))).to.be.closeTo(y, 1);
        },
      ),
      runs,
    );
    const five = Array.from({ length: 5 }, (_, at) => ({ id: `p${at}`, ratio: 4 / 3, whole: false }));
    const crowded = tileLayout({ width: 222, height: 340 }, five, { stage: new Set(['p0']) });
    expect(crowded.places.size, 'nobody of the strip gives way to a bigger stage').to.equal(5);
    const two = ['anna', 'ben'].map((id) => ({ id, ratio: 16 / 9, whole: false }));
    const { places } = tileLayout({ width: 390, height: 700 }, two, { stage: new Set(['anna']) });
    const [anna, ben] = [places.get('anna')!, places.get('ben')!];
    expect(ben.y).to.be.closeTo(anna.y + anna.height + gap, 1);
    expect(anna.height).to.be.closeTo(390 / (0.7 * (16 / 9)), 1);
    expect(anna.y).to.be.closeTo(700 - ben.y - ben.height, 1);
  });

  it('survives what no camera sends', () => {
    for (const ratio of [0, -1, NaN, Infinity, 1e-9, 1e9]) {
      for (const box of [
        { width: 0, height: 0 },
        { width: 1, height: 3 },
        { width: 400, height: 300 },
      ]) {
        const tiles = ['a', 'b', 'c'].map((id) => ({ id, ratio, whole: id === 'a' }));
        for (const place of everything(tileLayout(box, tiles, { stage: new Set(['a']) }))) {
          for (const value of Object.values(place)) expect(value).to.satisfy(Number.isFinite);
        }
      }
    }
  });
});

function biggestIn(cell: Size, tile: LayoutTile): number {
  let best = 0;
  for (let width = 1; width <= cell.width; width += 1) {
    const heights = tile.ratio === null ? [width / (3 / 4), width / (21 / 9)] : reach(tile, width);
    const [high, low] = heights as [number, number];
    const height = Math.min(cell.height, high);
    if (height >= low - 1) best = Math.max(best, width * Math.floor(height));
  }
  return best;
}

/** Heights that a tile of this width may have: the highest, the lowest. */
function reach({ ratio, whole }: LayoutTile, width: number): [number, number] {
  if (whole) return [width / ratio!, width / ratio!];
  const [narrow, wide] = [ratio! * 0.7, ratio! / 0.7];
  const bound = (value: number) => Math.min(Math.max(value, narrow), wide);
  return [width / bound(3 / 4), width / bound(21 / 9)];
}

function smallestWith(box: Size, tiles: readonly LayoutTile[], columns: number): number {
  const rows = Math.ceil(tiles.length / columns);
  const cell = {
    width: Math.floor((box.width - 8 * (columns - 1)) / columns),
    height: Math.floor((box.height - 8 * (rows - 1)) / rows),
  };
  if (columns > tiles.length || cell.width < 104 || cell.height < 72) return 0;
  return Math.min(...tiles.map((tile) => biggestIn(cell, tile)));
}
