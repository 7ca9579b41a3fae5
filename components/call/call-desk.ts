import type { ReactiveController } from 'lit';
import type { Callee, CallSession, CallType, VoIP } from '../../src/index.ts';
import { CallLink } from '../engine-link/call-link.ts';
import { CallSlot } from '../engine-link/call-slot.ts';
import type { SlotEvents } from '../engine-link/call-slot.ts';
import { People } from '../engine-link/people.ts';
import type { ShownCall } from '../engine-link/shown-call.ts';
import type { SourceStatus } from '../engine-link/source-link.ts';
import { Language } from '../locales/language.ts';
import type { FamedlyAnnouncer } from '../parts/announcer/announcer.ts';
import { canPictureInPicture } from '../parts/picture-in-picture/can-picture-in-picture.ts';
import type { Overlay, Request } from '../parts/request.ts';
import { RequestEvent } from '../parts/request.ts';
import type { FamedlyRinging } from '../parts/ringing/ringing.ts';
import type { FamedlyTile } from '../parts/tile/tile.ts';
import type { Toast } from '../parts/toasts/toasts.ts';
import { announcements } from './announcement.ts';
import { bannerOf } from './banner-of.ts';
import { CallOutcome } from './call-outcome.ts';
import { CallQuality } from './call-quality.ts';
import { CallSound } from './call-sound.ts';
import type { CallView } from './call-view.ts';
import { failureWords, readError } from './failure.ts';
import type { FamedlyCall } from './famedly-call.ts';
import { FocusKeeper } from './focus-keeper.ts';
import { OverlayDesk } from './overlay-desk.ts';
import { perform } from './perform.ts';
import { PictureInPictureDesk } from './picture-in-picture-desk.ts';
import { RecedingChrome } from './receding-chrome.ts';
import { incomingLine } from './ringing-of.ts';
import { isLive } from './scene.ts';
import { shortcut } from './shortcuts.ts';
import { targetOf } from './target.ts';
import { viewOf } from './view-of.ts';

