import type { FamedlyCall } from 'famedly-calls/components';
import type { FamedlyGroupCall } from 'famedly-calls/group';
import { castOf } from './cast.ts';
import type { Cast } from './cast.ts';
import { GroupStage } from './group-stage.ts';
import type { ShownState } from './shown-state.ts';
import { Stage } from './stage.ts';
import { wantsContrast } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

export interface Showing {
  readonly element: FamedlyCall | FamedlyGroupCall;
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
  const { element, stage, play } = prepare(state, castOf(language === 'rtl' ? 'rtl' : 'ltr'));
  element.lang = language === 'de' ? 'de' : 'en';
  element.dir = language === 'rtl' ? 'rtl' : 'ltr';
  if (wantsContrast(theme)) element.theme = 'high-contrast';
  element.style.setProperty('inline-size', `${size.width}px`);
  element.style.setProperty('block-size', `${size.height}px`);
  box.append(element);
  const settled = Promise.resolve(play()).then(() => arrived(element, state));
  const remove = (): void => {
    element.remove();
    stage.undo();
  };
  return { element, settled, remove };
}

function prepare(state: ShownState, cast: Cast) {
  if (state.of === 'group') {
    const element = document.createElement('famedly-group-call');
    const stage = new GroupStage(element, cast);
    return { element, stage, play: () => state.script(stage) };
  }
  const element = document.createElement('famedly-call');
  const stage = new Stage(element, cast);
  return { element, stage, play: () => state.script(stage) };
}

async function arrived(element: HTMLElement, { scene, until }: ShownState): Promise<void> {
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
