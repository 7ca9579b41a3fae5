import { connectMemory } from 'famedly-calls/memory';
import { element } from './element.ts';
import { eventLog } from './event-log.ts';
import type { DemoPerson } from './people.ts';
import type { PersonPlace } from './person-place.ts';
import { take, takeIfFree, takeWhenFree } from './window-lock.ts';
import type { WindowLock } from './window-lock.ts';

/** One of the people: their side of the calls, in this window or, as a word says, in another. */
export class Person {
  readonly element: HTMLElement;
  readonly #person: DemoPerson;
  readonly #place: PersonPlace;
  readonly #side = element('div', { class: 'side' });
  readonly #ownWindow: HTMLButtonElement;
  readonly #gone = new AbortController();
  #lock: WindowLock | null = null;

  /** Who may be removed tells it with `onRemove`. */
  constructor(person: DemoPerson, place: PersonPlace, onRemove?: () => void) {
    this.#person = person;
    this.#place = place;
    const id = `person-${person.id}`;
    const label = `Open ${person.name} in a window of their own`;
    this.#ownWindow = captionButton('own-window', label, element('span', {}, 'Own window'));
    this.#ownWindow.addEventListener('click', () => this.#openWindow());
    const name = element('h2', { id, class: 'cut' }, person.name);
    const picture = element('img', { src: pictureOf(person), alt: '' });
    const caption = element('header', { class: 'caption' }, picture, name, this.#ownWindow);
    if (onRemove !== undefined) caption.append(this.#removeButton(onRemove));
    const attributes = { class: 'person', 'aria-labelledby': id };
    // The elements' events bubble.
    const log = eventLog(this.#side, place.events);
    this.element = element('section', attributes, caption, this.#side, log);
  }

  /** Whether no other window shows the person; from then on they are this one's. */
  async claim(): Promise<boolean> {
    this.#lock = await takeIfFree(this.#name);
    return this.#lock !== null;
  }

  /** Brings the person here from whichever window has them. */
  async take(): Promise<void> {
    this.#lock = await take(this.#name);
  }

  /** Shows the person, or says where they are, until they are removed. `onLost` hears when another window has taken them. */
  async show(onLost?: () => void): Promise<void> {
    const { signal } = this.#gone;
    for (;;) {
      const lock = this.#lock ?? (await this.#elsewhere());
      this.#lock = lock;
      // Brought here too late.
      if (signal.aborted) lock?.giveBack();
      else await this.#stay(lock);
      if (signal.aborted) break;
      this.#lock = null;
      onLost?.();
    }
    this.element.remove();
  }

  async #stay(lock: WindowLock | null): Promise<void> {
    const leave = await this.#here().catch(() => this.#failed());
    await lock?.lost;
    await leave();
  }

  #removeButton(onRemove: () => void): HTMLButtonElement {
    const button = captionButton('remove', `Remove ${this.#person.name}`);
    button.addEventListener('click', () => {
      this.element.hidden = true;
      this.#gone.abort();
      this.#lock?.giveBack();
      onRemove();
    });
    return button;
  }

  get #name(): string {
    return `${this.#place.name} ${this.#person.id}`;
  }

  /** Resolves with what is to be done before they are elsewhere. */
  async #here(): Promise<() => Promise<void>> {
    const { userId, name } = this.#person;
    this.#ownWindow.hidden = false;
    this.#side.replaceChildren(element('p', { class: 'quiet' }, 'Connecting…'));
    const deviceId = `DEMO${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
    const avatar = await (await fetch(pictureOf(this.#person))).blob();
    const matrix = await connectMemory({ userId, deviceId, displayName: name, avatar });
    const call = await this.#place.show(matrix, this.#person);
    this.#side.replaceChildren(call.element);
    return async () => {
      await call.leave();
      call.element.remove();
      matrix.dispose();
    };
  }

  #failed(): () => Promise<void> {
    const words = 'The homeserver in this browser did not start. Reload the page to try again.';
    this.#side.replaceChildren(element('p', { class: 'note', role: 'alert' }, words));
    return () => Promise.resolve();
  }

  /** Resolves when the other window closed, or when the person is brought here; with `null` when they are removed. */
  #elsewhere(): Promise<WindowLock | null> {
    const { name } = this.#person;
    this.#ownWindow.hidden = true;
    const bring = element('button', { type: 'button', class: 'word primary' }, 'Bring here');
    const words = element('p', {}, `${name.split(' ')[0] ?? name} is in another window.`);
    this.#side.replaceChildren(element('div', { class: 'note', role: 'status' }, words, bring));
    return new Promise((resolve, reject) => {
      const waiting = new AbortController();
      bring.addEventListener('click', () => {
        waiting.abort();
        take(this.#name).then(resolve, reject);
      });
      const gone = this.#gone.signal;
      gone.addEventListener('abort', () => resolve(null));
      takeWhenFree(this.#name, AbortSignal.any([waiting.signal, gone])).then(resolve, () => undefined);
    });
  }

  #openWindow(): void {
    const { id, name } = this.#person;
    const opened = window.open(`?person=${id}`, `famedly-calls ${this.#name}`, 'popup,width=420,height=760');
    if (opened !== null) return;
    const words = `The browser did not open a window for ${name}. Allow pop-ups for this page, then try again.`;
    this.#side.querySelector('.blocked')?.remove();
    this.#side.prepend(element('p', { class: 'blocked', role: 'alert' }, words));
  }
}

function captionButton(picture: string, label: string, ...words: HTMLElement[]): HTMLButtonElement {
  const attributes = { type: 'button', class: `word small quiet drawn ${picture}`, title: label };
  const button = element('button', attributes, ...words);
  button.ariaLabel = label;
  return button;
}

/** The people of the demo are drawn. */
function pictureOf({ id }: DemoPerson): string {
  return `pictures/${id}.svg`;
}
