import type { ReactiveController } from 'lit';
import type { CallSession, CallType, VoIP } from '../../src/index.ts';
import { CallLink } from '../engine-link/call-link.ts';
import { CallSlot } from '../engine-link/call-slot.ts';
import type { SlotEvents } from '../engine-link/call-slot.ts';
import { People } from '../engine-link/people.ts';
import type { ShownCall } from '../engine-link/shown-call.ts';
import type { SourceStatus } from '../engine-link/source.ts';
import { Language } from '../locales/language.ts';
import { announce, forgetAnnouncements } from '../parts/announcer/announce.ts';
import type { Request } from '../parts/request.ts';
import { RequestEvent } from '../parts/request.ts';
import { afterPicture } from './after-picture.ts';
import { CallOutcome } from './call-outcome.ts';
import { CallSound } from './call-sound.ts';
import type { CallView } from './call-view.ts';
import type { Desk } from './desk.ts';
import { takesText } from '../parts/focus/deep-focus.ts';
import type { FamedlyCall } from './famedly-call.ts';
import { FocusKeeper } from '../parts/focus/focus-keeper.ts';
import type { InCall } from './in-call/in-call.ts';
import type { InCallParts } from './in-call/render-in-call.ts';
import { lateParts } from '../engine-link/late-parts.ts';
import type { LateParts } from '../engine-link/late-parts.ts';
import { perform } from './perform.ts';
import { incomingLine, ringingAnnouncement } from './ringing-of.ts';
import { isLive, needsInCall, needsPictures } from './scene.ts';
import { calleeOf } from './target.ts';
import { hasStarted, viewOf } from './view-of.ts';
import { accountOf } from '../engine-link/account.ts';
import { wishesOf } from './wishes.ts';
import type { Wishes } from './wishes.ts';

/** What stands between `<famedly-call>` and its engine: keeps what is shown, and does what is asked for. */
export class CallDesk implements Desk, ReactiveController {
  readonly host: FamedlyCall;
  readonly sound: CallSound;
  readonly #focus: FocusKeeper;
  /** Who answers goes from the ring to the picture where it comes at once: what is drawn in between would hold it up. */
  picture: Promise<void> | undefined;
  readonly #states: CustomStateSet;
  readonly #language: Language;
  readonly #outcome: CallOutcome;
  readonly #people: People;
  readonly #slot: CallSlot;
  readonly #link: CallLink;
  #inCall: InCall | null = null;
  readonly late: LateParts;
  readonly #fetchInCall: () => Promise<void>;
  readonly #fetchPictures: () => Promise<void>;
  #token: string | null = null;
  #pageVoip: VoIP | null = null;
  /** The page's own call: it outlives the element. */
  #lent: ShownCall | null = null;
  #statusTold: SourceStatus | null = null;
  #unblocked = false;
  #silenced = false;
  #view: CallView | null = null;
  #viewBefore: CallView | null = null;

