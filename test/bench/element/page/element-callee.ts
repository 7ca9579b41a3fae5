import type { MatrixClient } from 'matrix-js-sdk';
import type { FamedlyCall } from '../../../../components/index.ts';
import { now } from '../../call/page/now.ts';
import type { Callee } from './callee.ts';
import { Renders } from './renders.ts';
import { stageFrame } from './stage-frame.ts';

const SCRIPT = '/script/famedly-calls.js';

/** Moments of `now`. */
export interface Start {
  /** The page asks for the script. */
  readonly asked: number;
  /** It has come, and is still to be run. */
  readonly loaded: number;
  /** *Video call* is painted, and a press on it would call. */
  readonly usable: number;
}

/** A page as a customer would make it: an element that has a client, and then the script. */
export class ElementCallee implements Callee {
  readonly firstFrame = stageFrame();
  readonly start: Promise<Start>;
  readonly #element = document.createElement('famedly-call');
  #renders: Renders | undefined;

  constructor(client: MatrixClient, roomId: string) {
    Object.assign(this.#element, { client, roomId });
    document.body.append(this.#element);
    this.start = this.#load();
  }

  get counts(): Renders['counts'] {
    return this.#renders!.counts;
  }

  rings(): Promise<number> {
    return new Promise((resolve) => {
      this.#element.addEventListener('famedly-call-incoming', () => resolve(now()), { once: true });
    });
  }

  ended(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#element.matches(':state(ended)')) resolve();
      else this.#element.addEventListener('famedly-call-end', () => resolve(), { once: true });
    });
  }

  async #load(): Promise<Start> {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = SCRIPT;
    const asked = now();
    document.head.append(script);
    const usable = await untilUsable(this.#element);
    const [fetched] = performance.getEntriesByName(script.src) as PerformanceResourceTiming[];
    this.#renders = new Renders(this.#element);
    return { asked, loaded: performance.timeOrigin + fetched!.responseEnd, usable };
  }
}

/** A person can press what is painted and not covered. */
async function untilUsable(element: FamedlyCall): Promise<number> {
  while (!canCall(element.shadowRoot)) await new Promise(requestAnimationFrame);
  return now();
}

function canCall(root: ShadowRoot | null): boolean {
  const buttons = [...(root?.querySelectorAll('button') ?? [])];
  const button = buttons.find(({ textContent }) => textContent.trim() === 'Video call');
  if (root === null || button === undefined || button.disabled) return false;
  const { x, y, width, height } = button.getBoundingClientRect();
  return button.contains(root.elementFromPoint(x + width / 2, y + height / 2));
}
