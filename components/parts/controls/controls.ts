import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SlotState } from '../../../src/index.ts';
import type { FirstWords } from '../../locales/first-words.ts';
import { fetchOnce } from '../../fetch-once.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { icon } from '../icon/icon.ts';
import { devices, phoneDown } from '../icon/icons.ts';
import { request } from '../request.ts';
import type { Overlay, Request } from '../request.ts';
import { cameraControl, microphoneControl, overlayControl } from './control.ts';
import type { Control } from './control.ts';
import { controlsStyles } from './controls.styles.ts';
import type { moveFocus } from './move-focus.ts';

/** Brought by the focus. */
let move: typeof moveFocus | undefined;
/** Wanted by who looks at a control, and where one failed; a call that goes on brings it along. */
const fetchSeldom = fetchOnce(async () => {
  const { moveFocus, showSeldomControls } = await import('./seldom-controls.ts');
  move = moveFocus;
  showSeldomControls();
});

export interface ControlsState {
  /** `before`: nobody has answered yet. */
  readonly stage: 'before' | 'call';
  readonly microphone: SlotState;
  readonly camera: SlotState;
  readonly screen: SlotState;
  /** A voice call: its camera is not off, it was never on. */
  readonly voice: boolean;
  readonly canShare: boolean;
  readonly onHold: boolean;
  readonly canSendTones: boolean;
  readonly open: Overlay | null;
}

/**
 * @summary The buttons of a call. What there is no room for is in *More*.
 * @fires famedly-request
 * @csspart dock - The plate.
 * @csspart control - Each round button.
 * @csspart end - The button that ends the call.
 */
export class FamedlyControls extends LitElement {
  static override properties = {
    words: { attribute: false },
    state: { attribute: false },
    inCall: { attribute: false },
    onMedia: { type: Boolean, attribute: 'on-media', reflect: true },
  };
  static override styles = [baseStyles, controlsStyles];

  declare words: FirstWords;
  declare state: ControlsState;
  /** Share, hold, keypad and *More* of a call that goes on: see `inCallControls`. */
  declare inCall: readonly (Control | null)[];
  declare onMedia: boolean;

  readonly #width = new ResizeObserver(() => this.#keepStop());

  constructor() {
    super();
    this.inCall = [];
    this.onMedia = false;
    this.addEventListener('keydown', (event) => move?.(event, this.renderRoot));
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  override render(): TemplateResult {
    const { words, state } = this;
    const before = state.stage === 'before';
    const word = before ? words.cancel : words.end;
    return html`<div
      class="dock"
      role="toolbar"
      part="dock"
      aria-label=${words.callControls}
      @pointerenter=${fetchSeldom}
      @focusin=${(event: FocusEvent) => {
        fetchSeldom();
        this.#setStop(event.target);
      }}
    >
      ${this.#controls().map((control, index) => (control === null ? nothing : this.#control(control, index === 0)))}
      <button
        class="control end"
        tabindex="-1"
        part="control end"
        aria-label=${word}
        @click=${() => request(this, { do: 'hangup' })}
      >
        ${icon(phoneDown)}<span class="word" aria-hidden="true">${word}</span>
      </button>
    </div>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#width.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width.disconnect();
  }

  protected override updated(): void {
    this.#keepStop();
  }

  /** What had the stop for Tab may have gone, by its state or by the width. */
  #keepStop(): void {
    const stop = this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]');
    if (stop?.checkVisibility() !== false && stop !== null) return;
    this.#setStop(this.renderRoot.querySelector('button'));
  }

  /** The control that Tab comes to; all others are reached from there. */
  #setStop(stop: EventTarget | null): void {
    for (const button of this.renderRoot.querySelectorAll('button')) {
      button.tabIndex = button === stop ? 0 : -1;
    }
  }

  /** Each has its place, there or not: a button never becomes another one under the finger. */
  #controls(): readonly (Control | null)[] {
    const { words, state } = this;
    const [share = null, hold = null, keypad = null, more = null] = this.inCall;
    return [
      { ...microphoneControl(words, state.microphone), key: 'M' },
      { ...cameraControl(words, state.camera, state.voice), key: 'V' },
      share,
      hold,
      keypad,
      { ...overlayControl('devices', devices, words.devices, state.open), from: 'from-600' },
      more,
    ];
  }

  #control(control: Control, first: boolean): TemplateResult {
    const { icon: drawing, label, request: what, on, pending, failed, key, from = '', opens } = control;
    if (failed) fetchSeldom();
    const looks = `control ${from} ${on ? 'on' : ''} ${pending ? 'pending' : ''} ${failed ? 'failed' : ''}`;
    return html`<button
      class=${looks}
      part="control"
      tabindex=${first ? '0' : '-1'}
      aria-label=${label}
      aria-busy=${pending ? 'true' : nothing}
      aria-keyshortcuts=${key ?? nothing}
      aria-haspopup=${opens ? 'dialog' : nothing}
      aria-expanded=${opens ? String(on ?? false) : nothing}
      @click=${(event: MouseEvent) => this.#press(event, what, pending ?? false)}
    >
      ${icon(drawing)}<span class="tip" aria-hidden="true"
        >${label}${key === undefined ? nothing : html` <kbd>${key}</kbd>`}</span
      >
    </button>`;
  }

  #press(event: MouseEvent, what: Request, pending: boolean): void {
    if (pending) return;
    const touched = event instanceof PointerEvent && event.pointerType === 'touch';
    if (what.do === 'mute-microphone' && touched) (navigator as Partial<Navigator>).vibrate?.(10);
    request(this, what);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-controls': FamedlyControls;
  }
}
