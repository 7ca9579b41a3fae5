import type { FamedlyCall } from 'famedly-calls/components';
import { castOf } from './cast.ts';
import type { ShownState } from './shown-state.ts';
import { Stage } from './stage.ts';
import { wantsContrast } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

export interface Showing {
  readonly element: FamedlyCall;
  /** Resolves when the state is there, with pictures. */
  readonly settled: Promise<void>;
  /** Takes it away. */
  readonly remove: () => void;
}

/** Puts an element into `box` and brings it into a state. */
export function showState(
  state: ShownState,
  box: HTMLElement,
  { theme, language, size }: Surroundings,
): Showing {
  const element = document.createElement('famedly-call');
  element.lang = language === 'de' ? 'de' : 'en';
  element.dir = language === 'rtl' ? 'rtl' : 'ltr';
  if (wantsContrast(theme)) element.theme = 'high-contrast';
  element.style.setProperty('inline-size', `${size.width}px`);
  element.style.setProperty('block-size', `${size.height}px`);
  box.append(element);
  const stage = new Stage(element, castOf(language === 'rtl' ? 'rtl' : 'ltr'));
  const settled = Promise.resolve(state.script(stage)).then(() => arrived(element, state));
  const remove = (): void => {
    element.remove();
    stage.undo();
  };
  return { element, settled, remove };
}

async function arrived(element: FamedlyCall, { scene, until }: ShownState): Promise<void> {
  const there = (): boolean =>
    element.matches(`:state(${scene})`) &&
    (until === undefined || element.shadowRoot?.querySelector(until) !== null) &&
    videosIn(element).every((video) => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA);
  while (element.isConnected && !there()) await nextFrame();
  // What came last is painted.
  await nextFrame();
  await nextFrame();
}

function videosIn(root: Element | ShadowRoot): HTMLVideoElement[] {
  return [...root.querySelectorAll('*'), ...(root instanceof Element ? [root] : [])].flatMap((each) => [
    ...(each instanceof HTMLVideoElement && each.srcObject !== null ? [each] : []),
    ...(each.shadowRoot === null ? [] : videosIn(each.shadowRoot)),
  ]);
}

function nextFrame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}
