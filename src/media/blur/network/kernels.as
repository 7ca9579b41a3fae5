// The arithmetic of the network that finds people in a picture, in AssemblyScript: the build makes a file of WebAssembly of
// it. Everything is 32-bit floats at addresses that the caller chose; the channels of a pixel lie side by side, and their
// number is a multiple of 8.

/** 1×1: `weights` as [input channel][output channel]. Four pixels at a time share each weight that is read. */
export function pointwise(
  input: usize,
  output: usize,
  weights: usize,
  bias: usize,
  pixels: i32,
  from: i32,
  to: i32,
): void {
  const inRow: usize = usize(from) << 2;
  const outRow: usize = usize(to) << 2;
  let pixel = 0;
  for (; pixel + 4 <= pixels; pixel += 4) {
    for (let channel: usize = 0; channel < outRow; channel += 32) {
      const b0 = v128.load(bias + channel);
      const b1 = v128.load(bias + channel, 16);
      let a0 = b0, a1 = b1, c0 = b0, c1 = b1, d0 = b0, d1 = b1, e0 = b0, e1 = b1;
      let weight = weights + channel;
      for (let source = input, end = input + inRow; source < end; source += 4) {
        const w0 = v128.load(weight);
        const w1 = v128.load(weight, 16);
        const a = v128.load32_splat(source);
        const c = v128.load32_splat(source + inRow);
        const d = v128.load32_splat(source + 2 * inRow);
        const e = v128.load32_splat(source + 3 * inRow);
        a0 = f32x4.add(a0, f32x4.mul(a, w0));
        a1 = f32x4.add(a1, f32x4.mul(a, w1));
        c0 = f32x4.add(c0, f32x4.mul(c, w0));
        c1 = f32x4.add(c1, f32x4.mul(c, w1));
        d0 = f32x4.add(d0, f32x4.mul(d, w0));
        d1 = f32x4.add(d1, f32x4.mul(d, w1));
        e0 = f32x4.add(e0, f32x4.mul(e, w0));
        e1 = f32x4.add(e1, f32x4.mul(e, w1));
        weight += outRow;
      }
      const target = output + channel;
      v128.store(target, a0);
      v128.store(target, a1, 16);
      v128.store(target + outRow, c0);
      v128.store(target + outRow, c1, 16);
      v128.store(target + 2 * outRow, d0);
      v128.store(target + 2 * outRow, d1, 16);
      v128.store(target + 3 * outRow, e0);
      v128.store(target + 3 * outRow, e1, 16);
    }
    input += 4 * inRow;
    output += 4 * outRow;
  }
  // What is not a group of four: the one pixel of a mean.
  for (; pixel < pixels; pixel++) {
    for (let channel: usize = 0; channel < outRow; channel += 16) {
      let sum = v128.load(bias + channel);
      let weight = weights + channel;
      for (let source = input, end = input + inRow; source < end; source += 4) {
        sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(source), v128.load(weight)));
        weight += outRow;
      }
      v128.store(output + channel, sum);
    }
    input += inRow;
    output += outRow;
  }
}

/** `size`×`size` over all channels: `weights` as [row][column][input channel][output channel]. */
export function convolve(
  input: usize,
  width: i32,
  height: i32,
  from: i32,
  output: usize,
  outWidth: i32,
  outHeight: i32,
  to: i32,
  weights: usize,
  bias: usize,
  size: i32,
  stride: i32,
  left: i32,
  top: i32,
): void {
  const outRow: usize = usize(to) << 2;
  for (let y = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth; x++) {
      for (let channel: usize = 0; channel < outRow; channel += 16) {
        let sum = v128.load(bias + channel);
        for (let row = 0; row < size; row++) {
          const inY = y * stride + row - top;
          if (inY < 0 || inY >= height) continue;
          for (let column = 0; column < size; column++) {
            const inX = x * stride + column - left;
            if (inX < 0 || inX >= width) continue;
            let source = input + (usize((inY * width + inX) * from) << 2);
            let weight = weights + usize((row * size + column) * from) * outRow + channel;
            for (let each = 0; each < from; each++) {
              sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(source), v128.load(weight)));
              source += 4;
              weight += outRow;
            }
          }
        }
        v128.store(output + channel, sum);
      }
      output += outRow;
    }
  }
}

/** `size`×`size`, each channel for itself: `weights` as [row][column][channel]. */
export function depthwise(
  input: usize,
  width: i32,
  height: i32,
  channels: i32,
  output: usize,
  outWidth: i32,
  outHeight: i32,
  weights: usize,
  bias: usize,
  size: i32,
  stride: i32,
  left: i32,
  top: i32,
): void {
  const pixel: usize = usize(channels) << 2;
  for (let y = 0; y < outHeight; y++) {
    const firstRow = max(0, top - y * stride);
    const lastRow = min(size, height + top - y * stride);
    for (let x = 0; x < outWidth; x++) {
      const firstColumn = max(0, left - x * stride);
      const lastColumn = min(size, width + left - x * stride);
      for (let channel: usize = 0; channel < pixel; channel += 16) {
        let sum = v128.load(bias + channel);
        for (let row = firstRow; row < lastRow; row++) {
          const place = (y * stride + row - top) * width + x * stride + firstColumn - left;
          let source = input + usize(place) * pixel + channel;
          let weight = weights + usize(row * size + firstColumn) * pixel + channel;
          for (let column = firstColumn; column < lastColumn; column++) {
            sum = f32x4.add(sum, f32x4.mul(v128.load(source), v128.load(weight)));
            source += pixel;
            weight += pixel;
          }
        }
        v128.store(output + channel, sum);
      }
      output += pixel;
    }
  }
}

