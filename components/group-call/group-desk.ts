import type { ReactiveController } from 'lit';
import type { GroupCallSession, VoIP } from '../../src/index.ts';
import { accountOf } from '../engine-link/account.ts';
import { CallLink } from '../engine-link/call-link.ts';
import type { ElementErrorCode } from '../engine-link/error-event.ts';
import { failureWords } from '../engine-link/failure-words.ts';
import { GroupSlot } from '../engine-link/group-slot.ts';
import { People } from '../engine-link/people.ts';
import type { ShownGroupCall } from '../engine-link/shown-group-call.ts';
import { groupLanguages, wholeGroupWords } from '../locales/group-language.ts';
import { Language } from '../locales/language.ts';
import { announce, forgetAnnouncements } from '../parts/announcer/announce.ts';
import type { Announcement } from '../parts/announcer/announce.ts';
import { takesText } from '../parts/focus/deep-focus.ts';
import { FocusKeeper } from '../parts/focus/focus-keeper.ts';
import { GroupRequestEvent } from '../parts/group-request.ts';
import { RequestEvent } from '../parts/request.ts';
import type { Request } from '../parts/request.ts';
import type { FamedlyGroupCall } from './famedly-group-call.ts';
import { GroupAsk } from './group-ask.ts';
import { GroupKeys } from './group-keys.ts';
import { GroupNews } from './group-news.ts';
import { GroupOutcome } from './group-outcome.ts';
import { GroupPanels } from './group-panels.ts';
import { isBefore, isIn } from './group-scene.ts';
import type { GroupScene } from './group-scene.ts';
import { GroupSound } from './group-sound.ts';
import type { GroupView } from './group-view.ts';
import { groupViewOf } from './group-view-of.ts';
import { groupWishesOf } from './group-wishes.ts';
import type { GroupWishes } from './group-wishes.ts';
import { Preview } from './preview.ts';
import { ShownReactions } from './shown-reactions.ts';
import { SpeakingPeople } from './speaking-people.ts';

/** What stands between `<famedly-group-call>` and its engine: keeps what is shown, and does what is asked for. */
export class GroupDesk implements ReactiveController {
  readonly host: FamedlyGroupCall;
  readonly sound: GroupSound;
  readonly news: GroupNews;
  readonly panels: GroupPanels;
  readonly preview = new Preview();
  readonly #focus: FocusKeeper;
  readonly #states: CustomStateSet;
  readonly #language: Language;
  readonly #people: People;
  readonly #slot: GroupSlot;
  readonly #link: CallLink;
  readonly #outcome: GroupOutcome;
  readonly #speaking: SpeakingPeople;
  readonly #reactions: ShownReactions;
  readonly #ask: GroupAsk;
  readonly #keys: GroupKeys;
  #token: string | null = null;
  #pageVoip: VoIP | null = null;
  /** The page's own call: it outlives the element. */
  #lent: ShownGroupCall | null = null;
  /** For what a call was sought last. */
  #sought: readonly unknown[] = [];
  #dismissed = false;
  #view: GroupView | null = null;
  #scene: GroupScene | null = null;
  #said: readonly Announcement[] = [];

