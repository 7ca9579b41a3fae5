import type { CallSnapshot } from 'famedly-calls';
import { element, setText } from '../element.ts';
import { icon } from '../icons.ts';
import type { IconName } from '../icons.ts';
import type { CallActions } from './call-actions.ts';
import type { ControlState } from './control.ts';
import { holdState, screenState } from './control-states.ts';

interface Row {
  readonly button: HTMLButtonElement;
  readonly label: HTMLElement;
}

/** What the dock of a narrow pane lacks. A sheet that Escape, the scrim and every choice close. */
export class MoreMenu {
  readonly scrim = element('div', { class: 'scrim', hidden: true });
  readonly element = element('div', { class: 'menu', role: 'menu', 'aria-label': 'More', hidden: true });
  readonly #screen: Row;
  readonly #hold: Row;
  readonly #statistics: Row;
  readonly #onToggle: (open: boolean) => void;

  constructor(actions: CallActions, toggleStatistics: () => void, onToggle: (open: boolean) => void) {
    this.#onToggle = onToggle;
    this.#screen = this.#row('screen', 'below-320', actions.screen);
    this.#hold = this.#row('hold', '', actions.hold);
    this.#statistics = this.#row('signal', '', toggleStatistics);
    this.scrim.addEventListener('click', () => this.toggle(false));
    this.element.addEventListener('keydown', (event) => this.#key(event));
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  toggle(open: boolean): void {
    if (open === this.isOpen) return;
    this.element.hidden = !open;
    this.scrim.hidden = !open;
    this.#onToggle(open);
    if (open) this.#visible()[0]?.focus();
  }

  show(snapshot: CallSnapshot, statistics: boolean): void {
    describe(this.#screen, screenState(snapshot));
    describe(this.#hold, holdState(snapshot));
    const label = statistics ? 'Hide connection details' : 'Connection details';
    describe(this.#statistics, { icon: 'signal', label });
  }

  #row(drawing: IconName, classes: string, press: () => void): Row {
    const label = element('span');
    const attributes = { type: 'button', role: 'menuitem', class: `row ${classes}` };
    const button = element('button', attributes, icon(drawing, 'medium'), label);
    button.addEventListener('click', () => {
      if (button.ariaDisabled === 'true') return;
      this.toggle(false);
      press();
    });
    this.element.append(button);
    return { button, label };
  }

  #visible(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll('button')].filter((button) => button.checkVisibility());
  }

  #key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') this.toggle(false);
    if (step === undefined) return;
    event.preventDefault();
    const buttons = this.#visible();
    const now = buttons.findIndex((button) => button === document.activeElement);
    buttons.at((now + step) % buttons.length)?.focus();
  }
}

function describe({ button, label }: Row, state: ControlState): void {
  const reason = state.disabled ?? null;
  const words = state.label.replace(/ \(.\)$/, '');
  setText(label, reason === null ? words : `${words} (${reason})`);
  button.ariaDisabled = reason === null ? null : 'true';
}
