import { LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallSession, CallType, MatrixPort, VoIP } from '../../src/index.ts';
import type { MatrixClientLike } from '../../src/matrix/client/index.ts';
import type { TokenProvider } from '../engine-link/account.ts';
import { baseStyles } from '../theme/base.styles.ts';
import { buttonStyles } from '../theme/button.styles.ts';
import { hueStyles } from '../theme/hue.styles.ts';
import { highContrast } from '../theme/high-contrast.ts';
import { tokens } from '../theme/tokens.styles.ts';
import { frameStyles } from '../theme/frame.styles.ts';
import { CallDesk } from './call-desk.ts';
import { nextTask } from '../engine-link/next-task.ts';
import { renderCall } from './render-call.ts';
import { version } from '../version.ts';

/**
 * A 1:1 call over Matrix: whom one would call, the call with its controls, and what became of it. It takes its Matrix side from
 * `voip`, `client` or the account's attributes, whichever is there first.
 *
 * @summary Voice and video calls between two people.
 *
 * @attr {string} access-token - Token of the account; read once and taken out of the document.
 *
 * @fires {FamedlyCallIncomingEvent} famedly-call-incoming - Somebody calls, and the element rings.
 * @fires {FamedlyCallStartEvent} famedly-call-start - Media flows for the first time.
 * @fires {FamedlyCallStateEvent} famedly-call-state - The call's state changed.
 * @fires {FamedlyCallMissedEvent} famedly-call-missed - A call ended before anybody here answered it.
 * @fires {FamedlyCallEndEvent} famedly-call-end - The call ended: why, and how long it was.
 * @fires {FamedlyCallErrorEvent} famedly-call-error - Something is wrong; `detail.code` says what.
 *
 * @slot idle - Instead of who would be called and the call buttons.
 * @slot ended - Instead of the card of an ended call.
 * @slot missed - Instead of the card of a missed call.
 * @slot problem - Instead of what is said where nobody can be called.
 *
 * @csspart stage - What is behind everything: the other side's video, or a tint of their colour.
 * @csspart header - The top row.
 * @csspart ringing - Who calls or is called, while nothing is to be seen of them.
 * @csspart card - Who would be called, and what is said when a call is over.
 * @csspart self-view - Our own video.
 * @csspart controls - The buttons of the call.
 * @csspart banner - What is wrong for the moment.
 * @csspart toasts - What just happened.
 * @csspart action - The buttons that call.
 * @csspart control - Each round button.
 * @csspart end - The button that ends the call.
 *
 * @cssprop [--famedly-call-radius=16px] - Corners of the element.
 * @cssprop [--famedly-call-tile-radius=12px] - Corners of videos that do not fill it.
 * @cssprop [--famedly-call-control-size=48px] - Size of round buttons from 600 px of width.
 * @cssprop [--famedly-call-self-width=176px] - Width of our own video from 600 px of width.
 * @cssprop [--famedly-call-stage] - Colour behind everything.
 * @cssprop [--famedly-color-canvas] - See README for all `--famedly-color-*`, `--famedly-font` and their like.
 *
 * @cssstate idle - Like every scene: `hidden`, `loading`, `problem`, `idle`, `outgoing`, `incoming`, `connecting`, `blocked`, `voice`,
 * `video`, `share`, `hold`, `held`, `ended`, `missed`.
 * @cssstate receded - The controls have gone from the video.
 */
export class FamedlyCall extends LitElement {
  static override properties = {
    roomId: { attribute: 'room-id' },
    callee: {},
    calleeDevice: { attribute: 'callee-device' },
    type: {},
    listen: { type: Boolean },
    glare: {},
    icePolicy: { attribute: 'ice-policy' },
    theme: { reflect: true },
    homeserver: {},
    userId: { attribute: 'user-id' },
    deviceId: { attribute: 'device-id' },
    client: { attribute: false },
    tokenProvider: { attribute: false },
    // Their accessors stand below; named here, what was set before the script came is not lost.
    voip: { attribute: false, noAccessor: true },
    session: { attribute: false, noAccessor: true },
  };
  static override styles = [baseStyles, tokens, hueStyles, buttonStyles, frameStyles];
  /** Of the package. */
  static readonly version = version;

  /** The room to call in, and whose calls ring here. */
  declare roomId: string;
  /** User id of whom to call; needed where the room has more than two people. */
  declare callee: string;
  /** One device of the callee; with the own user id, another device of ours. */
  declare calleeDevice: string;
  /** `voice` offers no video call. */
  declare type: CallType;
  /** Shows nothing until somebody calls: in the room, or without `room-id` in any. */
  declare listen: boolean;
  /** Two people who call each other at once: the call that wins rings, or is answered. */
  declare glare: 'ring' | 'answer';
  /** `relay`: nobody learns this device's address; needs a TURN server. */
  declare icePolicy: 'all' | 'relay';
  /** Else the page's `color-scheme` and the person's contrast count. */
  declare theme: '' | 'light' | 'dark' | 'high-contrast';
  /** The account's homeserver: base URL or server name. */
  declare homeserver: string;
  /** The account's user id. */
  declare userId: string;
  /** The account's device id; one page at a time may use it. */
  declare deviceId: string;
  /** A matrix-js-sdk client that the page owns, or any Matrix port. */
  declare client: MatrixClientLike | MatrixPort | null;
  /** Answers access tokens of the account: the first, and new ones when they expire. */
  declare tokenProvider: TokenProvider | null;
  readonly #desk: CallDesk;

  constructor() {
    super();
    this.roomId = '';
    this.callee = '';
    this.calleeDevice = '';
    this.type = 'video';
    this.listen = false;
    this.glare = 'ring';
    this.icePolicy = 'all';
    this.theme = '';
    this.homeserver = '';
    this.userId = '';
    this.deviceId = '';
    this.client = null;
    this.tokenProvider = null;
    highContrast(this);
    this.#desk = new CallDesk(this, this.attachInternals());
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'access-token', 'lang', 'dir'];
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (name === 'lang' || name === 'dir') this.requestUpdate();
    else if (name !== 'access-token') super.attributeChangedCallback(name, before, value);
    else if (value !== null) {
      this.removeAttribute(name);
      this.#desk.token = value;
    }
  }

  /** The engine: the one that the page set, or the one that the element made; `null` until there is one. */
  get voip(): VoIP | null {
    return this.#desk.voip;
  }
  set voip(voip: VoIP | null) {
    this.#desk.voip = voip;
  }

  /** The call that is shown. A page may set one of its own `VoIP`: removing the element does not end it. */
  get session(): CallSession | null {
    return this.#desk.session;
  }
  set session(session: CallSession | null) {
    this.#desk.session = session;
  }

  /** Calls `callee`, or the other member of the room. What keeps it from that is shown, and told by `famedly-call-error`. */
  call(type: CallType = this.type): void {
    this.#desk.place(type);
  }

  /** Takes the call that rings; `voice` answers a video call without the camera. */
  answer(type?: CallType): void {
    this.#desk.perform({ do: 'answer', type: type ?? 'video' });
  }

  /** Declines the call that rings. */
  reject(): void {
    if (this.session?.state === 'ringing') this.hangup();
  }

  /** Ends the call in any state. */
  hangup(): void {
    this.#desk.perform({ do: 'hangup' });
  }

  /** Painting comes after what the engine has to do in this turn: it asks for camera and network first. */
  protected override async scheduleUpdate(): Promise<void> {
    await nextTask();
    await this.#desk.picture;
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    return renderCall(this.#desk.view, this.#desk.inCallParts);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-call': FamedlyCall;
  }
}