  constructor(host: FamedlyCall, internals: ElementInternals) {
    this.host = host;
    this.sound = new CallSound(this.changed);
    this.#focus = new FocusKeeper(host);
    this.#states = internals.states;
    this.#language = new Language(host);
    this.#outcome = new CallOutcome(host);
    this.#people = new People(this.changed);
    this.#slot = new CallSlot(() => this.#wishes, this.#slotEvents());
    this.#link = new CallLink(this.#slot, () => this.#linkChanged());
    this.late = lateParts(host, () => this.#outcome.tell('not-loaded', 'A part of the script did not come'));
    this.#fetchInCall = this.late.part(async () => {
      const { InCall } = await import('./in-call/in-call.ts');
      this.#inCall = new InCall(this);
      this.changed();
    });
    this.#fetchPictures = this.late.part(async () => (await import('./pictures.ts')).definePictures());
    host.addController(this);
    host.addEventListener(RequestEvent.type, (event) => {
      event.stopPropagation();
      this.perform(event.request);
    });
    host.addEventListener('keydown', (event) => this.#key(event));
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

  get session(): CallSession | null {
    return this.#slot.call as CallSession | null;
  }
  set session(session: CallSession | null | undefined) {
    this.#lent = session ?? null;
    this.#slot.show(this.#lent);
  }

  get root(): ShadowRoot {
    return this.host.renderRoot as ShadowRoot;
  }

  get call(): ShownCall | null {
    return this.#slot.call;
  }

  get view(): CallView {
    return (this.#view ??= this.#look());
  }

  /** What is shown of a call in progress, once it is fetched. */
  get inCallParts(): InCallParts | null {
    return this.#inCall?.render(this.view) ?? null;
  }

  /** Calls whom the scene is about. */
  place(type: CallType): void {
    const { voip } = this;
    const callee = calleeOf(this.view, this.#link.port, this.#wishes);
    if (voip === null) this.#outcome.tell('no-client', 'There is no Matrix client to call with');
    else if (callee === null) this.#outcome.tell('no-callee', 'There is nobody to call');
    else this.#attempt(() => this.#slot.show(voip.inviteToCall(callee.roomId, type, callee)));
  }

  perform(what: Request): void {
    this.#attempt(() =>
      perform(what, {
        call: this.call,
        place: (type) => this.place(type),
        silence: () => {
          this.sound.silence();
          this.#silenced = true;
          this.changed();
        },
        dismiss: () => {
          if (this.view.scene === 'blocked') this.#unblocked = true;
          else this.#slot.dismiss();
          this.changed();
        },
        later: async () => {
          await this.#fetchInCall();
          await this.#inCall?.perform(what);
        },
      }),
    );
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
        roomId: this.#wishes.roomId,
      });
    }
    this.#focus.note();
    this.#view = this.#look();
  }

  hostUpdated(): void {
    const { view, call } = this;
    const { words, peer, scene } = view;
    const before = this.#viewBefore;
    this.#viewBefore = view;
    if (hasStarted(view.snapshot)) this.#unblocked = true;
    if (before?.scene !== scene) {
      if (before !== null) this.setState(before.scene, false);
      this.setState(scene, true);
      const video = scene === 'video' ? this.#part('famedly-tile')?.video : null;
      if (needsInCall(scene)) void afterPicture(video).then(this.#fetchInCall);
    }
    if (needsPictures(view.snapshot, scene)) void this.#fetchPictures();
    this.sound.follow(call, () => ({ words, name: peer.name, line: incomingLine(view) }));
    this.#keepFocus(before, view);
    this.#announce(before, view);
  }

  setState(state: string, on: boolean): void {
    if (on) this.#states.add(state);
    else this.#states.delete(state);
  }

  main(): HTMLElement | null {
    const primary = this.root.querySelector<HTMLElement>('.primary');
    const live = isLive(this.view.scene) ? this.#part('famedly-controls') : null;
    return this.#part('famedly-card') ?? live ?? primary ?? this.#part('famedly-ringing');
  }

  get #wishes(): Wishes {
    return wishesOf(this.host);
  }

  #look(): CallView {
    const { words, tag } = this.#language;
    return viewOf(
      {
        wishes: this.#wishes,
        status: this.#link.status,
        port: this.#link.port,
        call: this.call,
        missed: this.#slot.lastMissed,
        people: this.#people,
        unblocked: this.#unblocked,
        videoPaused: this.#inCall?.videoPaused ?? false,
      },
      {
        words,
        tag,
        failure: this.#outcome.failure,
        endedAt: this.#outcome.endedAt,
        soundBlocked: this.sound.remote.blocked,
        silenced: this.#silenced,
        overlay: this.#inCall?.overlay ?? null,
        lacks: this.late.lack,
      },
    );
  }

  #linkChanged(): void {
    const { status } = this.#link;
    if (status.is === 'failed' && status !== this.#statusTold && this.#slot.call === null) {
      this.#outcome.tell(status.code, 'The element has no Matrix side to call with');
    }
    this.#statusTold = status;
    this.changed();
  }

  #slotEvents(): SlotEvents {
    return {
      changed: () => this.changed(),
      shown: ({ snapshot }) => {
        this.#unblocked = false;
        this.#silenced = false;
        this.#outcome.shown(snapshot);
      },
      stateChanged: (snapshot, before) => {
        this.#outcome.stateChanged(snapshot, before);
        if (snapshot.state === 'create-answer') this.#answered();
        if (snapshot.state === 'ended') this.#inCall?.close();
      },
      missed: (missed) => {
        this.#outcome.missed(missed);
        if (this.#slot.busy)
          this.#inCall?.missed(missed, this.#people.of(this.#link.port, missed.roomId, missed.userId));
      },
      failed: (error) => this.#outcome.failed(error),
      recovered: (label) => this.#inCall?.recovered(label),
    };
  }

  #answered(): void {
    this.#part('famedly-ringing')
      ?.shadowRoot?.getAnimations()
      .forEach((animation) => animation.pause());
    this.picture = afterPicture(this.#part('famedly-tile')?.video);
  }

  /** Nothing is thrown at the page: it is told, and so is the person. */
  #attempt(action: () => void | Promise<void>): void {
    const failed = (error: unknown): void => {
      if (!this.#outcome.refused(error)) return;
      void this.#fetchInCall().then(() => this.#inCall?.failed(error));
    };
    // What throws at once rejects, too.
    new Promise((resolve) => resolve(action())).catch(failed);
  }

  /** Gone from the page for good. */
  #leave(): void {
    const { call } = this.#slot;
    if (call !== null && this.#slot.busy && call !== this.#lent) {
      // What only rings goes on ringing on other devices.
      if (call.state === 'ringing') call.reject({ shouldEmit: false });
      else call.hangup();
    }
    this.#inCall?.close();
    this.#slot.show(null);
    this.#link.close();
    this.sound.close();
    this.#people.close();
  }

  #key(event: KeyboardEvent): void {
    if (takesText(event.composedPath()[0])) return;
    if (this.#inCall !== null) this.#inCall.key(event);
    else if (this.#slot.busy) void this.#fetchInCall().then(() => this.#inCall?.key(event));
  }

  #keepFocus(before: CallView | null, view: CallView): void {
    if (view.scene === 'incoming' && before?.scene !== 'incoming') {
      const ringing = this.#part('famedly-ringing');
      if (ringing !== null)
        void ringing.updateComplete.then(() => this.#focus.toAnswer(() => ringing.focus()));
    }
    this.#focus.keep(() => this.main());
    if (view.scene === 'ended' && before?.scene !== 'ended') this.#focus.giveBack();
  }

  #announce(before: CallView | null, view: CallView): void {
    const said = [...(this.#inCall?.follow(view) ?? [])];
    const ringing = before?.scene === view.scene ? null : ringingAnnouncement(view);
    if (ringing !== null) said.push(ringing);
    for (const { text, urgency } of said) announce(this.root, text, urgency);
  }

  #part<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] | null {
    return this.root.querySelector(tag);
  }
}
