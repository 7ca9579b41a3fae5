import { html, LitElement, nothing } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { Words } from '../../locales/en.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { contentStyles } from '../../theme/content.styles.ts';
import type { ControlsState } from '../controls/controls.ts';
import { holdControl, screenControl } from '../controls/in-call-controls.ts';
import type { Views } from '../header/header.ts';
import { icon } from '../icon/icon.ts';
import { devices } from '../icon/icons.ts';
import { fullscreen, keypad, pip } from '../icon/in-call-icons.ts';
import { info, signal3 } from '../icon/seldom-icons.ts';
import { request } from '../request.ts';
import type { Request } from '../request.ts';
import { rowStyles } from '../sheet/row.styles.ts';
import { moreMenuStyles } from './more-menu.styles.ts';

export interface MoreItem {
  readonly icon: SVGTemplateResult;
  readonly label: string;
  readonly request: Request;
  /** The browser is asked. */
  readonly pending?: boolean;
  /** Class of the widths at which the dock or the top row has it. */
  readonly until?: 'until-320' | 'until-600' | 'until-1024';
}

/**
 * @summary What the dock has no room for, help, and how the connection is.
 * @fires famedly-request
 * @csspart item - Each row.
 */
export class FamedlyMoreMenu extends LitElement {
  static override properties = {
    words: { attribute: false },
    state: { attribute: false },
    views: { attribute: false },
  };
  static override styles = [baseStyles, contentStyles, rowStyles, moreMenuStyles];

  declare words: Words;
  declare state: ControlsState;
  declare views: Views;

  constructor() {
    super();
    this.addEventListener('keydown', (event) => this.#move(event));
  }

  override render(): TemplateResult {
    return html`<ul>
      ${this.items().map(
        ({ icon: drawing, label, request: what, until = '', pending = false }) =>
          html`<li class=${until}>
            <button
              class="row"
              part="item"
              aria-busy=${String(pending)}
              @click=${() => !pending && this.#choose(what)}
            >
              ${icon(drawing, 'm')}<span class="grow">${label}</span>
            </button>
          </li>`,
      )}
    </ul>`;
  }

  protected items(): readonly MoreItem[] {
    const { words, views } = this;
    const { screen, canShare, onHold, canSendTones } = this.state;
    const wide = 'until-600';
    const items: (MoreItem | typeof nothing)[] = [
      canShare ? { ...screenControl(words, screen), until: 'until-320' } : nothing,
      { ...holdControl(words, onHold), until: wide },
      { icon: devices, label: words.devices, request: { do: 'open', overlay: 'devices' }, until: wide },
      canSendTones
        ? {
            icon: keypad,
            label: words.keypad,
            request: { do: 'open', overlay: 'keypad' },
            until: 'until-1024',
          }
        : nothing,
      views.pictureInPicture
        ? { icon: pip, label: words.pictureInPicture, request: { do: 'picture-in-picture' }, until: wide }
        : nothing,
      views.fullScreen
        ? {
            icon: fullscreen,
            label: views.isFullScreen ? words.leaveFullScreen : words.fullScreen,
            request: { do: 'full-screen' },
            until: wide,
          }
        : nothing,
      { icon: signal3, label: words.statistics, request: { do: 'open', overlay: 'statistics' } },
      { icon: info, label: words.help, request: { do: 'open', overlay: 'help' } },
    ];
    return items.filter((item) => item !== nothing);
  }

  /** What does not open something else closes the menu. */
  #choose(what: Request): void {
    request(this, what);
    if (what.do !== 'open') request(this, { do: 'open', overlay: null });
  }

  #move(event: KeyboardEvent): void {
    const rows = [...this.renderRoot.querySelectorAll('button')].filter((row) => row.checkVisibility());
    const at = rows.findIndex((row) => row.matches(':focus'));
    const steps = new Map([
      ['ArrowDown', (at + 1) % rows.length],
      ['ArrowUp', Math.max(at, 0) - 1],
      ['Home', 0],
      ['End', -1],
    ]);
    const step = steps.get(event.key);
    if (step === undefined) return;
    event.preventDefault();
    rows.at(step)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-more-menu': FamedlyMoreMenu;
  }
}
