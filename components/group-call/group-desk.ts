import type { ReactiveController } from 'lit';
import type { GroupCallSession, VoIP } from '../../src/index.ts';
import { lateParts } from '../engine-link/late-parts.ts';
import type { LateParts } from '../engine-link/late-parts.ts';
import { accountOf } from '../engine-link/account.ts';
import { CallLink } from '../engine-link/call-link.ts';
import type { ElementErrorCode } from '../engine-link/error-event.ts';
import { GroupSlot } from '../engine-link/group-slot.ts';
import { People } from '../engine-link/people.ts';
import type { ShownGroupCall } from '../engine-link/shown-group-call.ts';
import { sameSource } from '../engine-link/source.ts';
import type { Source } from '../engine-link/source.ts';
import { groupLanguages, groupWordsOf } from '../locales/group-language.ts';
import { Language } from '../locales/language.ts';
import { announce, forgetAnnouncements } from '../parts/announcer/announce.ts';
import type { Announcement } from '../parts/announcer/announce.ts';
import { takesText } from '../parts/focus/deep-focus.ts';
import { FocusKeeper } from '../parts/focus/focus-keeper.ts';
import { GroupRequestEvent } from '../parts/group-request.ts';
import { RequestEvent } from '../parts/request.ts';
import type { Request } from '../parts/request.ts';
import { CallFinder } from './call-finder.ts';
import type { FamedlyGroupCall } from './famedly-group-call.ts';
import { GroupOutcome } from './group-outcome.ts';
import { isBefore, isIn } from './group-scene.ts';
import type { GroupScene } from './group-scene.ts';
import { GroupSound } from './group-sound.ts';
import type { GroupView } from './group-view.ts';
import { groupViewOf } from './group-view-of.ts';
import { groupWishesOf } from './group-wishes.ts';
import type { GroupWishes } from './group-wishes.ts';
import type { GroupInCall } from './in-call/group-in-call.ts';
import type { GroupInCallParts } from './in-call/render-in-call.ts';
import { Preview } from './preview.ts';
import type { JoinsWith } from './preview.ts';

/** ms after somebody is there: their picture comes first. */
const PICTURE_FIRST = 300;
/** ms for which nothing is in the way of those who connect. */
const PATIENCE = 3000;

/** What stands between `<famedly-group-call>` and its engine: keeps what is shown, and does what is asked for. */
export class GroupDesk implements ReactiveController {
  readonly host: FamedlyGroupCall;
  readonly sound: GroupSound;
  readonly preview: Preview;
  readonly #focus: FocusKeeper;
  readonly outcome: GroupOutcome;
  readonly #states: CustomStateSet;
  readonly #language: Language;
  readonly #people: People;
  readonly #slot: GroupSlot;
  readonly #link: CallLink;
  readonly #finder: CallFinder;
  readonly late: LateParts;
  readonly #fetchInCall: () => Promise<void>;
  #inCall: GroupInCall | null = null;
  #token: string | null = null;
  #pageVoip: VoIP | null = null;
  #source: Source | null = null;
  /** The person has seen that the call is over for them. */
  dismissed = false;
  #view: GroupView | null = null;
  #scene: GroupScene | null = null;
  #said: readonly Announcement[] = [];
  /** The first of a call in progress: what changes until all of it is there is told then. */
  #entered: GroupView | null = null;

