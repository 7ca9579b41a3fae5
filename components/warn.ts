const said = new Set<string>();

/** For whoever writes the page, once per message. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  // eslint-disable-next-line no-console -- the page's author reads the console
  console.warn(`[famedly-calls] ${message}`);
}