/** Each pixel becomes 2×2 of one channel: `weights` as [row][column][input channel]. */
export function double(
  input: usize,
  width: i32,
  height: i32,
  channels: i32,
  output: usize,
  weights: usize,
  bias: usize,
): void {
  const pixel: usize = usize(channels) << 2;
  const first = f32.load(bias);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let part = 0; part < 4; part++) {
        let sum = f32x4.splat(0);
        const weight = weights + usize(part) * pixel;
        for (let channel: usize = 0; channel < pixel; channel += 16) {
          sum = f32x4.add(sum, f32x4.mul(v128.load(input + channel), v128.load(weight + channel)));
        }
        const place = (2 * y + (part >> 1)) * 2 * width + 2 * x + (part & 1);
        f32.store(
          output + (usize(place) << 2),
          first +
            f32x4.extract_lane(sum, 0) +
            f32x4.extract_lane(sum, 1) +
            f32x4.extract_lane(sum, 2) +
            f32x4.extract_lane(sum, 3),
        );
      }
      input += pixel;
    }
  }
}

/** Twice as wide and high, smoothly. */
export function enlarge(input: usize, width: i32, height: i32, channels: i32, output: usize): void {
  const pixel: usize = usize(channels) << 2;
  for (let y = 0; y < 2 * height; y++) {
    const upper = usize(max((y - 1) >> 1, 0)) * usize(width) * pixel;
    const lower = usize(min((y + 1) >> 1, height - 1)) * usize(width) * pixel;
    const down = f32x4.splat(y & 1 ? 0.25 : 0.75);
    for (let x = 0; x < 2 * width; x++) {
      const start = usize(max((x - 1) >> 1, 0)) * pixel;
      const end = usize(min((x + 1) >> 1, width - 1)) * pixel;
      const right = f32x4.splat(x & 1 ? 0.25 : 0.75);
      for (let channel: usize = 0; channel < pixel; channel += 16) {
        const at = input + channel;
        const above = between(v128.load(at + upper + start), v128.load(at + upper + end), right);
        const below = between(v128.load(at + lower + start), v128.load(at + lower + end), right);
        v128.store(output + channel, between(above, below, down));
      }
      output += pixel;
    }
  }
}

@inline
function between(a: v128, b: v128, part: v128): v128 {
  return f32x4.add(a, f32x4.mul(f32x4.sub(b, a), part));
}

export function mean(input: usize, output: usize, pixels: i32, channels: i32): void {
  const pixel: usize = usize(channels) << 2;
  const share = f32x4.splat(<f32>1 / <f32>pixels);
  for (let channel: usize = 0; channel < pixel; channel += 16) {
    let sum = f32x4.splat(0);
    let source = input + channel;
    for (let each = 0; each < pixels; each++) {
      sum = f32x4.add(sum, v128.load(source));
      source += pixel;
    }
    v128.store(output + channel, f32x4.mul(sum, share));
  }
}

/** Each channel times a factor of its own. */
export function scale(input: usize, factors: usize, output: usize, pixels: i32, channels: i32): void {
  const pixel: usize = usize(channels) << 2;
  for (let each = 0; each < pixels; each++) {
    for (let channel: usize = 0; channel < pixel; channel += 16) {
      v128.store(output + channel, f32x4.mul(v128.load(input + channel), v128.load(factors + channel)));
    }
    input += pixel;
    output += pixel;
  }
}

export function add(a: usize, b: usize, output: usize, count: i32): void {
  for (let at: usize = 0, end: usize = usize(count) << 2; at < end; at += 16) {
    v128.store(output + at, f32x4.add(v128.load(a + at), v128.load(b + at)));
  }
}

export function relu(input: usize, output: usize, count: i32): void {
  const zero = f32x4.splat(0);
  for (let at: usize = 0, end: usize = usize(count) << 2; at < end; at += 16) {
    v128.store(output + at, f32x4.max(v128.load(input + at), zero));
  }
}

export function hardSwish(input: usize, output: usize, count: i32): void {
  const zero = f32x4.splat(0);
  const three = f32x4.splat(3);
  const six = f32x4.splat(6);
  const sixth = f32x4.splat(1 / 6);
  for (let at: usize = 0, end: usize = usize(count) << 2; at < end; at += 16) {
    const value = v128.load(input + at);
    const gate = f32x4.min(f32x4.max(f32x4.add(value, three), zero), six);
    v128.store(output + at, f32x4.mul(f32x4.mul(value, gate), sixth));
  }
}
