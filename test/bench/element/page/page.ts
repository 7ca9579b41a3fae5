// Runs in the browser; the bench reaches what stands on `window` here.
import { openClient } from '../../call/page/client.ts';
import type { Login } from '../../call/page/client.ts';
import { EnginePhone } from '../../call/page/engine-phone.ts';
import { now } from '../../call/page/now.ts';
import { paintRate } from '../../call/page/paint-rate.ts';
import { timeline } from '../../call/page/timeline.ts';
import { watchBrowser } from '../../call/page/watch-browser.ts';
import type { Callee } from './callee.ts';
import { ElementCallee } from './element-callee.ts';
import type { Start } from './element-callee.ts';
import { EngineCallee } from './engine-callee.ts';
import { LongTasks } from './long-tasks.ts';

/** What the bench reaches by `page.evaluate`. */
class ElementBenchPage {
  readonly now = now;
  readonly timeline = timeline;
  readonly longTasks = new LongTasks();
  #caller: EnginePhone | null = null;
  #callee: Callee | null = null;
  #clicked: (at: number) => void = () => undefined;
  /** When a person pressed the first button. */
  readonly clicked = new Promise<number>((resolve) => {
    this.#clicked = resolve;
  });

  constructor() {
    const look = ({ timeStamp }: Event): void => this.#clicked(performance.timeOrigin + timeStamp);
    window.addEventListener('click', look, { capture: true, once: true });
  }

  async installCaller(login: Login): Promise<void> {
    this.#caller = new EnginePhone(await openClient(login, { disableVoip: true }));
  }

  async installEngine(login: Login): Promise<void> {
    this.#callee = new EngineCallee(await openClient(login, { disableVoip: true }));
  }

  async installElement(login: Login, roomId: string): Promise<Start> {
    const callee = new ElementCallee(await openClient(login, { disableVoip: true }), roomId);
    this.#callee = callee;
    return callee.start;
  }

  get caller(): EnginePhone {
    return this.#caller!;
  }

  get callee(): Callee {
    return this.#callee!;
  }

  /** Of the element. */
  get counts(): ElementCallee['counts'] {
    return (this.#callee as ElementCallee).counts;
  }
}

declare global {
  interface Window {
    elementBench: ElementBenchPage;
  }
}

// Pictures of one size for both, in a window as large as theirs.
const styles = new CSSStyleSheet();
styles.replaceSync(
  'body{margin:0}video,famedly-call{display:block;inline-size:100vw;block-size:100vh}video{object-fit:cover}button{position:fixed;z-index:1}',
);
document.adoptedStyleSheets.push(styles);
watchBrowser();
window.paintRate = paintRate;
window.elementBench = new ElementBenchPage();
