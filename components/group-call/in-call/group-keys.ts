import { shortcut } from '../../parts/shortcuts.ts';
import { isBefore, isIn } from '../group-scene.ts';
import type { GroupInCall } from './group-in-call.ts';
import { TalkKey } from './talk-key.ts';

/** What keys do while focus is in the element. */
export class GroupKeys {
  readonly #inCall: GroupInCall;
  readonly #talk: TalkKey;

  constructor(inCall: GroupInCall) {
    this.#inCall = inCall;
    this.#talk = new TalkKey((on) => inCall.desk.perform({ do: 'mute-microphone', muted: !on }));
  }

  down(event: KeyboardEvent): void {
    const { scene, snapshot } = this.#inCall.view;
    const target = event.composedPath()[0];
    const onButton = target instanceof HTMLElement && target.matches('button, input, select, a');
    const isSilent = snapshot?.local.microphone !== 'on';
    if (isIn(scene) && (isSilent || this.#talk.talks)) this.#talk.down(event, onButton);
    this.shortcut(event);
  }

  shortcut(event: KeyboardEvent): void {
    const { scene, snapshot, overlay } = this.#inCall.view;
    const inCall = isIn(scene);
    const keys =
      snapshot !== null && (inCall || isBefore(scene)) ? { local: snapshot.local, canShare: inCall } : null;
    const what = shortcut(event, keys, overlay) ?? this.#ownShortcut(event);
    if (what === null) return;
    event.preventDefault();
    this.#inCall.desk.perform(what);
  }

  up(event: KeyboardEvent): void {
    this.#talk.up(event);
  }

  release(): void {
    this.#talk.release();
  }

  #ownShortcut(event: KeyboardEvent) {
    const { scene, handRaised, peopleShown } = this.#inCall.view;
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return null;
    if (event.key === 'Escape' && peopleShown) return { do: 'show-people', on: false } as const;
    const isHand = event.key.toLowerCase() === 'h' && isIn(scene);
    return isHand ? ({ do: 'raise-hand', on: !handRaised } as const) : null;
  }
}
