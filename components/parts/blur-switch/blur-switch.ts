import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BackgroundBlur } from '../../../src/index.ts';
import { groupFirst } from '../../locales/group-language.ts';
import type { GroupFirstWords } from '../../locales/group-language.ts';
import { wholeGroupWords } from '../../locales/whole-group-words.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { groupRequest } from '../group-request.ts';
import { icon } from '../icon/icon.ts';
import { blurred } from '../icon/seldom-icons.ts';
import { rowStyles } from '../sheet/row.styles.ts';
import { blurSwitchStyles } from './blur-switch.styles.ts';

/**
 * @summary Blurs what is behind us in the picture of our camera, or shows it. A field of the lobby; with the class `plain` a row of a menu.
 * @csspart blur - The switch.
 * @fires famedly-group-request - `blur-background`.
 */
export class FamedlyBlurSwitch extends LitElement {
  static override properties = { words: { attribute: false }, state: {} };
  static override styles = [baseStyles, rowStyles, blurSwitchStyles];

  declare words: GroupFirstWords;
  declare state: BackgroundBlur;

  constructor() {
    super();
    this.words = groupFirst;
    this.state = 'off';
  }

  override render(): TemplateResult {
    const { state } = this;
    const words = wholeGroupWords(this.words);
    const note = { starting: words.blurStarts, unavailable: words.blurNotHere, on: '', off: '' }[state];
    return html`<button
      class="row"
      part="blur"
      type="button"
      role="switch"
      aria-checked=${state === 'on' ? 'true' : 'false'}
      aria-busy=${state === 'starting' ? 'true' : 'false'}
      aria-labelledby="name"
      aria-describedby=${note === '' ? nothing : 'note'}
      @click=${this.#press}
    >
      ${icon(blurred, 'm')}
      <span class="grow"><span id="name">${words.blurBackground}</span><small id="note">${note}</small></span>
      <span class="switch"></span>
    </button>`;
  }

  readonly #press = (): void => {
    // What cannot be had is given up by the same press: else the camera stays closed.
    if (this.state !== 'starting') groupRequest(this, { do: 'blur-background', on: this.state === 'off' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-blur-switch': FamedlyBlurSwitch;
  }
}
