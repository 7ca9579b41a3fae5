import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { en } from '../../locales/en.ts';
import type { Words } from '../../locales/en.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { contentStyles } from '../../theme/content.styles.ts';
import { factsStyles } from '../sheet/facts.styles.ts';
import { helpSheetStyles } from './help-sheet.styles.ts';

/**
 * @summary Which keys do what in a call.
 * @csspart key
 */
export class FamedlyHelpSheet extends LitElement {
  static override properties = { words: { attribute: false }, own: { attribute: false } };
  static override styles = [baseStyles, contentStyles, factsStyles, helpSheetStyles];

  declare words: Words;
  /** Keys that only this kind of call has, and what they do. */
  declare own: readonly (readonly [string, string])[];

  constructor() {
    super();
    this.words = en;
    this.own = [];
  }

  override render(): TemplateResult {
    const { words } = this;
    const rows = [
      ['M', words.keyMute],
      ['V', words.keyCamera],
      ['S', words.keyShare],
      ...this.own,
      [words.escape, words.keyClose],
      ['?', words.keyHelp],
    ];
    return html`
      <h2>${words.help}</h2>
      <dl>
        ${rows.map(
          ([key, what]) => html`
            <div class="fact">
              <dt><kbd part="key">${key}</kbd></dt>
              <dd>${what}</dd>
            </div>
          `,
        )}
      </dl>
      <p>${words.keysWork}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-help-sheet': FamedlyHelpSheet;
  }
}
