import type { Hearing } from '../../engine-link/heard-people.ts';
import { PictureInPictureDesk } from '../../parts/picture-in-picture/picture-in-picture-desk.ts';
import type { SmallPicture } from '../../parts/picture-in-picture/picture-in-picture.ts';
import type { Request } from '../../parts/request.ts';
import { link } from '../../parts/icon/group-icons.ts';
import { isIn } from '../group-scene.ts';
import { ComingBack } from './coming-back.ts';
import type { GroupInCall } from './group-in-call.ts';
import type { GroupInCallView } from './group-in-call-view.ts';
import { mainTileOf, windowContentOf } from './window-content-of.ts';

/** What a raised hand is to the others. */
const HAND = '🖐️';

/** Does what a person asked for in a group call. Throws or rejects with the engine's errors. */
export class GroupAsk {
  readonly #inCall: GroupInCall;
  readonly #pictureInPicture: PictureInPictureDesk;
  readonly #comingBack: ComingBack;

  constructor(inCall: GroupInCall) {
    this.#inCall = inCall;
    this.#comingBack = new ComingBack(inCall.desk);
    this.#pictureInPicture = new PictureInPictureDesk(
      (what) => inCall.desk.perform(what),
      () => inCall.shownTiles.look(),
    );
  }

  /** What is seen over other windows. */
  get smallPicture(): SmallPicture | null {
    return this.#pictureInPicture.picture;
  }

  get comesBack(): boolean {
    return this.#comingBack.isUnderWay;
  }

  /** After each rendering: what is small over other windows follows. */
  follow(view: GroupInCallView): void {
    this.#comingBack.follow(view);
    if (isIn(view.scene)) this.#pictureInPicture.update(windowContentOf(view));
    else this.#pictureInPicture.close();
  }

  perform(what: Request): unknown {
    const { desk, panels } = this.#inCall;
    switch (what.do) {
      case 'dismiss': {
        this.#comingBack.toLobby();
        return;
      }
      case 'rejoin': {
        this.#comingBack.toCall();
        return;
      }
      case 'share-screen':
        return desk.call?.setScreensharingEnabled(what.on);
      case 'select-device':
        return this.#inCall.deviceChoice.select(what.slot, what.deviceId);
      case 'open':
        return panels.open(what.overlay);
      case 'picture-in-picture':
        return this.#togglePictureInPicture();
      case 'full-screen':
        return this.#fullScreen();
      case 'allow-sound':
        return desk.sound.remote.allow();
      case 'retry':
        return this.#retry();
      default:
        return this.#performForGroup(what);
    }
  }

  #performForGroup(what: Request): unknown {
    const { desk, panels } = this.#inCall;
    const { call } = desk;
    switch (what.do) {
      case 'pin': {
        panels.pin(what.tile, what.on);
        return;
      }
      case 'lay-out': {
        panels.layOut(what.layout);
        return;
      }
      case 'show-people':
        return panels.showPeople(what.on);
      case 'raise-hand':
        return this.#raiseHand(what.on);
      case 'react':
        return this.#react(what.key);
      case 'mute-for-me': {
        this.#hear(what.participant, { muted: what.muted });
        return;
      }
      case 'set-volume': {
        this.#hear(what.participant, { volume: what.volume });
        return;
      }
      case 'blur-background': {
        desk.preview.kept.set({ blur: what.on });
        return call?.setBackgroundBlur(what.on, document);
      }
      case 'save-data': {
        this.#inCall.dataSaving.set(what.on);
        return;
      }
      case 'reconnect':
        return call?.retry(what.participant);
      case 'ask-for-key':
        return call?.requestEncryptionKey(what.participant);
      case 'copy-invite-link':
        return this.#copyLink();
      case 'allow-everybody':
        return this.#allowEverybody();
      default:
        return undefined;
    }
  }

  async #retry(): Promise<void> {
    const { call } = this.#inCall.desk;
    const { microphone, camera } = call?.snapshot.local ?? {};
    await Promise.all([
      microphone === 'failed' ? call?.setMicrophoneMuted(false) : undefined,
      camera === 'failed' ? call?.setLocalVideoMuted(false) : undefined,
    ]);
  }

  async #raiseHand(on: boolean): Promise<void> {
    const { call } = this.#inCall.desk;
    if (call === null) return;
    if (on) {
      await call.sendReactionEvent(HAND, { ephemeral: false });
      return;
    }
    const { hands, localParticipantId } = call.snapshot;
    const own = hands.filter(({ participantId }) => participantId === localParticipantId);
    await Promise.all(own.map(({ eventId }) => call.removeReactionEvent(eventId)));
  }

  async #react(key: string): Promise<void> {
    const { desk, panels, news, view } = this.#inCall;
    void panels.open(null);
    const sent = await desk.call?.sendReactionEvent(key, { ephemeral: true });
    if (sent === null) news.tell(view.words.tooManyReactions);
  }

  #hear(participant: string, changes: Partial<Hearing>): void {
    const { call, sound, changed } = this.#inCall.desk;
    const person = call?.snapshot.participants.find(({ id }) => id === participant);
    if (person === undefined) return;
    sound.heard.set(person.userId, changes);
    changed();
  }

  async #copyLink(): Promise<void> {
    const { desk, news, view } = this.#inCall;
    const { inviteLink } = desk.wishes;
    const { linkCopied, linkNotCopied } = view.words;
    try {
      await navigator.clipboard.writeText(inviteLink === '' ? location.href : inviteLink);
      news.tell(linkCopied, link);
    } catch {
      news.tell(linkNotCopied);
    }
  }

  async #allowEverybody(): Promise<void> {
    const { desk } = this.#inCall;
    await desk.call?.allowEverybody();
    await desk.join();
  }

  #togglePictureInPicture(): Promise<void> {
    const { desk, view } = this.#inCall;
    const id = mainTileOf(view)?.id;
    const tiles =
      desk.root.querySelector('famedly-grid')?.renderRoot.querySelectorAll('famedly-group-tile') ?? [];
    const shown = [...tiles].find(({ tile }) => tile.id === id);
    const video = shown?.renderRoot.querySelector('famedly-tile')?.video ?? null;
    return this.#pictureInPicture.toggle(windowContentOf(view), view.words, video);
  }

  #fullScreen(): Promise<void> {
    const { host } = this.#inCall.desk;
    return document.fullscreenElement === host ? document.exitFullscreen() : host.requestFullscreen();
  }
}
