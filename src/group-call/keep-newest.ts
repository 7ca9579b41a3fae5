/** Sets an entry as the newest; beyond `most` the one that was set longest ago goes. */
export function keepNewest<Value>(all: Map<string, Value>, key: string, value: Value, most: number): void {
  all.delete(key);
  all.set(key, value);
  const [oldest] = all.keys();
  if (all.size > most && oldest !== undefined) all.delete(oldest);
}
