import { avatar } from '../avatar.ts';
import { element, setText } from '../element.ts';
import { icon } from '../icons.ts';
import type { CentreAction, CentreContent } from './centre-content.ts';

/** Avatar, name, a sentence and what can be done: all there is while there is no picture. */
export class Centre {
  readonly element = element('div', { class: 'centre' });
  readonly #figure = element('div', { class: 'figure' });
  readonly #title = element('h3', { class: 'title' });
  readonly #lead = element('p', { class: 'lead' });
  readonly #hint = element('p', { class: 'hint' });
  readonly #actions = element('div', { class: 'actions' });
  readonly #press: (press: CentreAction['press']) => void;
  #figureKey = '';
  #actionsKey = '';

  constructor(press: (press: CentreAction['press']) => void) {
    this.#press = press;
    const text = element('div', { class: 'text' }, this.#title, this.#lead, this.#hint);
    this.element.append(this.#figure, text, this.#actions);
  }

  show(content: CentreContent, person: { readonly userId: string; readonly name: string }): void {
    setText(this.#title, content.title);
    setText(this.#lead, content.lead);
    setText(this.#hint, content.hint);
    this.#showFigure(content, person);
    this.#showActions(content.actions);
  }

  #showFigure({ around, mark }: CentreContent, person: { userId: string; name: string }): void {
    const key = JSON.stringify([around, mark, person]);
    if (key === this.#figureKey) return;
    this.#figureKey = key;
    const disc = avatar(person.userId, person.name);
    if (around !== null) disc.append(element('span', { class: around }));
    if (mark !== null) disc.append(element('span', { class: `mark ${mark}` }, icon(mark, 'small')));
    this.#figure.replaceChildren(disc);
  }

  #showActions(actions: readonly CentreAction[]): void {
    const key = JSON.stringify(actions);
    if (key === this.#actionsKey) return;
    this.#actionsKey = key;
    this.#actions.replaceChildren(...actions.map((action) => this.#button(action)));
    this.#actions.hidden = actions.length === 0;
  }

  #button({ label, icon: name, primary, press }: CentreAction): HTMLButtonElement {
    const classes = primary ? 'word primary' : 'word';
    const button = element(
      'button',
      { type: 'button', class: classes },
      ...(name ? [icon(name, 'medium')] : []),
      label,
    );
    button.addEventListener('click', () => this.#press(press));
    return button;
  }
}
