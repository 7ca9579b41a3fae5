import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { en } from '../../locales/en.ts';
import type { Words } from '../../locales/en.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { contentStyles } from '../../theme/content.styles.ts';
import { request } from '../request.ts';
import { publicElementOf } from '../sheet/public-element.ts';
import { keys, playKeyTone } from './key-tone.ts';
import type { Key } from './key-tone.ts';
import { keypadStyles } from './keypad.styles.ts';

const letters: Readonly<Partial<Record<Key, string>>> = {
  '2': 'ABC',
  '3': 'DEF',
  '4': 'GHI',
  '5': 'JKL',
  '6': 'MNO',
  '7': 'PQRS',
  '8': 'TUV',
  '9': 'WXYZ',
  '0': '+',
};
/** How many of the last tones fit. */
const shown = 10;

/**
 * @summary The twelve keys of a telephone. While it is there, the keyboard's digits, * and # in the call press them too.
 * @csspart tones - What was sent.
 * @csspart key
 * @fires famedly-request - `send-tones`, one at a time.
 */
export class FamedlyKeypad extends LitElement {
  static override properties = { words: { attribute: false }, sent: { state: true } };
  static override styles = [baseStyles, contentStyles, keypadStyles];

  declare words: Words;
  declare private sent: string;
  #connection = new AbortController();
  /** From the first tone until it is gone. */
  #sound: AudioContext | null = null;

  constructor() {
    super();
    this.words = en;
    this.sent = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    publicElementOf(this).addEventListener('keydown', this.#onKey, { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
    this.#sound?.close().catch(() => undefined);
    this.#sound = null;
  }

  override render(): TemplateResult {
    const { keyStar, keyHash } = this.words;
    const names: Readonly<Partial<Record<Key, string>>> = { '*': keyStar, '#': keyHash };
    return html`
      <div class="tones numbers" part="tones" aria-live="off">${this.sent.slice(-shown)}</div>
      <div class="keys">
        ${keys.map(
          (key) => html`
            <button
              class="key"
              part="key"
              type="button"
              aria-label=${names[key] ?? nothing}
              @click=${() => this.#press(key)}
            >
              ${key} <small>${letters[key]}</small>
            </button>
          `,
        )}
      </div>
    `;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const key = keys.find((each) => each === event.key);
    const [at] = event.composedPath();
    const types =
      at instanceof HTMLElement && (at.isContentEditable || at.matches('input, textarea, select'));
    if (key === undefined || event.repeat || event.ctrlKey || event.metaKey || event.altKey || types) return;
    event.preventDefault();
    this.#press(key);
  };

  #press(key: Key): void {
    this.sent += key;
    request(this, { do: 'send-tones', tones: key });
    this.#sound ??= new AudioContext();
    void playKeyTone(this.#sound, key);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-keypad': FamedlyKeypad;
  }
}