/** What stands between `<famedly-call>` and its engine: keeps what is shown, and does what is asked for. */
export class CallDesk implements ReactiveController {
  readonly #host: FamedlyCall;
  readonly #states: CustomStateSet;
  readonly #language: Language;
  readonly #outcome: CallOutcome;
  readonly #focus: FocusKeeper;
  readonly #chrome: RecedingChrome;
  readonly #people = new People(() => this.#changed());
  readonly #overlays = new OverlayDesk(() => this.#changed());
  readonly #sound = new CallSound(() => this.#changed());
  readonly #quality = new CallQuality(
    () => this.#changed(),
    () => this.#overlays.shown === 'statistics',
  );
  readonly #slot: CallSlot;
  readonly #link: CallLink;
  #toasts: readonly Toast[] = [];
  #token: string | null = null;
  #pageVoip: VoIP | null = null;
  /** The page's own call: it outlives the element. */
  #lent: ShownCall | null = null;
  #statusTold: SourceStatus | null = null;
  #unblocked = false;
  #silenced = false;
  #pendingDevice: 'microphone' | 'camera' | 'speaker' | null = null;
  readonly #pictureInPicture: PictureInPictureDesk;
  #view: CallView | null = null;
  #viewBefore: CallView | null = null;

  constructor(host: FamedlyCall, internals: ElementInternals) {
    this.#host = host;
    this.#states = internals.states;
    this.#language = new Language(host);
    this.#outcome = new CallOutcome(host);
    this.#focus = new FocusKeeper(host);
    this.#chrome = new RecedingChrome(host, (receded) => this.#setState('receded', receded));
    this.#slot = new CallSlot(() => this.#host, this.#slotEvents());
    this.#link = new CallLink(this.#slot, () => this.#linkChanged());
    this.#pictureInPicture = new PictureInPictureDesk((what) => this.perform(what));
    host.addController(this);
    host.addEventListener(RequestEvent.type, (event) => {
      event.stopPropagation();
      this.perform(event.request);
    });
    host.addEventListener('keydown', (event) => this.#key(event));
    host.addEventListener('fullscreenchange', () => this.#changed());
  }

  set token(token: string) {
    this.#token = token;
    this.#changed();
  }

  get voip(): VoIP | null {
    return this.#pageVoip ?? this.#link.voip;
  }
  set voip(voip: VoIP | null) {
    this.#pageVoip = voip;
    this.#changed();
  }

  get session(): CallSession | null {
    return this.#slot.call as CallSession | null;
  }
  set session(session: CallSession | null) {
    this.#lent = session;
    this.#slot.show(session);
  }

  get view(): CallView {
    return (this.#view ??= this.#look());
  }

  /** Calls whom the scene is about. */
  place(type: CallType): void {
    const { voip } = this;
    const callee = this.#callee();
    if (voip === null) this.#outcome.tell('no-client', 'There is no Matrix client to call with');
    else if (callee === null) this.#outcome.tell('no-callee', 'There is nobody to call');
    else this.#attempt(() => this.#slot.show(voip.inviteToCall(callee.roomId, type, callee)));
  }

  perform(what: Request): void {
    this.#attempt(() =>
      perform(what, {
        call: this.#slot.call,
        sound: this.#sound,
        place: (type) => this.place(type),
        open: (overlay) => this.#open(overlay),
        dismiss: () => this.#dismiss(),
        silenced: () => {
          this.#silenced = true;
          this.#changed();
        },
        selectDevice: (slot, deviceId) => this.#selectDevice(slot, deviceId),
        pictureInPicture: () => this.#pictureInPicture.toggle(this.view, this.#video),
        fullScreen: () =>
          document.fullscreenElement === this.#host
            ? document.exitFullscreen()
            : this.#host.requestFullscreen(),
      }),
    );
  }

  hostConnected(): void {
    this.#changed();
  }

  /** Moved in the page it comes back within this turn, and nothing happens. */
  hostDisconnected(): void {
    setTimeout(() => {
      if (!this.#host.isConnected) this.#leave();
    });
  }

  hostUpdate(): void {
    const { homeserver, userId, deviceId, roomId, client, tokenProvider } = this.#host;
    const complete = homeserver !== '' && userId !== '' && deviceId !== '';
    if (this.#host.isConnected) {
      const account = complete ? { homeserver, userId, deviceId } : null;
      this.#link.set({ voip: this.#pageVoip, client, account, token: tokenProvider ?? this.#token, roomId });
    }
    this.#focus.note();
    this.#view = this.#look();
  }

  hostUpdated(): void {
    const { view } = this;
    const before = this.#viewBefore;
    this.#viewBefore = view;
    if (before?.scene !== view.scene) {
      if (before !== null) this.#setState(before.scene, false);
      this.#setState(view.scene, true);
    }
    this.#sound.follow(view.call, () => ({
      words: view.words,
      name: view.peer.name,
      line: incomingLine(view),
    }));
    this.#quality.follow(view.call);
    const overVideo = view.scene === 'video' || (view.isFullScreen && isLive(view.scene));
    this.#chrome.mayRecede =
      overVideo && view.overlay === null && bannerOf(view) === null && !view.soundBlocked;
    this.#keepFocus(before, view);
    const announcer = this.#part<FamedlyAnnouncer>('famedly-announcer');
    for (const { text, urgency } of announcements(before, view)) announcer?.announce(text, urgency);
    this.#pictureInPicture.update(view);
  }

  #look(): CallView {
    const { words, tag } = this.#language;
    const { failure, endedAt } = this.#outcome;
    return viewOf(
      {
        wishes: this.#host,
        status: this.#link.status,
        port: this.#link.port,
        call: this.#slot.call,
        missed: this.#slot.lastMissed,
        people: this.#people,
        unblocked: this.#unblocked,
      },
      {
        words,
        tag,
        failure,
        endedAt,
        weak: this.#quality.weak,
        videoPaused: this.#quality.videoPaused,
        soundBlocked: this.#sound.blocked,
        silenced: this.#silenced,
        overlay: this.#overlays.shown,
        toasts: this.#toasts,
        devices: this.#overlays.devices,
        statistics: this.#overlays.shown === 'statistics' ? this.#quality.statistics : null,
        speaker: this.#sound.speaker,
        pendingDevice: this.#pendingDevice,
        canPictureInPicture: canPictureInPicture(this.#video),
        isFullScreen: document.fullscreenElement === this.#host,
      },
    );
  }

  /** Whom one would call now: after a call, whoever it was with. */
  #callee(): (Callee & { readonly roomId: string }) | null {
    const { snapshot, missed } = this.view;
    if (snapshot !== null) return { roomId: snapshot.roomId, userId: snapshot.peer.userId };
    if (missed !== null) return missed;
    const { port } = this.#link;
    const { roomId, callee, calleeDevice } = this.#host;
    const target = port === null ? 'no-callee' : targetOf(port, roomId, callee);
    if (typeof target === 'string') return null;
    const device = calleeDevice === '' ? {} : { deviceId: calleeDevice };
    return { roomId: target.room.roomId, userId: target.userId, ...device };
  }

  #linkChanged(): void {
    const { status } = this.#link;
    if (status.is === 'failed' && status !== this.#statusTold && this.#slot.call === null) {
      this.#outcome.tell(status.code, 'The element has no Matrix side to call with');
    }
    this.#statusTold = status;
    this.#changed();
  }

  #slotEvents(): SlotEvents {
    return {
      changed: () => this.#changed(),
      shown: ({ snapshot }) => {
        this.#unblocked = false;
        this.#silenced = false;
        this.#outcome.shown(snapshot);
      },
      stateChanged: (snapshot, before) => {
        this.#outcome.stateChanged(snapshot, before);
        if (snapshot.state === 'ended') this.#perhapsClose();
      },
      missed: (missed) => this.#outcome.missed(missed),
      failed: (error) => this.#outcome.failed(error),
      recovered: (label) => this.#toast(this.view.words.nowUsing(label)),
    };
  }

  /** What belongs to a call that goes on ends with it. */
  #perhapsClose(): void {
    this.#pictureInPicture.close();
    void this.#overlays.open(null);
    if (document.fullscreenElement === this.#host) void document.exitFullscreen();
  }

  #dismiss(): void {
    if (this.view.scene === 'blocked') this.#unblocked = true;
    else this.#slot.dismiss();
    this.#changed();
  }

  async #open(overlay: Overlay | null): Promise<void> {
    if (overlay !== null) this.#focus.opened();
    await this.#overlays.open(overlay);
    if (overlay !== null) return;
    await this.#host.updateComplete;
    this.#focus.closed(() => this.#main());
  }

  async #selectDevice(slot: 'microphone' | 'camera' | 'speaker', deviceId: string): Promise<void> {
    this.#pendingDevice = slot;
    this.#changed();
    try {
      await (slot === 'speaker'
        ? this.#sound.setSpeaker(deviceId)
        : this.#slot.call?.selectDevice(slot, deviceId));
    } finally {
      this.#pendingDevice = null;
      this.#changed();
    }
  }

  #key(event: KeyboardEvent): void {
    const { snapshot, overlay } = this.view;
    const what = shortcut(event, snapshot, overlay);
    if (what === null) return;
    event.preventDefault();
    this.perform(what);
  }

  /** Nothing is thrown at the page: it is told, and so is the person. */
  #attempt(action: () => void | Promise<void>): void {
    const failed = (error: unknown): void => {
      const { code, message } = readError(error);
      if (code === 'cancelled') return;
      this.#outcome.tell(code, message);
      this.#toast(failureWords(this.view.words, error));
    };
    try {
      action()?.catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  #toast(text: string): void {
    this.#toasts = [...this.#toasts.slice(-3), { id: (this.#toasts.at(-1)?.id ?? 0) + 1, text }];
    this.#changed();
  }

  /** Gone from the page for good. */
  #leave(): void {
    const { call } = this.#slot;
    if (call !== null && this.#slot.busy && call !== this.#lent) {
      // What only rings goes on ringing on other devices.
      if (call.state === 'ringing') call.reject({ shouldEmit: false });
      else call.hangup();
    }
    this.#perhapsClose();
    this.#slot.show(null);
    this.#link.close();
    this.#sound.close();
    this.#people.close();
  }

  #keepFocus(before: CallView | null, view: CallView): void {
    if (view.scene === 'incoming' && before?.scene !== 'incoming') {
      const ringing = this.#part<FamedlyRinging>('famedly-ringing');
      if (ringing !== null)
        void ringing.updateComplete.then(() => this.#focus.toAnswer(() => ringing.focus()));
    }
    this.#focus.keep(() => this.#main());
    if (view.scene === 'ended' && before?.scene !== 'ended') this.#focus.giveBack();
  }

  /** What one is most likely to press next. */
  #main(): HTMLElement | null {
    return this.#part('famedly-card') ?? this.#part('famedly-controls') ?? this.#part('famedly-ringing');
  }

  #part<Part extends HTMLElement>(tag: string): Part | null {
    return this.#host.renderRoot?.querySelector<Part>(tag) ?? null;
  }

  get #video(): HTMLVideoElement | null {
    return this.#part<FamedlyTile>('.stage famedly-tile, .share > famedly-tile')?.video ?? null;
  }

  #setState(state: string, on: boolean): void {
    if (on) this.#states.add(state);
    else this.#states.delete(state);
  }

  #changed(): void {
    this.#host.requestUpdate();
  }
}
