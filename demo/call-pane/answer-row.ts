import type { CallSnapshot } from 'famedly-calls';
import { element } from '../element.ts';
import { icon } from '../icons.ts';
import type { IconName } from '../icons.ts';
import type { CallActions } from './call-actions.ts';

/** Decline, voice only, answer: while a call rings. */
export class AnswerRow {
  readonly element = element('div', { class: 'answers' });
  readonly #voiceOnly: HTMLElement;
  readonly #answer: HTMLElement;
  #type: 'voice' | 'video' = 'video';

  constructor({ answer, decline }: CallActions) {
    this.#voiceOnly = item('Voice only', 'phone', 'plain', () => answer('voice'));
    this.#answer = item('Answer', 'camera', 'go', () => answer(this.#type));
    this.element.append(item('Decline', 'phone-down', 'end', decline), this.#voiceOnly, this.#answer);
  }

  show({ type }: CallSnapshot): void {
    this.#voiceOnly.hidden = type === 'voice';
    if (type === this.#type) return;
    this.#type = type;
    const drawing = icon(type === 'video' ? 'camera' : 'phone');
    this.#answer.querySelector('.icon')?.replaceWith(drawing);
  }
}

function item(label: string, drawing: IconName, kind: string, press: () => void): HTMLElement {
  const disc = element('span', { class: `control ${kind}` }, icon(drawing));
  const button = element('button', { type: 'button', class: 'item' }, disc, element('span', {}, label));
  button.addEventListener('click', press);
  return button;
}
