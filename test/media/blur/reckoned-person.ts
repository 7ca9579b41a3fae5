type Colour = readonly [red: number, green: number, blue: number];

/** Centre, and how wide and high to each side, in a picture of 256×144; the later lie over the earlier. */
const SHAPES: readonly (readonly [x: number, y: number, wide: number, high: number, colour: Colour])[] = [
  [128, 160, 62, 66, [40, 60, 110]],
  [128, 50, 34, 34, [60, 40, 30]],
  [128, 92, 14, 18, [205, 150, 120]],
  [128, 66, 29, 36, [222, 170, 140]],
  [117, 58, 5, 3, [30, 20, 20]],
  [139, 58, 5, 3, [30, 20, 20]],
  [128, 71, 4, 6, [198, 142, 114]],
  [128, 84, 10, 3, [150, 60, 60]],
];

/**
 * A person in front of a wall with a pattern, 256×144, reckoned in whole numbers: the same bytes in every browser, whichever
 * way it draws.
 */
export function reckonedPerson(): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(256 * 144 * 4);
  for (let y = 0, at = 0; y < 144; y += 1)
    for (let x = 0; x < 256; x += 1, at += 4) pixels.set([...colour(x, y), 255], at);
  return pixels;
}

function colour(x: number, y: number): Colour {
  const shape = SHAPES.findLast(
    ([centreX, centreY, wide, high]) =>
      ((x - centreX) * high) ** 2 + ((y - centreY) * wide) ** 2 <= (wide * high) ** 2,
  );
  const grain = (x * 29 + y * 47) % 23;
  const [red, green, blue] =
    shape?.[4] ?? (x % 32 < 8 ? [70, 84, 92] : [120 + (x >> 3), 140, 150 - (y >> 1)]);
  return [red + grain, green + grain, blue + grain];
}
