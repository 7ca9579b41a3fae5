// Runs in the browser; the bench reaches what stands on `window` here.
import type { MatrixClient } from 'matrix-js-sdk';
import { connectBarePair } from '../../call/page/bare-pair.ts';
import { openClient } from '../../call/page/client.ts';
import type { Login } from '../../call/page/client.ts';
import { hopArrives, sendHop } from '../../call/page/hop.ts';
import { paintRate } from '../../call/page/paint-rate.ts';
import { watchBrowser } from '../../call/page/watch-browser.ts';
import { BareMesh } from './bare-mesh.ts';
import { timePerChange } from './crowd.ts';
import { MeshPhone } from './mesh-phone.ts';

/** What the bench reaches by `page.evaluate`. */
class MeshBenchPage {
  readonly connectBarePair = connectBarePair;
  readonly timePerChange = timePerChange;
  readonly bare = new BareMesh();
  #client: MatrixClient | null = null;
  #phone: MeshPhone | null = null;

  /** Logs in. */
  async install(login: Login): Promise<void> {
    this.#client = await openClient(login, { disableVoip: true });
    this.#phone = new MeshPhone(this.#client);
  }

  get phone(): MeshPhone {
    return this.#phone!;
  }

  sendHop(roomId: string): number {
    return sendHop(this.#client!, roomId);
  }

  hopArrives(): Promise<number> {
    return hopArrives(this.#client!);
  }
}

declare global {
  interface Window {
    meshBench: MeshBenchPage;
  }
}

// Four people's pictures on two cores: the size at which there is something left to compare.
watchBrowser({ width: 320, height: 180 });
window.paintRate = paintRate;
window.meshBench = new MeshBenchPage();
