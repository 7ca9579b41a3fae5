import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MediaDevice, MediaProblem } from '../../../src/index.ts';
import { en } from '../../locales/en.ts';
import type { Words } from '../../locales/en.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { icon } from '../icon/icon.ts';
import { volume } from '../icon/lobby-icons.ts';
import { request } from '../request.ts';
import { rowStyles } from '../sheet/row.styles.ts';
import { chosenOf, deviceIcons, devicesOf, isMissing, isSystems, nameOf } from './device-choice.ts';
import type { DeviceSlot } from './device-choice.ts';
import { deviceMenuStyles } from './device-menu.styles.ts';
import { playTestTone } from './test-tone.ts';

/**
 * @summary Microphones, cameras and speakers to choose from, how loud we are, and a sound to test the speaker. Needs `famedly-level-meter`.
 * @slot - More about the camera.
 * @csspart device - One device.
 * @csspart test - Plays a sound.
 * @fires famedly-request - `select-device`.
 */
export class FamedlyDeviceMenu extends LitElement {
  static override properties = {
    words: { attribute: false },
    devices: { attribute: false },
    problems: { attribute: false },
    selected: { attribute: false },
    pending: {},
    stream: { attribute: false },
    canChooseSpeaker: { type: Boolean, attribute: 'can-choose-speaker' },
    showCamera: { type: Boolean, attribute: 'show-camera' },
    testing: { state: true },
  };
  static override styles = [baseStyles, rowStyles, deviceMenuStyles];

  declare words: Words;
  declare devices: readonly MediaDevice[];
  /** What was wanted and is not to be had. */
  declare problems: readonly MediaProblem[];
  /** Device ids; `null`: none is named, the system's is used. */
  declare selected: Readonly<Record<DeviceSlot, string | null>>;
  /** Where another device is being opened. */
  declare pending: DeviceSlot | null;
  /** Ours, for the level. */
  declare stream: MediaStream | null;
  declare canChooseSpeaker: boolean;
  declare showCamera: boolean;
  declare private testing: boolean;
  #connection = new AbortController();

  constructor() {
    super();
    this.words = en;
    this.devices = [];
    this.problems = [];
    this.selected = { microphone: null, camera: null, speaker: null };
    this.pending = null;
    this.stream = null;
    this.canChooseSpeaker = false;
    this.showCamera = false;
    this.testing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
  }

  override render(): TemplateResult {
    const { words, testing } = this;
    return html`
      ${this.#group('microphone', words.noMicrophone)}
      ${this.showCamera ? this.#group('camera', words.noCamera) : nothing}
      <slot></slot>
      ${this.canChooseSpeaker ? this.#group('speaker', '') : this.#heading('speaker')}
      <button
        class="row test"
        part="test"
        type="button"
        aria-busy=${testing ? 'true' : 'false'}
        @click=${this.#testSpeaker}
      >
        ${icon(volume, 'm')}
        <span class="grow">${testing ? words.testSpeakerPlays : words.testSpeaker}</span>
      </button>
    `;
  }

  #heading(slot: DeviceSlot): TemplateResult {
    const spinner = this.pending === slot ? html`<span class="spinner"></span>` : nothing;
    return html`<h3 id=${slot}>${icon(deviceIcons[slot], 's')}${this.words[slot]}${spinner}</h3>`;
  }

  #group(slot: DeviceSlot, none: string): TemplateResult {
    const devices = devicesOf(slot, this.devices);
    const chosen = chosenOf(devices, this.selected[slot]);
    // Tab stops once in a group: at the chosen one, else at the first.
    const stop = chosen ?? devices[0];
    return html`
      ${this.#heading(slot)}
      ${
        devices.length === 0
          ? html`<p class="none">${isMissing(slot, this.problems) ? none : this.words.systemDefault}</p>`
          : html`<div
              role="radiogroup"
              aria-labelledby=${slot}
              aria-busy=${this.pending === slot ? 'true' : 'false'}
              @keydown=${onArrow}
            >
              ${devices.map((device, place) =>
                this.#row(slot, device, {
                  name: nameOf(this.words, slot, device, place),
                  checked: device === chosen,
                  stop: device === stop,
                }),
              )}
            </div>`
      }
    `;
  }

  #row(
    slot: DeviceSlot,
    { deviceId }: MediaDevice,
    { name, checked, stop }: { name: string; checked: boolean; stop: boolean },
  ): TemplateResult {
    const meter = checked && slot === 'microphone';
    return html`
      <button
        class="row"
        part="device"
        type="button"
        role="radio"
        aria-checked=${checked ? 'true' : 'false'}
        tabindex=${stop ? 0 : -1}
        @click=${() => request(this, { do: 'select-device', slot, deviceId })}
      >
        <span class="radio"></span>
        <bdi class="grow cut">${name}</bdi>
        ${meter ? html`<famedly-level-meter .stream=${this.stream}></famedly-level-meter>` : nothing}
      </button>
    `;
  }

  readonly #testSpeaker = async (): Promise<void> => {
    if (this.testing) return;
    this.testing = true;
    const speaker = this.selected.speaker ?? '';
    const sinkId = this.canChooseSpeaker && !isSystems(speaker) ? speaker : '';
    // A speaker that went away stays silent, and the list says so by itself.
    await playTestTone(sinkId, this.#connection.signal).catch(() => undefined);
    this.testing = false;
  };
}

/** Arrows move within the group and choose nothing: each choice opens a device. */
function onArrow(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const group = event.currentTarget as HTMLElement;
  const rows = [...group.querySelectorAll<HTMLElement>('.row')];
  const at = rows.indexOf(event.target as HTMLElement);
  rows[(at + step + rows.length) % rows.length]?.focus();
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-device-menu': FamedlyDeviceMenu;
  }
}
