/** Half as wide and high as the picture that people were sought in: what is blurred needs no more. */
const HALF = 2;
/** How far one of the passes reaches, in those pixels; three in a row are all but a Gaussian. */
const REACH = 3;
const PASSES = 3;
/** Below it is background, above it a person; between them one becomes the other. */
const [BACKGROUND, PERSON] = [0.2, 0.8];
/** How much of the mask is from the picture before: edges that tremble are seen, those that lag a little are not. */
const KEPT = 0.3;

/**
 * What lies over a picture so that its background is blurred: opaque where nobody is. People do not bleed into it: what is
 * blurred is the background alone.
 */
export class BlurredBackground {
  readonly #width: number;
  readonly #height: number;
  readonly #people: Float32Array;
  readonly #half: Float32Array;
  readonly #spare: Float32Array;
  #isFirst = true;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#people = new Float32Array(width * height);
    this.#half = new Float32Array((width / HALF) * (height / HALF) * 4);
    this.#spare = new Float32Array(this.#half.length);
  }

  /** Makes it of the picture, in place. `people`: how likely each pixel shows a person. */
  cover(pixels: Uint8ClampedArray, people: Float32Array): void {
    const kept = this.#isFirst ? 0 : KEPT;
    this.#isFirst = false;
    for (let index = 0; index < people.length; index += 1) {
      const before = this.#people[index] ?? 0;
      this.#people[index] = before * kept + (people[index] ?? 0) * (1 - kept);
    }
    this.#gather(pixels);
    const [width, height] = [this.#width / HALF, this.#height / HALF];
    for (let pass = 0; pass < PASSES; pass += 1) {
      blurLines(this.#half, this.#spare, { lines: height, next: 4 * width, length: width, step: 4 });
      blurLines(this.#spare, this.#half, { lines: width, next: 4, length: height, step: 4 * width });
    }
    this.#spread(pixels);
  }

  /** Colours, each as much as it is background, and how much that is. */
  #gather(pixels: Uint8ClampedArray): void {
    const half = this.#half.fill(0);
    for (let y = 0, from = 0; y < this.#height; y += 1) {
      for (let x = 0; x < this.#width; x += 1, from += 1) {
        const to = 4 * ((y >> 1) * (this.#width / HALF) + (x >> 1));
        // A trace of everything, so that there is a colour also where all is person.
        const weight = 1.001 - (this.#people[from] ?? 0);
        half[to] = (half[to] ?? 0) + weight * (pixels[4 * from] ?? 0);
        half[to + 1] = (half[to + 1] ?? 0) + weight * (pixels[4 * from + 1] ?? 0);
        half[to + 2] = (half[to + 2] ?? 0) + weight * (pixels[4 * from + 2] ?? 0);
        half[to + 3] = (half[to + 3] ?? 0) + weight;
      }
    }
  }

  #spread(pixels: Uint8ClampedArray): void {
    const half = this.#half;
    for (let y = 0, to = 0; y < this.#height; y += 1) {
      for (let x = 0; x < this.#width; x += 1, to += 1) {
        const from = 4 * ((y >> 1) * (this.#width / HALF) + (x >> 1));
        const weight = half[from + 3] ?? 1;
        pixels[4 * to] = (half[from] ?? 0) / weight;
        pixels[4 * to + 1] = (half[from + 1] ?? 0) / weight;
        pixels[4 * to + 2] = (half[from + 2] ?? 0) / weight;
        pixels[4 * to + 3] =
          255 * (1 - smoothly(((this.#people[to] ?? 0) - BACKGROUND) / (PERSON - BACKGROUND)));
      }
    }
  }
}

interface Lines {
  readonly lines: number;
  /** From one line to the next. */
  readonly next: number;
  readonly length: number;
  /** From one pixel of a line to the next. */
  readonly step: number;
}

/** Each pixel becomes the sum of its neighbours in the line: what it is divided by is summed with it. */
function blurLines(from: Float32Array, to: Float32Array, { lines, next, length, step }: Lines): void {
  for (let line = 0; line < lines; line += 1) {
    for (let part = 0; part < 4; part += 1) {
      const start = line * next + part;
      let sum = 0;
      for (let place = 0; place < REACH; place += 1) sum += from[start + place * step] ?? 0;
      for (let place = 0; place < length; place += 1) {
        if (place + REACH < length) sum += from[start + (place + REACH) * step] ?? 0;
        if (place > REACH) sum -= from[start + (place - REACH - 1) * step] ?? 0;
        to[start + place * step] = sum;
      }
    }
  }
}

/** From 0 to 1 without an edge at either end. */
function smoothly(part: number): number {
  const within = Math.min(1, Math.max(0, part));
  return within * within * (3 - 2 * within);
}
