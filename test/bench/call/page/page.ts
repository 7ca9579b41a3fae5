// Runs in the browser; the bench reaches what stands on `window` here.
import type { MatrixClient } from 'matrix-js-sdk';
import { connectBarePair } from './bare-pair.ts';
import { openClient } from './client.ts';
import type { Login } from './client.ts';
import { EnginePhone } from './engine-phone.ts';
import { hopArrives, sendHop } from './hop.ts';
import { LibraryPhone } from './library-phone.ts';
import { now } from './now.ts';
import type { Phone } from './phone.ts';
import { timeline } from './timeline.ts';
import { watchBrowser } from './watch-browser.ts';

/** What the bench reaches by `page.evaluate`. */
class BenchPage {
  readonly now = now;
  readonly timeline = timeline;
  readonly connectBarePair = connectBarePair;
  readonly paintRate = paintRate;
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

/** Pictures that the browser paints of this page in a second: one that is hidden gets hardly any. */
async function paintRate(): Promise<number> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  await frame();
  const from = now();
  for (let frames = 0; frames < 30; frames += 1) await frame();
  return 30_000 / (now() - from);
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

watchBrowser();
window.bench = new BenchPage();