  constructor(host: FamedlyGroupCall, internals: ElementInternals) {
    this.host = host;
    this.#states = internals.states;
    this.#focus = new FocusKeeper(host);
    this.#language = new Language(host, groupLanguages);
    this.#people = new People(this.changed);
    this.sound = new GroupSound(this.changed);
    this.preview = new Preview(this);
    this.outcome = new GroupOutcome(host);
    this.late = lateParts(host, () => this.tell('not-loaded', 'A part of the script did not come'));
    this.#fetchInCall = this.late.part(async () => {
      const { GroupInCall } = await import('./in-call/group-in-call.ts');
      this.#inCall = new GroupInCall(this, this.#entered);
      this.changed();
    });
    this.#slot = new GroupSlot({
      changed: this.changed,
      snapshotChanged: (now, before) => {
        this.outcome.follow(now, before);
        this.changed();
      },
      reaction: (reaction) => this.#later((inCall) => inCall.show(reaction)),
      failed: (error) => this.tell(error.code, error.message),
      recovered: (label) => this.#later((inCall) => inCall.recovered(label)),
    });
    this.#link = new CallLink(this.#slot, this.changed);
    this.#finder = new CallFinder(this, this.#slot, this.#link);
    host.addController(this);
    for (const type of [RequestEvent.type, GroupRequestEvent.type] as const) {
      host.addEventListener(type, (event) => {
        event.stopPropagation();
        this.perform(event.request);
      });
    }
    host.addEventListener('keydown', (event) => this.#key(event));
  }

  readonly changed = (): void => this.host.requestUpdate();
  readonly hostConnected = this.changed;

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
    return (this.#slot.session ?? this.#slot.lent) as GroupCallSession | null;
  }
  set session(session: GroupCallSession | null | undefined) {
    const lent = session ?? null;
    if (lent === this.#slot.lent) return;
    if (lent !== this.call) this.#finder.letGo();
    this.#slot.lent = lent;
    this.changed();
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

  /** What is shown of a call in progress, once it is fetched. */
  get inCallParts(): GroupInCallParts | null {
    return this.#inCall?.render(this.view) ?? null;
  }

  perform(what: Request): void {
    const { call, preview } = this;
    this.attempt(() => {
      switch (what.do) {
        case 'join':
          return this.join();
        case 'hangup':
          this.#finder.wish = {};
          return call?.leave();
        case 'mute-microphone':
          return preview.mute('microphone', what.muted);
        case 'mute-camera':
          return preview.mute('camera', what.muted);
        default:
          return this.#later((inCall) => inCall.perform(what));
      }
    });
  }

  /** Nothing is thrown at the page: it is told, and so is the person. */
  readonly attempt = (action: () => unknown): void => {
    const failed = (error: unknown): void => {
      const { code = 'unknown', message = '' } = error as { code?: ElementErrorCode; message?: string };
      if (code === 'cancelled') return;
      this.tell(code, message);
      if (code !== 'forbidden' && code !== 'unsupported') this.#later((inCall) => inCall.failed(error));
    };
    // What throws at once rejects, too.
    new Promise((resolve) => resolve(action())).catch(failed);
  };

  tell(code: ElementErrorCode, message: string): void {
    this.outcome.tell(code, message);
  }

  /** Goes into the call, once more where we have been in it. */
  async join(wanted: JoinsWith = this.preview.kept.choices): Promise<void> {
    // Else what is shown of another room would take it back.
    this.#finder.seek();
    const wish = (this.#finder.wish = {});
    const call = await this.#finder.find();
    if (call !== null) await this.preview.choose(call);
    if (wish !== this.#finder.wish) return;
    if (call === null) {
      this.tell('no-client', 'There is no call to join');
      return;
    }
    this.dismissed = false;
    this.#slot.follow(call);
    // We are in it, or another element of the page was quicker.
    if (call.state === 'entering' || call.state === 'entered') return;
    const entered = this.preview.enter(call, wanted);
    const isOver = call.state === 'left';
    await entered.catch((error: unknown) => {
      // We left meanwhile, or were taken out: that is shown.
      if (isOver || (error as { code?: string }).code !== 'ended') throw error;
    });
  }

  dismiss(): void {
    this.dismissed = true;
    this.#finder.forget();
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
      const source = {
        voip: this.#pageVoip,
        client: client ?? null,
        account: accountOf(this.host),
        token: tokenProvider ?? this.#token,
        roomId: this.wishes.roomId,
      };
      // The calls of the one before are over, and nobody has left them.
      if (!this.#slot.busy && !sameSource(this.#source ?? source, source)) this.#finder.letGo();
      this.#source = source;
      this.#link.set(source);
      this.#finder.seek();
    }
    this.#focus.note();
    this.#view = this.#look();
    // What has just happened is shown at once.
    this.#said = this.#inCall?.follow(this.#view) ?? [];
  }

  hostUpdated(): void {
    const { view, call } = this;
    if (this.#scene !== view.scene) this.#sceneChanged(view);
    if (this.#slot.lent === null) this.outcome.status(this.#link.status);
    this.sound.follow(call);
    this.preview.follow();
    for (const { text, urgency } of this.#said) announce(this.root, text, urgency);
    this.#fetchInTime(view);
    this.#focus.keep(() => this.main());
  }

  /** What one is most likely to press next. */
  main(): HTMLElement | null {
    return this.root.querySelector<HTMLElement>('famedly-card, famedly-lobby, famedly-controls');
  }

  /** At once, where it is there. */
  #later(action: (inCall: GroupInCall) => unknown): unknown {
    if (this.#inCall !== null) return action(this.#inCall);
    return this.#fetchInCall().then(() => this.#inCall && action(this.#inCall));
  }

  /** What a call in progress has more of comes when it is one, in nobody's way; what says that there is none, at once. */
  #fetchInTime({ scene, snapshot }: GroupView): void {
    if (isBefore(scene) || scene === 'loading' || this.#inCall !== null) return;
    const others = snapshot?.participants ?? [];
    const connects = others.length > 0 && others.every(({ connection }) => connection === 'connecting');
    if (!isIn(scene)) void this.#fetchInCall();
    else if (!connects) setTimeout(() => void this.#fetchInCall(), PICTURE_FIRST);
  }

  #sceneChanged(view: GroupView): void {
    const { scene, words } = view;
    const before = this.#scene;
    this.#scene = scene;
    if (before !== null) this.#states.delete(before);
    this.#states.add(scene);
    if (scene === 'entering') announce(this.root, words.joining, 'polite');
    if (before !== null && isIn(before) === isIn(scene) && isBefore(before) === isBefore(scene)) return;
    this.#inCall?.close();
    this.#entered = isIn(scene) ? view : null;
    if (isIn(scene)) setTimeout(() => void this.#fetchInCall(), PATIENCE);
  }

  #key(event: KeyboardEvent): void {
    if (takesText(event.composedPath()[0])) return;
    if (this.#inCall !== null) this.#inCall.key(event);
    // Keys that move the focus mean nothing to a call.
    else if (this.call !== null && event.key.length === 1) this.#later((inCall) => inCall.shortcut(event));
  }

  #look(): GroupView {
    return groupViewOf({
      wishes: this.wishes,
      status: this.#link.status,
      port: this.#link.port,
      call: this.call,
      lent: this.#slot.lent !== null,
      people: this.#people,
      words: groupWordsOf(this.#language.words),
      tag: this.#language.tag,
      devices: this.preview.devices,
      speaker: this.sound.remote.speaker,
      overlay: this.#inCall?.overlay ?? null,
      dismissed: this.dismissed,
      lacks: this.late.lack,
      arrange: this.#inCall?.arrange ?? null,
    });
  }

  /** Gone from the page for good. */
  #leave(): void {
    this.#inCall?.leave();
    this.#finder.letGo();
    this.#link.close();
    this.sound.follow(null);
    this.preview.close();
    this.#people.close();
  }
}
