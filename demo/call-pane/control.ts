import { element } from '../element.ts';
import { icon } from '../icons.ts';
import type { IconName } from '../icons.ts';

export interface ControlState {
  readonly icon: IconName;
  /** What a press does. */
  readonly label: string;
  readonly pressed?: boolean;
  /** The engine is at it: a second press does nothing. */
  readonly pending?: boolean;
  /** Why a press does nothing now. */
  readonly disabled?: string | null;
  /** Something is wrong with it; the words stand in the banner. */
  readonly failed?: boolean;
}

/** A round button with an icon. It shows what it is told, never what it hopes for. */
export class Control {
  readonly element = element('button', { type: 'button', class: 'control' });
  #icon: IconName | null = null;

  constructor(classes: string, press: () => void) {
    this.element.className = `control ${classes}`;
    this.element.addEventListener('click', () => {
      const { ariaBusy, ariaDisabled } = this.element;
      if (ariaBusy !== 'true' && ariaDisabled !== 'true') press();
    });
  }

  show(state: ControlState): void {
    const button = this.element;
    if (this.#icon !== state.icon) button.replaceChildren(icon(state.icon));
    this.#icon = state.icon;
    const disabled = state.disabled ?? null;
    button.ariaLabel = disabled === null ? state.label : `${state.label}: ${disabled}`;
    button.title = button.ariaLabel;
    button.ariaPressed = state.pressed === undefined ? null : String(state.pressed);
    button.ariaBusy = state.pending === true ? 'true' : null;
    button.ariaDisabled = disabled === null ? null : 'true';
    button.classList.toggle('failed', state.failed === true);
  }
}
