import type { BrowserContext, ConsoleMessage } from '@playwright/test';
import { expect } from '@playwright/test';

/** Never in a log: descriptions, candidates, and the homeserver's access tokens. */
const SECRETS = [/(\b|\\n)v=0\b/, /a=(ice-pwd|ice-ufrag|fingerprint)/, /candidate:\d/, /(\b|\\n)syt_\w/];
const OURS = '[famedly-calls]';

/** Everything that the pages of a test say in their consoles. */
export class ConsoleWatch {
  readonly #messages: { type: string; text: string }[] = [];
  readonly #turnPasswords = new Set<string>();
  readonly #expected: RegExp[] = [];

  async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript(writeObjectsOut);
    context.on('console', (message: ConsoleMessage) => {
      this.#messages.push({ type: message.type(), text: message.text() });
    });
    context.on('response', async (response) => {
      if (!response.url().endsWith('/voip/turnServer')) return;
      // A page that is gone takes its answers along.
      const answer = (await response.json().catch(() => ({}))) as { password?: string };
      if (answer.password !== undefined) this.#turnPasswords.add(answer.password);
    });
  }

  /** What the engine may warn of in this test. */
  expectWarning(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Lines of the engine. */
  get ofEngine(): string[] {
    return this.#messages.map(({ text }) => text).filter((text) => text.startsWith(OURS));
  }

  /** How many passwords of the TURN server were seen. */
  get knownPasswords(): number {
    return this.#turnPasswords.size;
  }

  /** Fails on a secret in any line, and on an error or warning of ours that no pattern expects. */
  check(): void {
    const isSecret = (text: string) =>
      SECRETS.some((secret) => secret.test(text)) ||
      [...this.#turnPasswords].some((password) => text.includes(password));
    const lines = this.#messages.map(({ text }) => text);
    expect(lines.filter(isSecret), 'secrets in a console').toEqual([]);
    const unexpected = this.#messages.filter(
      ({ type, text }) =>
        text.startsWith(OURS) &&
        (type === 'warning' || type === 'error') &&
        !this.#expected.some((pattern) => pattern.test(text)),
    );
    expect(unexpected, 'warnings that this test does not expect').toEqual([]);
  }
}

/** Runs in the page before its scripts: the browser would shorten objects. */
function writeObjectsOut(): void {
  const written = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return `${value.stack} ${written(value.cause)}`;
    try {
      return JSON.stringify(value);
    } catch {
      return String(value);
    }
  };
  for (const method of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    const write = console[method].bind(console);
    console[method] = (...values: unknown[]) => write(values.map(written).join(' '));
  }
}
