// Runs in the browser; the bench reaches what stands on `window` here.
import type { MatrixClient } from 'matrix-js-sdk';
import { connectBarePair } from './bare-pair.ts';
import { openClient } from './client.ts';
import type { Login } from './client.ts';
import { EnginePhone } from './engine-phone.ts';
import { hopArrives, sendHop } from './hop.ts';
import { LibraryPhone } from './library-phone.ts';
import { now } from './now.ts';
import { paintRate } from './paint-rate.ts';
import type { Phone } from './phone.ts';
import { timeline } from './timeline.ts';
import { watchBrowser } from './watch-browser.ts';

/** What the bench reaches by `page.evaluate`. */
class BenchPage {
  readonly now = now;
  readonly timeline = timeline;
  readonly connectBarePair = connectBarePair;
  #client: MatrixClient | null = null;
  #phone: Phone | null = null;

  /** Logs in. */
  async install(kind: 'ours' | 'matrixcall', login: Login): Promise<void> {
    const client = await openClient(login, { disableVoip: kind === 'ours' });
    this.#client = client;
    this.#phone = kind === 'ours' ? new EnginePhone(client) : new LibraryPhone(client);
  }

  get client(): MatrixClient {
    return this.#client!;
  }

  get phone(): Phone {
    return this.#phone!;
  }

  sendHop(roomId: string): number {
    return sendHop(this.client, roomId);
  }

  hopArrives(): Promise<number> {
    return hopArrives(this.client);
  }
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

watchBrowser();
window.paintRate = paintRate;
window.bench = new BenchPage();
