import type { CallState, MissedCall } from '../../../src/index.ts';
import { SpeakerChoice } from '../../engine-link/speaker-choice.ts';
import type { Person } from '../../engine-link/people.ts';
import { canPictureInPicture } from '../../parts/picture-in-picture/can-picture-in-picture.ts';
import { FamedlyBanner } from '../../parts/banner/banner.ts';
import { FamedlyCard } from '../../parts/card/card.ts';
import { FamedlyDuration } from '../../parts/duration/duration.ts';
import { FamedlyCallHeader } from '../../parts/header/header.ts';
import type { Overlay, Request } from '../../parts/request.ts';
import { showSeldomControls } from '../../parts/controls/seldom-controls.ts';
import { ringingStyles } from '../../parts/ringing/ringing.styles.ts';
import { voiceStyles } from '../../parts/ringing/voice.styles.ts';
import type { FamedlyTile } from '../../parts/tile/tile.ts';
import { extend } from '../../theme/extend.ts';
import { FamedlyToasts } from '../../parts/toasts/toasts.ts';
import type { Toast } from '../../parts/toasts/toasts.ts';
import { wholeWords } from '../../locales/whole-words.ts';
import { inCallTokens } from '../../theme/in-call-tokens.styles.ts';
import { onMediaStyles } from '../../theme/on-media.styles.ts';
import { register } from '../../register.ts';
import type { Desk } from '../desk.ts';
import type { CallView } from '../call-view.ts';
import { isLive } from '../scene.ts';
import { announcements } from './announcement.ts';
import type { Announcement } from '../../parts/announcer/announce.ts';
import { bannerOf } from './banner-of.ts';
import { CallQuality } from './call-quality.ts';
import { failureWords } from '../../engine-link/failure-words.ts';
import type { InCallView } from './in-call-view.ts';
import { inCallStyles } from './in-call.styles.ts';
import { OverlayDesk } from '../../engine-link/overlay-desk.ts';
import { performInCall } from './perform-in-call.ts';
import { PictureInPictureDesk } from '../../parts/picture-in-picture/picture-in-picture-desk.ts';
import { RecedingChrome } from './receding-chrome.ts';
import { renderInCall } from './render-in-call.ts';
import type { InCallParts } from './render-in-call.ts';
import { shortcut } from '../../parts/shortcuts.ts';
import { VoiceRing } from './voice-ring.ts';
import { windowContentOf } from './window-content-of.ts';

/**
 * What an element needs once its call is connected, is over, or cannot be: fetched then, so that what rings and connects comes
 * quickly.
 */
export class InCall {
  readonly #desk: Desk;
  readonly #overlays: OverlayDesk;
  readonly #quality: CallQuality;
  readonly #pictureInPicture: PictureInPictureDesk;
  readonly #chrome: RecedingChrome;
  readonly #speaker: SpeakerChoice;
  readonly #voiceRing = new VoiceRing();
  #toasts: readonly Toast[] = [];
  #pendingDevice: InCallView['pendingDevice'] = null;
  #before: InCallView | null = null;

  constructor(desk: Desk) {
    register({
      'famedly-banner': FamedlyBanner,
      'famedly-card': FamedlyCard,
      'famedly-duration': FamedlyDuration,
      'famedly-call-header': FamedlyCallHeader,
      'famedly-toasts': FamedlyToasts,
    });
    this.#desk = desk;
    const { host } = desk;
    const changed = (): void => desk.changed();
    this.#overlays = new OverlayDesk(desk);
    this.#quality = new CallQuality(changed, () => this.#overlays.shown === 'statistics');
    this.#pictureInPicture = new PictureInPictureDesk((what) => desk.perform(what));
    this.#speaker = new SpeakerChoice(desk.sound.remote);
    this.#chrome = new RecedingChrome(host, (receded) => desk.setState('receded', receded));
    host.addEventListener('fullscreenchange', changed);
    extend(ringingStyles, voiceStyles);
    showSeldomControls();
    const { adoptedStyleSheets } = desk.root;
    // High contrast, which may have come before, has the last word on colours.
    if (inCallTokens.styleSheet) adoptedStyleSheets.unshift(inCallTokens.styleSheet);
    for (const { styleSheet } of [onMediaStyles, inCallStyles]) {
      if (styleSheet) adoptedStyleSheets.push(styleSheet);
    }
  }

  get overlay(): Overlay | null {
    return this.#overlays.shown;
  }

