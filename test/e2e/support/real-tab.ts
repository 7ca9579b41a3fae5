import { expect } from '@playwright/test';
import type { Browser, CDPSession } from '@playwright/test';

/** What `Target.sendMessageToTarget` brings back of `Runtime.evaluate`. */
interface Answer {
  readonly id: number;
  readonly result?: { readonly result: { readonly value: unknown }; readonly exceptionDetails?: unknown };
}

/** A tab that may be hidden: those that Playwright opens itself are always as if they were in front. */
export class RealTab {
  readonly #browser: CDPSession;
  readonly #targetId: string;
  readonly #sessionId: string;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #count = 0;

  private constructor(browser: CDPSession, targetId: string, sessionId: string) {
    this.#browser = browser;
    this.#targetId = targetId;
    this.#sessionId = sessionId;
    browser.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      const answer = JSON.parse(message) as Answer;
      if (sessionId === this.#sessionId) this.#waiting.get(answer.id)?.(answer);
    });
  }

  static async open(browser: Browser, url: string): Promise<RealTab> {
    const session = await browser.newBrowserCDPSession();
    const { targetId } = await session.send('Target.createTarget', { url });
    const { sessionId } = await session.send('Target.attachToTarget', { targetId });
    const tab = new RealTab(session, targetId, sessionId);
    const isLoaded = (url: string): boolean => location.href === url && document.readyState === 'complete';
    await expect.poll(() => tab.evaluate(isLoaded, url)).toBe(true);
    return tab;
  }

  /** Like a page's. */
  async evaluate<Arg, Value>(run: (arg: Arg) => Value | Promise<Value>, arg: Arg): Promise<Value> {
    const expression = `(${String(run)})(${JSON.stringify(arg)})`;
    const params = { expression, awaitPromise: true, returnByValue: true };
    const id = (this.#count += 1);
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
    const { result } = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      void this.#browser.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
    });
    if (result === undefined || result.exceptionDetails !== undefined) {
      throw new Error(`the tab: ${JSON.stringify(result?.exceptionDetails)}`);
    }
    return result.result.value as Value;
  }

  /** Another tab comes to the front. */
  async hide(): Promise<void> {
    await this.#browser.send('Target.createTarget', { url: 'about:blank' });
  }

  /** It comes to the front again. */
  async show(): Promise<void> {
    await this.#browser.send('Target.activateTarget', { targetId: this.#targetId });
  }

  async close(): Promise<void> {
    await this.#browser.send('Target.closeTarget', { targetId: this.#targetId });
    await this.#browser.detach();
  }
}