  constructor(host: FamedlyGroupCall, internals: ElementInternals) {
    this.host = host;
    this.#states = internals.states;
    this.#focus = new FocusKeeper(host);
    this.#language = new Language(host, groupLanguages);
    this.#people = new People(this.changed);
    this.sound = new GroupSound(this.changed);
    this.#speaking = new SpeakingPeople(this.changed);
    this.#reactions = new ShownReactions(this.changed);
    this.news = new GroupNews(this.changed, (tone) => this.sound.play(tone));
    this.panels = new GroupPanels(this, this.#focus);
    this.#outcome = new GroupOutcome(host);
    this.#slot = new GroupSlot({
      changed: this.changed,
      snapshotChanged: (now, before) => {
        this.#outcome.follow(now, before);
        this.changed();
      },
      reaction: (reaction) => this.#reactions.show(reaction),
      failed: (error) => this.tell(error.code, error.message),
      recovered: (label) => this.news.tell(this.view.words.nowUsing(label)),
    });
    this.#link = new CallLink(this.#slot, this.changed);
    this.#ask = new GroupAsk(this);
    this.#keys = new GroupKeys(this);
    host.addController(this);
    for (const type of [RequestEvent.type, GroupRequestEvent.type] as const) {
      host.addEventListener(type, (event) => {
        event.stopPropagation();
        this.perform(event.request);
      });
    }
    host.addEventListener('keydown', (event) => {
      if (!takesText(event.composedPath()[0])) this.#keys.down(event);
    });
    host.addEventListener('keyup', (event) => this.#keys.up(event));
    host.addEventListener('focusout', () => this.#keys.release());
    host.addEventListener('fullscreenchange', this.changed);
  }

  readonly changed = (): void => this.host.requestUpdate();

  set token(token: string) {
    this.#token = token;
    this.changed();
  }

  get voip(): VoIP | null {
    return this.#pageVoip ?? this.#link.voip;
  }
  set voip(voip: VoIP | null | undefined) {
    this.#pageVoip = voip ?? null;
    this.changed();
  }

  get session(): GroupCallSession | null {
    return this.#slot.session as GroupCallSession | null;
  }
  set session(session: GroupCallSession | null | undefined) {
    this.#lent = session ?? null;
    this.#sought = [];
    this.#slot.follow(this.#lent);
  }

  get call(): ShownGroupCall | null {
    return this.#slot.session;
  }

  get root(): ShadowRoot {
    return this.host.renderRoot as ShadowRoot;
  }

  get view(): GroupView {
    return (this.#view ??= this.#look());
  }

  get wishes(): GroupWishes {
    return groupWishesOf(this.host);
  }

  perform(what: Request): void {
    this.attempt(() => this.#ask.perform(what));
  }

  /** Nothing is thrown at the page: it is told, and so is the person. */
  readonly attempt = (action: () => unknown): void => {
    const failed = (error: unknown): void => {
      const { code = 'unknown', message = '' } = error as { code?: ElementErrorCode; message?: string };
      // Taken back by the person, or shown in place of the lobby.
      if (code === 'cancelled' || code === 'ended') return;
      this.tell(code, message);
      if (code !== 'forbidden') this.news.tell(failureWords(this.view.words, error));
    };
    try {
      void Promise.resolve(action()).catch(failed);
    } catch (error) {
      failed(error);
    }
  };

  tell(code: ElementErrorCode, message: string): void {
    this.#outcome.tell(code, message);
  }

  /** Goes into the call, once more where we have been in it. */
  async join(): Promise<void> {
    const session = await this.#find();
    if (session === null) {
      this.tell('no-client', 'There is no call to join');
      return;
    }
    this.#dismissed = false;
    this.#slot.follow(session);
    const { microphone, camera } = this.preview.kept.choices;
    await session.enter({ microphone, camera });
  }

  dismiss(): void {
    this.#dismissed = true;
    this.#sought = [];
    this.changed();
  }

  hostConnected(): void {
    this.changed();
  }

  /** Moved in the page it comes back within this turn, and nothing happens. */
  hostDisconnected(): void {
    forgetAnnouncements(this.root);
    setTimeout(() => {
      if (!this.host.isConnected) this.#leave();
    });
  }

  hostUpdate(): void {
    const { client, tokenProvider, isConnected } = this.host;
    if (isConnected) {
      this.#link.set({
        voip: this.#pageVoip,
        client: client ?? null,
        account: accountOf(this.host),
        token: tokenProvider ?? this.#token,
        roomId: this.wishes.roomId,
      });
      this.#seek();
    }
    this.#focus.note();
    const seen = this.#look();
    const isOther = this.#scene !== seen.scene;
    if (isOther) this.#sceneChanged(seen.scene);
    this.#said = this.news.follow(seen);
    // What has just been told is shown with it.
    this.#view = isOther || this.#said.length > 0 ? this.#look() : seen;
  }

  hostUpdated(): void {
    const { view, call } = this;
    this.#outcome.status(this.#link.status);
    this.sound.follow(call);
    this.#speaking.follow(call);
    this.preview.follow(this);
    this.#ask.follow(view);
    for (const { text, urgency } of this.#said) announce(this.root, text, urgency);
    this.#focus.keep(() => this.main());
  }

  /** What one is most likely to press next. */
  main(): HTMLElement | null {
    return this.root.querySelector<HTMLElement>('famedly-card, famedly-lobby, famedly-controls');
  }

  #sceneChanged(scene: GroupScene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (before !== null) this.#states.delete(before);
    this.#states.add(scene);
    if (before === null || (isIn(before) === isIn(scene) && isBefore(before) === isBefore(scene))) return;
    this.#reactions.clear();
    this.panels.close();
  }

  /** Without asking anybody: the call that the room has, or could have. */
  #seek(): void {
    const { roomId, callId, lobby } = this.wishes;
    const { voip } = this.#link;
    if (this.#lent !== null || this.#slot.busy || voip === null) return;
    if (voip.port.room(roomId) === undefined) return;
    const wanted = [voip, roomId, callId];
    if (wanted.every((each, index) => each === this.#sought[index])) return;
    const isFirst = this.#sought[1] !== roomId;
    this.#sought = wanted;
    this.attempt(async () => {
      if (isFirst) this.#slot.follow(null);
      const session = await this.#find();
      if (this.#sought !== wanted || this.#slot.busy) return;
      this.#slot.follow(session);
      if (lobby === 'off' && isFirst) await this.join();
    });
  }

  async #find(): Promise<ShownGroupCall | null> {
    if (this.#lent !== null) return this.#lent;
    const { roomId, callId } = this.wishes;
    const { voip } = this.#link;
    if (voip?.port.room(roomId) === undefined) return null;
    return voip.fetchOrCreateGroupCall(roomId, callId === '' ? {} : { callId });
  }

  #look(): GroupView {
    return groupViewOf({
      wishes: this.wishes,
      status: this.#link.status,
      port: this.#link.port,
      call: this.call,
      people: this.#people,
      words: wholeGroupWords(this.#language.words),
      tag: this.#language.tag,
      sound: this.sound,
      speaking: this.#speaking.ids,
      reactions: this.#reactions.keys,
      panels: this.panels,
      toasts: this.news.toasts,
      dismissed: this.#dismissed,
      duration: this.#outcome.duration,
      isFullScreen: document.fullscreenElement === this.host,
    });
  }

  /** Gone from the page for good. */
  #leave(): void {
    const { call } = this;
    if (call !== null && call !== this.#lent) {
      if (this.#slot.busy) this.attempt(() => call.leave());
      else call.closePreview();
    }
    this.panels.close();
    this.#keys.release();
    this.#slot.follow(this.#lent);
    this.#sought = [];
    this.#link.close();
    this.sound.follow(null);
    this.#speaking.follow(null);
    this.#reactions.clear();
    this.preview.close();
    this.#people.close();
  }
}
