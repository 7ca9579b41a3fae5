import type { ShownState } from './shown-state.ts';
import { showState } from './show-state.ts';
import type { Surroundings } from './surroundings.ts';

/** One state and nothing else; the page says when it is there. */
export async function showSingle(state: ShownState, surroundings: Surroundings): Promise<void> {
  document.title = `${state.title} · Famedly Calls`;
  document.body.classList.add('single');
  const box = document.createElement('main');
  document.body.replaceChildren(box);
  const { settled } = showState(state, box, surroundings);
  await settled;
  document.documentElement.dataset['settled'] = state.id;
}

/** Many states side by side, each with its name. */
export async function showSheet(states: readonly ShownState[], surroundings: Surroundings): Promise<void> {
  document.title = 'Contact sheet · Famedly Calls';
  document.body.classList.add('sheet');
  const sheet = document.createElement('main');
  document.body.replaceChildren(sheet);
  const figures = new Map(states.map((state) => [state, figureOf(state)]));
  sheet.append(...figures.values());
  // What comes by itself after seconds comes first: the rest does not go on to something else meanwhile.
  for (const slow of [true, false]) {
    const now = states.filter((state) => (state.slow ?? false) === slow);
    await Promise.all(
      now.map(async (state) => {
        const figure = figures.get(state);
        if (figure === undefined) return;
        const { element, settled } = showState(state, figure, surroundings);
        if (state.scene !== 'receded') keepAwake(element);
        await settled;
        figure.dataset['settled'] = '';
      }),
    );
  }
  document.documentElement.dataset['settled'] = 'sheet';
}

/** Many take longer than one: meanwhile nothing shall recede. */
function keepAwake(element: HTMLElement): void {
  setInterval(() => element.dispatchEvent(new PointerEvent('pointermove')), 500);
}

function figureOf({ id, title }: ShownState): HTMLElement {
  const caption = document.createElement('figcaption');
  caption.textContent = title;
  const figure = document.createElement('figure');
  figure.id = id;
  figure.append(caption);
  return figure;
}
