import type { Words } from './en.ts';

/** `12:04`, `1:02:03`; in the digits of the language. */
export function formatDuration(ms: number, tag: string): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = new Intl.NumberFormat(tag, { minimumIntegerDigits: 2, useGrouping: false });
  const plain = new Intl.NumberFormat(tag, { useGrouping: false });
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = `${(hours > 0 ? pad : plain).format(minutes)}:${pad.format(seconds % 60)}`;
  return hours > 0 ? `${plain.format(hours)}:${rest}` : rest;
}

/** `today at 14:32`, `yesterday at 09:05`, or the date. */
export function formatMissed(at: number, tag: string, words: Words): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString(tag, { timeStyle: 'short' });
  const days = Math.round((startOfDay(new Date()) - startOfDay(date)) / 86_400_000);
  if (days === 0) return words.todayAt(time);
  if (days === 1) return words.yesterdayAt(time);
  return date.toLocaleString(tag, { dateStyle: 'medium', timeStyle: 'short' });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
