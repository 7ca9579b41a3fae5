import { LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import type { GroupCallSession, MatrixPort, VoIP } from '../../src/index.ts';
import type { MatrixClientLike } from '../../src/matrix/client/index.ts';
import type { TokenProvider } from '../engine-link/account.ts';
import { nextTask } from '../engine-link/next-task.ts';
import { baseStyles } from '../theme/base.styles.ts';
import { buttonStyles } from '../theme/button.styles.ts';
import { frameStyles } from '../theme/frame.styles.ts';
import { highContrast } from '../theme/high-contrast.ts';
import { hueStyles } from '../theme/hue.styles.ts';
import { onMediaStyles } from '../theme/on-media.styles.ts';
import { pictureTokens } from '../theme/picture-tokens.styles.ts';
import { tokens } from '../theme/tokens.styles.ts';
import { version } from '../version.ts';
import { groupCallStyles } from './famedly-group-call.styles.ts';
import type { GroupCallEventMap } from './group-call-events.ts';
import { GroupDesk } from './group-desk.ts';
import { USUAL_DIRECT_LIMIT } from './group-wishes.ts';
import { renderGroup } from './render-group.ts';

/**
 * A call of many in a Matrix room: a lobby, the call with everybody in it, and the way back in. It takes its Matrix side from
 * `voip`, `client` or the account's attributes, whichever is there first.
 *
 * @summary Voice and video calls among the people of a room.
 *
 * @attr {string} access-token - Token of the account; read once and taken out of the document.
 *
 * @fires {FamedlyGroupCallStartEvent} famedly-call-start - We are in the call.
 * @fires {FamedlyGroupCallStateEvent} famedly-call-state - The way in or out went on.
 * @fires {FamedlyGroupCallEndEvent} famedly-call-end - We are not in the call any more: why, and how long we were.
 * @fires {FamedlyParticipantsEvent} famedly-participants - Others came or went; in the lobby, too.
 * @fires {FamedlyCallErrorEvent} famedly-call-error - Something is wrong; `detail.code` says what.
 *
 * @slot problem - Instead of what is said where there is nothing to join.
 * @slot left - Instead of the card that is shown when we are not in the call any more.
 *
 * @csspart lobby - All of what is before the call.
 * @csspart preview - The box of our camera in the lobby.
 * @csspart join - The button that joins.
 * @csspart card - What is said when there is no call to show.
 * @csspart header - The top row.
 * @csspart banner - What is wrong for the moment.
 * @csspart grid - Where everybody is.
 * @csspart tile - The box of a camera or screen.
 * @csspart video - A picture.
 * @csspart plate - The name on a tile.
 * @csspart people - The list of people.
 * @csspart controls - The buttons of the call.
 * @csspart control - Each round button.
 * @csspart end - The button that leaves.
 * @csspart toasts - What just happened.
 *
 * @cssprop [--famedly-call-radius=16px] - Corners of the element.
 * @cssprop [--famedly-call-tile-radius=12px] - Corners of tiles.
 * @cssprop [--famedly-call-control-size=48px] - Size of round buttons from 600 px of width.
 * @cssprop [--famedly-call-self-width=176px] - Width of our own video in `<famedly-call>`.
 * @cssprop [--famedly-call-stage] - Colour behind everything.
 * @cssprop [--famedly-color-canvas] - See README for all `--famedly-color-*`, `--famedly-font` and their like.
 *
 * @cssstate lobby - Like every scene: `loading`, `problem`, `forbidden`, `lobby`, `entering`, `grid`, `spotlight`, `left`.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- typed events of an element, as the DOM's own elements have them
export class FamedlyGroupCall extends LitElement {
  static override properties = {
    roomId: { attribute: 'room-id' },
    callId: { attribute: 'call-id' },
    application: {},
    scope: {},
    backend: {},
    lobby: {},
    layout: {},
    directLimit: { type: Number, attribute: 'direct-limit' },
    inviteLink: { attribute: 'invite-link' },
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
  static override styles = [
    baseStyles,
    tokens,
    pictureTokens,
    hueStyles,
    buttonStyles,
    onMediaStyles,
    frameStyles,
    groupCallStyles,
  ];
  /** Of the package. */
  static readonly version = version;

  /** The room whose call it is. */
  declare roomId: string;
  /** One of several calls in the room; else the one that goes on, or one for the whole room. */
  declare callId: string;
  /** What the call is for, `m.call` by default (MSC3401). */
  declare application: string;
  /** Who the call is among, `m.room` by default (MSC3401). */
  declare scope: string;
  /** `auto`: what those in the call use; `mesh`: direct connections. */
  declare backend: 'auto' | 'mesh';
  /** `off` joins at once, with microphone and camera as they were last. */
  declare lobby: 'on' | 'off';
  /** `auto` brings shared screens to the stage; what the person chooses counts from then on. */
  declare layout: 'auto' | 'grid' | 'spotlight';
  /** From so many people on, the lobby says that direct connections are a lot. */
  declare directLimit: number;
  /** What *Copy invite link* copies; else the page's address. */
  declare inviteLink: string;
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
  readonly #desk: GroupDesk;

  constructor() {
    super();
    this.roomId = '';
    this.callId = '';
    this.application = '';
    this.scope = '';
    this.backend = 'auto';
    this.lobby = 'on';
    this.layout = 'auto';
    this.directLimit = USUAL_DIRECT_LIMIT;
    this.inviteLink = '';
    this.theme = '';
    this.homeserver = '';
    this.userId = '';
    this.deviceId = '';
    this.client = null;
    this.tokenProvider = null;
    highContrast(this);
    this.#desk = new GroupDesk(this, this.attachInternals());
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

  /**
   * The call that is shown. A page may set one of its own `VoIP`: removing the element does not leave it. Once everybody has
   * left it, whoever comes back begins another, which is the element's.
   */
  get session(): GroupCallSession | null {
    return this.#desk.session;
  }
  set session(session: GroupCallSession | null) {
    this.#desk.session = session;
  }

  /** Goes into the call. What keeps it from that is shown, and told by `famedly-call-error`. */
  join(): void {
    this.#desk.perform({ do: 'join' });
  }

  /** Goes out of the call. */
  leave(): void {
    this.#desk.perform({ do: 'hangup' });
  }

  /** Painting comes after what the engine has to do in this turn: it asks for camera and network first. */
  protected override async scheduleUpdate(): Promise<void> {
    await nextTask();
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    return renderGroup(this.#desk.view, this.#desk.inCallParts);
  }
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- see above: only overloads of what is there
export interface FamedlyGroupCall {
  addEventListener<Name extends keyof GroupCallEventMap>(
    type: Name,
    listener: (this: FamedlyGroupCall, event: GroupCallEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: FamedlyGroupCall, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-group-call': FamedlyGroupCall;
  }
}
