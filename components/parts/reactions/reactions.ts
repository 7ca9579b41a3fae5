import { html, LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import type { GroupWords } from '../../locales/group-words.en.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { moveFocus } from '../controls/move-focus.ts';
import { groupRequest } from '../group-request.ts';
import { reactionsStyles } from './reactions.styles.ts';

const reactions = [
  { key: '❤️', word: 'heart' },
  { key: '👍', word: 'thumbUp' },
  { key: '👏', word: 'applause' },
  { key: '😂', word: 'laughter' },
  { key: '😮', word: 'surprise' },
  { key: '🎉', word: 'party' },
] as const;

/**
 * @summary What one can say without a word. To be shown in a sheet.
 * @csspart reaction - One of them.
 * @fires famedly-group-request - `react`.
 */
export class FamedlyReactions extends LitElement {
  static override properties = { words: { attribute: false } };
  static override styles = [baseStyles, reactionsStyles];

  declare words: GroupWords;

  constructor() {
    super();
    this.addEventListener('keydown', (event) => moveFocus(event, this.renderRoot));
  }

  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="keys" role="group" aria-label=${words.react}>
      ${reactions.map(
        ({ key, word }) =>
          html`<button
            part="reaction"
            type="button"
            aria-label=${words[word]}
            @click=${() => groupRequest(this, { do: 'react', key })}
          >
            ${key}
          </button>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-reactions': FamedlyReactions;
  }
}