  /** The other side's video stands still because the connection is weak. */
  get videoPaused(): boolean {
    return this.#quality.videoPaused;
  }

  /** Where in the frame each belongs. */
  render(view: CallView): InCallParts {
    return renderInCall(this.#look(view));
  }

  /** After each rendering; answers what there is to announce. */
  follow(view: CallView): readonly Announcement[] {
    this.#quality.follow(view.call);
    const ringing = view.scene === 'voice' ? this.#desk.root.querySelector('famedly-ringing') : null;
    this.#voiceRing.follow(view.call, ringing);
    const now = this.#look(view);
    const before = this.#before;
    this.#before = now;
    const overVideo = view.scene === 'video' || (now.isFullScreen && isLive(view.scene));
    this.#chrome.mayRecede =
      overVideo && view.overlay === null && bannerOf(now) === null && !view.soundBlocked;
    this.#pictureInPicture.update(windowContentOf(now));
    return announcements(before, now);
  }

  perform(what: Request): void | Promise<void> {
    const { call, host, sound } = this.#desk;
    return performInCall(what, {
      call,
      sound,
      open: (overlay) => this.#overlays.open(overlay),
      selectDevice: (slot, deviceId) => this.#selectDevice(slot, deviceId),
      pictureInPicture: () => {
        const view = this.#look(this.#desk.view);
        return this.#pictureInPicture.toggle(windowContentOf(view), view.words, this.#video);
      },
      fullScreen: () =>
        document.fullscreenElement === host ? document.exitFullscreen() : host.requestFullscreen(),
    });
  }

  /** What belongs to a call that goes on ends with it. */
  close(): void {
    this.#pictureInPicture.close();
    void this.#overlays.show(null);
    if (document.fullscreenElement === this.#desk.host) void document.exitFullscreen();
  }

  /** Says what went wrong with something that was asked for. */
  failed(error: unknown): void {
    this.toast(failureWords(wholeWords(this.#desk.view.words), error));
  }

  /** Another device took over, or one came back. */
  recovered(label: string): void {
    this.toast(wholeWords(this.#desk.view.words).nowUsing(label));
  }

  /** Somebody else called meanwhile. */
  missed({ type }: MissedCall, { name }: Person): void {
    const { missedVideoCall, missedVoiceCall } = wholeWords(this.#desk.view.words);
    this.toast(`${type === 'video' ? missedVideoCall : missedVoiceCall} · ${name}`);
  }

  toast(text: string): void {
    this.#toasts = [...this.#toasts.slice(-3), { id: (this.#toasts.at(-1)?.id ?? 0) + 1, text }];
    this.#desk.changed();
  }

  #look(view: CallView): InCallView {
    return {
      ...view,
      words: wholeWords(view.words),
      weak: this.#quality.weak,
      toasts: this.#toasts,
      devices: this.#overlays.devices,
      statistics: view.overlay === 'statistics' ? this.#quality.statistics : null,
      speaker: this.#desk.sound.remote.speaker,
      pendingDevice: this.#pendingDevice,
      canPictureInPicture: canPictureInPicture(this.#video),
      isFullScreen: document.fullscreenElement === this.#desk.host,
    };
  }

  async #selectDevice(slot: 'microphone' | 'camera' | 'speaker', deviceId: string): Promise<void> {
    const { call, changed } = this.#desk;
    this.#pendingDevice = slot;
    changed();
    try {
      await (slot === 'speaker' ? this.#speaker.choose(deviceId) : call?.selectDevice(slot, deviceId));
    } finally {
      this.#pendingDevice = null;
      changed();
    }
  }

  /** A key that was pressed while focus is in the element. */
  key(event: KeyboardEvent): void {
    const { snapshot, overlay } = this.#desk.view;
    const live = snapshot !== null && !WITHOUT_KEYS.has(snapshot.state);
    const keys = live ? { local: snapshot.local, canShare: snapshot.connectedAt !== null } : null;
    const what = shortcut(event, keys, overlay);
    if (what === null) return;
    event.preventDefault();
    this.#desk.perform(what);
  }

  get #video(): HTMLVideoElement | null {
    return (
      this.#desk.root.querySelector<FamedlyTile>('.stage famedly-tile, .screen famedly-tile')?.video ?? null
    );
  }
}

/** States of a call in which there is nothing to switch. */
const WITHOUT_KEYS: ReadonlySet<CallState> = new Set<CallState>(['ended', 'ringing']);
