import type { VideoStatistics } from '../../../src/index.ts';

/** What is not known. */
export const unknown = '–';

/** `bitrate` in bit/s. */
export function rate(bitrate: number | undefined, tag: string): string {
  if (bitrate === undefined) return unknown;
  if (bitrate < 1_000_000) return `${number(bitrate / 1000, tag, 0)} kbit/s`;
  return `${number(bitrate / 1_000_000, tag, 1)} Mbit/s`;
}

/** `share` from 0 to 1. */
export function percent(share: number | null | undefined, tag: string): string {
  if (share == null) return unknown;
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(tag, { style: 'percent', ...digits }).format(share);
}

export function milliseconds(time: number | null | undefined, tag: string): string {
  return time == null ? unknown : `${number(time, tag, 0)} ms`;
}

export function size(video: VideoStatistics | null | undefined): string {
  return video ? `${video.width}×${video.height}` : unknown;
}

function number(value: number, tag: string, digits: number): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(tag, options).format(value);
}
