import type { Hearing } from '../engine-link/heard-people.ts';
import { PictureInPictureDesk } from '../parts/picture-in-picture/picture-in-picture-desk.ts';
import type { Request } from '../parts/request.ts';
import { link } from '../parts/icon/group-icons.ts';
import type { GroupDesk } from './group-desk.ts';
import { isBefore, isIn } from './group-scene.ts';
import type { GroupView } from './group-view.ts';
import { mainTileOf, windowContentOf } from './window-content-of.ts';

/** What a raised hand is to the others. */
const HAND = '🖐️';

/** Does what a person asked for in a group call. Throws or rejects with the engine's errors. */
export class GroupAsk {
  readonly #desk: GroupDesk;
  readonly #pictureInPicture: PictureInPictureDesk;

  constructor(desk: GroupDesk) {
    this.#desk = desk;
    this.#pictureInPicture = new PictureInPictureDesk((what) => desk.perform(what));
  }

  /** After each rendering: what is small over other windows follows. */
  follow(view: GroupView): void {
    if (isIn(view.scene)) this.#pictureInPicture.update(windowContentOf(view));
    else this.#pictureInPicture.close();
  }

  perform(what: Request): unknown {
    const { call, panels, sound } = this.#desk;
    switch (what.do) {
      case 'join':
        return this.#desk.join();
      case 'dismiss': {
        this.#desk.dismiss();
        return;
      }
      case 'hangup':
        return call?.leave();
      case 'mute-microphone':
      case 'mute-camera':
        return this.#mute(what.do === 'mute-camera' ? 'camera' : 'microphone', what.muted);
      case 'share-screen':
        return call?.setScreensharingEnabled(what.on);
      case 'select-device':
        return panels.selectDevice(what.slot, what.deviceId);
      case 'open':
        return panels.open(what.overlay);
      case 'picture-in-picture':
        return this.#togglePictureInPicture();
      case 'full-screen':
        return this.#fullScreen();
      case 'allow-sound':
        return sound.remote.allow();
      case 'retry':
        return this.#retry();
      default:
        return this.#performForGroup(what);
    }
  }

  #performForGroup(what: Request): unknown {
    const { call, panels } = this.#desk;
    switch (what.do) {
      case 'pin': {
        panels.pin(what.tile, what.on);
        return;
      }
      case 'lay-out': {
        panels.layOut(what.layout);
        return;
      }
      case 'show-people': {
        panels.showPeople(what.on);
        return;
      }
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

  #mute(slot: 'microphone' | 'camera', muted: boolean): Promise<void> | undefined {
    const { call, preview, view } = this.#desk;
    if (isBefore(view.scene)) preview.kept.set({ [slot]: !muted });
    return slot === 'camera' ? call?.setLocalVideoMuted(muted) : call?.setMicrophoneMuted(muted);
  }

  async #retry(): Promise<void> {
    const { call } = this.#desk;
    const { microphone, camera } = call?.snapshot.local ?? {};
    await Promise.all([
      microphone === 'failed' ? call?.setMicrophoneMuted(false) : undefined,
      camera === 'failed' ? call?.setLocalVideoMuted(false) : undefined,
    ]);
  }

  async #raiseHand(on: boolean): Promise<void> {
    const { call } = this.#desk;
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
    const { call, panels, news, view } = this.#desk;
    void panels.open(null);
    const sent = await call?.sendReactionEvent(key, { ephemeral: true });
    if (sent === null) news.tell(view.words.tooManyReactions);
  }

  #hear(participant: string, changes: Partial<Hearing>): void {
    const { call, sound, changed } = this.#desk;
    const person = call?.snapshot.participants.find(({ id }) => id === participant);
    if (person === undefined) return;
    sound.heard.set(person.userId, changes);
    changed();
  }

  async #copyLink(): Promise<void> {
    const { news, view, wishes } = this.#desk;
    const { linkCopied, linkNotCopied } = view.words;
    try {
      await navigator.clipboard.writeText(wishes.inviteLink === '' ? location.href : wishes.inviteLink);
      news.tell(linkCopied, link);
    } catch {
      news.tell(linkNotCopied);
    }
  }

  async #allowEverybody(): Promise<void> {
    await this.#desk.call?.allowEverybody();
    await this.#desk.join();
  }

  #togglePictureInPicture(): Promise<void> {
    const { view, root } = this.#desk;
    const id = mainTileOf(view)?.id;
    const tiles = root.querySelector('famedly-grid')?.renderRoot.querySelectorAll('famedly-group-tile') ?? [];
    const shown = [...tiles].find(({ tile }) => tile.id === id);
    const video = shown?.renderRoot.querySelector('famedly-tile')?.video ?? null;
    return this.#pictureInPicture.toggle(windowContentOf(view), view.words, video);
  }

  #fullScreen(): Promise<void> {
    const { host } = this.#desk;
    return document.fullscreenElement === host ? document.exitFullscreen() : host.requestFullscreen();
  }
}
