import { SimulatedTime } from '../../../call/model/simulated-time.ts';

/** ms: far more tasks than there are in any test fit into one of the clocks'. */
const APART = 1e-9;

/** Time in which no two tasks fall due at once: promises go on between them, as they do in a browser. */
export class Tasks extends SimulatedTime {
  #count = 0;

  override after(ms: number, run: () => void): () => void {
    return super.after(ms + (this.#count += 1) * APART, run);
  }
}
