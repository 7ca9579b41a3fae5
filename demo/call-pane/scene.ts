import type { CallSession, CallSnapshot } from 'famedly-calls';
import { avatar } from '../avatar.ts';
import { element, setText } from '../element.ts';
import { icon } from '../icons.ts';
import { phaseOf } from './phase.ts';

/** The pictures of a call: the other side's screen, its camera, and ours. They stay where they are in the document, so that none stops playing. */
export class Scene {
  readonly element = element('div', { class: 'scene' });
  readonly #share = video('share-video', true);
  readonly #remote = video('remote-video', false);
  readonly #self = video('self-video', true);
  readonly #remoteTile = element('div', { class: 'tile remote' });
  readonly #remotePlate = element('span', { class: 'plate' });
  readonly #selfTile = element('div', { class: 'tile self' });
  readonly #onChange: () => void;
  #face = '';
  #silent = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
    this.#remoteTile.append(element('span', { class: 'face' }), this.#remote, this.#remotePlate);
    this.#selfTile.append(this.#self, element('span', { class: 'plate' }, 'You'));
    const share = element('div', { class: 'share' }, this.#share);
    this.element.append(share, this.#remoteTile, this.#selfTile);
    for (const event of ['resize', 'loadeddata', 'emptied']) {
      this.#remote.addEventListener(event, onChange);
    }
    this.#share.addEventListener('resize', () => this.#fitShare());
  }

  /** The browser plays the other side's sound only after a click. */
  get isSilent(): boolean {
    return this.#silent;
  }

  playSound(): void {
    void this.#play(this.#remote);
  }

  show(session: CallSession | null, name: string): void {
    const snapshot = session?.snapshot ?? null;
    const goesOn = snapshot !== null && !['idle', 'ended'].includes(phaseOf(snapshot));
    this.#attach(this.#remote, goesOn ? (session?.remoteUserMediaStream ?? null) : null);
    this.#attach(this.#share, goesOn ? (session?.remoteScreenSharingStream ?? null) : null);
    const showsSelf = goesOn && snapshot.local.camera === 'on';
    this.#attach(this.#self, showsSelf ? (session?.localUserMediaStream ?? null) : null);
    this.#selfTile.hidden = !showsSelf;
    const held = snapshot?.localOnHold === true || snapshot?.remoteOnHold === true;
    const sharing = this.#share.srcObject !== null && !held;
    const picture = goesOn && this.#hasPicture(snapshot);
    const { classList } = this.element;
    classList.toggle('sharing', sharing);
    classList.toggle('picture', picture);
    classList.toggle('frozen', snapshot?.state === 'reconnecting');
    if (snapshot !== null) this.#describeRemote(snapshot, name);
  }

  #hasPicture({ remote, localOnHold, remoteOnHold }: CallSnapshot): boolean {
    const stream = this.#remote.srcObject;
    const has = stream instanceof MediaStream && stream.getVideoTracks().length > 0;
    return has && this.#remote.videoWidth > 0 && !remote.cameraMuted && !localOnHold && !remoteOnHold;
  }

  #describeRemote({ peer, remote }: CallSnapshot, name: string): void {
    const face = JSON.stringify([peer.userId, name]);
    if (face !== this.#face) {
      this.#face = face;
      this.#remoteTile.querySelector('.face')?.replaceChildren(avatar(peer.userId, name));
    }
    const muted = this.#remotePlate.querySelector('svg') !== null;
    const first = name.split(' ')[0] ?? name;
    if (muted !== remote.microphoneMuted) {
      const marks = remote.microphoneMuted ? [icon('mic-off', 'small'), element('span')] : [element('span')];
      this.#remotePlate.replaceChildren(...marks);
    }
    const words = this.#remotePlate.querySelector('span') ?? this.#remotePlate.appendChild(element('span'));
    setText(words, first);
    this.#remote.ariaLabel = `${name}’s camera`;
    this.#share.ariaLabel = `${name}’s screen`;
  }

  #attach(target: HTMLVideoElement, stream: MediaStream | null): void {
    if (target.srcObject === stream) return;
    target.srcObject = stream;
    if (stream === null) this.#silent &&= target !== this.#remote;
    else void this.#play(target);
  }

  async #play(target: HTMLVideoElement): Promise<void> {
    try {
      await target.play();
      if (target === this.#remote) this.#setSilent(false);
    } catch (error) {
      // Another stream took this one's place while it started: nothing is wrong.
      const refused = error instanceof DOMException && error.name === 'NotAllowedError';
      if (refused && target === this.#remote) this.#setSilent(true);
    }
  }

  #setSilent(silent: boolean): void {
    if (silent === this.#silent) return;
    this.#silent = silent;
    this.#onChange();
  }

  #fitShare(): void {
    const { videoWidth, videoHeight, parentElement } = this.#share;
    if (videoHeight > 0) parentElement?.style.setProperty('--_ratio', String(videoWidth / videoHeight));
  }
}

function video(name: string, muted: boolean): HTMLVideoElement {
  const made = element('video', { class: name, playsinline: true });
  made.muted = muted;
  return made;
}
