import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MediaDevice, MediaProblem, SlotState } from '../../../src/index.ts';
import type { GroupFirstWords } from '../../locales/group-language.ts';
import { fetchOnce } from '../../fetch-once.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { buttonStyles } from '../../theme/button.styles.ts';
import { onMediaStyles } from '../../theme/on-media.styles.ts';
import { cameraControl, microphoneControl, overlayControl } from '../controls/control.ts';
import type { Control } from '../controls/control.ts';
import { controlsStyles } from '../controls/controls.styles.ts';
import type { DeviceSlot } from '../device-menu/device-choice.ts';
import { groupRequest } from '../group-request.ts';
import { icon } from '../icon/icon.ts';
import { devices } from '../icon/icons.ts';
import { request } from '../request.ts';
import type { Overlay } from '../request.ts';
import { deviceField } from './device-field.ts';
import { encryptionNote } from './encryption-note.ts';
import { lobbyStyles } from './lobby.styles.ts';
import { whoIsHere } from './who-is-here.ts';
import type { LobbyPerson } from './who-is-here.ts';

/** ms that somebody stays before they see how loud they are, what they can hide and what is wrong: nobody needs that to join. */
const STAYS = 1000;
const fetchMore = fetchOnce(async () => (await import('./lobby-more.ts')).showMore());

/**
 * @summary Before a group call: our camera and how loud we are, devices, who is in already. Needs `famedly-tile` and `famedly-avatar`.
 * @slot - More about the devices.
 * @slot note - What to know before joining.
 * @slot preview - In place of our camera.
 * @csspart preview - The box of our camera.
 * @csspart dock - Microphone, level and camera.
 * @csspart control - Each round button.
 * @csspart device - A choice of devices.
 * @csspart join - The button.
 * @fires famedly-request - `mute-microphone`, `mute-camera`, `select-device`, `open` with `devices`.
 * @fires famedly-group-request - `join`.
 */
export class FamedlyLobby extends LitElement {
  static override properties = {
    words: { attribute: false },
    heading: {},
    people: { attribute: false },
    encrypted: { attribute: false },
    notEncryptedFor: { attribute: false },
    stream: { attribute: false },
    name: {},
    userId: { attribute: 'user-id' },
    avatar: {},
    microphone: {},
    camera: {},
    problems: { attribute: false },
    devices: { attribute: false },
    selected: { attribute: false },
    canChooseSpeaker: { type: Boolean, attribute: 'can-choose-speaker' },
    open: { attribute: false },
    joining: { type: Boolean },
  };
  static override styles = [baseStyles, buttonStyles, controlsStyles, onMediaStyles, lobbyStyles];

  declare words: GroupFirstWords;
  /** The room. */
  declare heading: string;
  /** Who is in already, without us. */
  declare people: readonly LobbyPerson[];
  /** `null`: not known yet. */
  declare encrypted: boolean | null;
  /** First names of those who do not encrypt while the rest does. */
  declare notEncryptedFor: readonly string[];
  /** Our camera and microphone. */
  declare stream: MediaStream | null;
  /** Our own. */
  declare name: string;
  declare userId: string;
  declare avatar: string;
  declare microphone: SlotState;
  declare camera: SlotState;
  /** Of microphone and camera. */
  declare problems: readonly MediaProblem[];
  declare devices: readonly MediaDevice[];
  /** Device ids; `null`: none is named, the system's is used. */
  declare selected: Readonly<Record<DeviceSlot, string | null>>;
  declare canChooseSpeaker: boolean;
  /** What lies over it. */
  declare open: Overlay | null;
  declare joining: boolean;

  constructor() {
    super();
    this.heading = '';
    this.people = [];
    this.encrypted = null;
    this.notEncryptedFor = [];
    this.stream = null;
    this.name = '';
    this.userId = '';
    this.avatar = '';
    this.microphone = 'off';
    this.camera = 'off';
    this.problems = [];
    this.devices = [];
    this.selected = { microphone: null, camera: null, speaker: null };
    this.canChooseSpeaker = false;
    this.open = null;
    this.joining = false;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.join .button')?.focus();
  }

  override render(): TemplateResult {
    const { words, heading, joining } = this;
    return html`<div class="lobby">
      <div class="preview" part="preview">${this.#preview()}</div>
      <div class="panel">
        <h2><bdi>${heading}</bdi></h2>
        ${whoIsHere(words, this.people)}
        <div class="fields">
          ${this.#field('microphone')} ${this.#field('camera')}
          ${this.canChooseSpeaker ? this.#field('speaker') : nothing}
          <slot></slot>
        </div>
        <slot name="note"></slot>
        <div class="join">
          <button
            class="button primary"
            part="join"
            type="button"
            aria-busy=${joining ? 'true' : 'false'}
            @click=${this.#join}
          >
            <span>${joining ? words.joining : words.join}</span>
          </button>
          ${encryptionNote(words, this.encrypted, this.notEncryptedFor)}
        </div>
      </div>
    </div>`;
  }

  protected override updated(): void {
    setTimeout(() => {
      if (this.isConnected) fetchMore();
    }, STAYS);
  }

  readonly #join = (): void => {
    if (!this.joining) groupRequest(this, { do: 'join' });
  };

  #preview(): TemplateResult {
    const { words, microphone, camera, open } = this;
    const menu = overlayControl('devices', devices, words.devices, open);
    return html`<slot name="preview"
        ><famedly-tile
          mirrored
          .stream=${camera === 'on' ? this.stream : null}
          .name=${this.name}
          .userId=${this.userId}
          .avatar=${this.avatar}
        ></famedly-tile
      ></slot>
      <div class="dock" part="dock" ?on-media=${true}>
        ${this.#control(microphoneControl(words, microphone))}
        <famedly-level-meter .stream=${microphone === 'on' ? this.stream : null}></famedly-level-meter>
        ${this.#control(cameraControl(words, camera, false))} ${this.#control(menu, 'menu')}
      </div>`;
  }

  #control(
    { icon: drawing, label, request: what, on, pending, failed, opens }: Control,
    from = '',
  ): TemplateResult {
    const looks = ['control', from, on && 'on', pending && 'pending', failed && 'failed'];
    return html`<button
      class=${looks.filter(Boolean).join(' ')}
      part="control"
      type="button"
      aria-label=${label}
      aria-busy=${pending ? 'true' : nothing}
      aria-haspopup=${opens ? 'dialog' : nothing}
      aria-expanded=${opens ? String(on ?? false) : nothing}
      @click=${() => {
        if (!pending) request(this, what);
      }}
    >
      ${icon(drawing)}
    </button>`;
  }

  #field(slot: DeviceSlot): TemplateResult {
    const { words, problems, devices: all, selected } = this;
    return deviceField({ words, slot, problems, all, selected: selected[slot] }, (deviceId) =>
      request(this, { do: 'select-device', slot, deviceId }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-lobby': FamedlyLobby;
  }
}
