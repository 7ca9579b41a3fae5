import { expect } from '@open-wc/testing';
import { fetchBlurParts } from '../../../src/media/blur/blur-parts.ts';
import { Network } from '../../../src/media/blur/network/network.ts';
import { Painter } from '../../../src/media/blur/painter.ts';
import type { BlurParts } from '../../../src/media/blur/painter.ts';
import { drawnPerson } from './drawn-person.ts';
import { reckonedPerson } from './reckoned-person.ts';

/** The greatest difference of neighbours in a row of pixels, red alone. */
function steps(canvas: OffscreenCanvas, [x, y, width]: [number, number, number]): number {
  const { data } = canvas.getContext('2d')!.getImageData(x, y, width, 1);
  const values = Array.from({ length: width }, (_, index) => data[4 * index]!);
  return Math.max(...values.slice(1).map((value, index) => Math.abs(value - values[index]!)));
}

describe('people in a picture', () => {
  let parts: BlurParts;
  before(async () => {
    parts = await fetchBlurParts();
  });

  for (const [width, height] of [
    [256, 144],
    [144, 256],
  ] as const) {
    it(`are found in ${width}×${height}`, () => {
      const { data } = drawnPerson(width, height).getContext('2d')!.getImageData(0, 0, width, height);
      const people = new Network(parts.kernels, parts.model, width, height).people(data);
      const at = (x: number, y: number): number => people[(height - 144 + y) * width + width / 2 + x]!;
      expect(at(0, 66), 'face').above(0.95);
      expect(at(0, 130), 'body').above(0.95);
      expect(at(-width / 2 + 6, 30), 'beside').below(0.05);
      expect(at(width / 2 - 6, 30), 'beside').below(0.05);
    });
  }

  it('are where MediaPipe finds them', async () => {
    const people = new Network(parts.kernels, parts.model, 256, 144).people(reckonedPerson());
    // Every ninth pixel of the mask of `SelfieSegmentation(model_selection=1)`, Python package mediapipe 0.10.21, on its CPU.
    const file = await fetch(new URL('./reference-mask.f32', import.meta.url));
    const reference = new Float32Array(await file.arrayBuffer());
    expect(reference.length).equal(people.length / 9);
    const differences = reference.map((value, index) => Math.abs(value - people[9 * index]!));
    expect(Math.max(...differences)).below(1e-4);
  });

  it('stay as they are, and what is behind them is blurred', async () => {
    const picture = await createImageBitmap(drawnPerson(256, 144));
    const painted = new Painter(parts).paint(picture, 256, 144);
    const before = drawnPerson(256, 144);
    const eyes: [number, number, number] = [110, 57, 36];
    const wall: [number, number, number] = [8, 40, 60];
    expect(steps(before, wall)).above(50);
    expect(steps(painted, wall)).below(8);
    expect(steps(before, eyes)).above(100);
    expect(steps(painted, eyes)).above(0.8 * steps(before, eyes));
  });

  it('are looked for anew when the picture turns', async () => {
    const painter = new Painter(parts);
    painter.paint(await createImageBitmap(drawnPerson(256, 144)), 256, 144);
    const painted = painter.paint(await createImageBitmap(drawnPerson(144, 256)), 144, 256);
    expect(steps(painted, [4, 120, 40])).below(8);
  });

  it('refuses a file that is no network', () => {
    const file = new Uint8Array(64).buffer;
    expect(() => new Network(parts.kernels, file, 256, 144)).throw();
  });
});
