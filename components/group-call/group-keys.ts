import { shortcut } from '../parts/shortcuts.ts';
import type { GroupDesk } from './group-desk.ts';
import { isBefore, isIn } from './group-scene.ts';
import { TalkKey } from './talk-key.ts';

/** What keys do while focus is in the element. */
export class GroupKeys {
  readonly #desk: GroupDesk;
  readonly #talk: TalkKey;

  constructor(desk: GroupDesk) {
    this.#desk = desk;
    this.#talk = new TalkKey((on) => desk.perform({ do: 'mute-microphone', muted: !on }));
  }

  down(event: KeyboardEvent): void {
    const { view } = this.#desk;
    const { scene, snapshot, opened } = view;
    const inCall = isIn(scene);
    const target = event.composedPath()[0];
    const onButton = target instanceof HTMLElement && target.matches('button, input, select, a');
    if (inCall && snapshot?.local.microphone !== 'on') this.#talk.down(event, onButton);
    const keys =
      snapshot !== null && (inCall || isBefore(scene)) ? { local: snapshot.local, canShare: inCall } : null;
    const what = shortcut(event, keys, opened.overlay) ?? this.#ownShortcut(event);
    if (what === null) return;
    event.preventDefault();
    this.#desk.perform(what);
  }

  up(event: KeyboardEvent): void {
    this.#talk.up(event);
  }

  release(): void {
    this.#talk.release();
  }

  #ownShortcut(event: KeyboardEvent) {
    const { scene, handRaised, opened } = this.#desk.view;
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return null;
    if (event.key === 'Escape' && opened.people) return { do: 'show-people', on: false } as const;
    const isHand = event.key.toLowerCase() === 'h' && isIn(scene);
    return isHand ? ({ do: 'raise-hand', on: !handRaised } as const) : null;
  }
}
