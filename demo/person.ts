import { connectMemory } from 'famedly-calls/memory';
import { callElement } from './call-element.ts';
import { element } from './element.ts';
import { eventLog } from './event-log.ts';
import { otherThan } from './people.ts';
import type { DemoPerson } from './people.ts';
import { personIfFree, takePerson, whenPersonIsFree } from './person-lock.ts';
import type { PersonLock } from './person-lock.ts';

/** One of the two people: their side of the calls, in this window or, as a word says, in another. */
export class Person {
  readonly element: HTMLElement;
  readonly #person: DemoPerson;
  readonly #side = element('div', { class: 'side' });
  readonly #ownWindow: HTMLButtonElement;

  constructor(person: DemoPerson) {
    this.#person = person;
    const id = `person-${person.id}`;
    this.#ownWindow = element('button', { type: 'button', class: 'word small quiet' }, 'Own window');
    this.#ownWindow.ariaLabel = `Open ${person.name} in a window of their own`;
    this.#ownWindow.addEventListener('click', () => this.#openWindow());
    const name = element('h2', { id, class: 'cut' }, person.name);
    const picture = element('img', { src: pictureOf(person), alt: '' });
    const caption = element('header', { class: 'caption' }, picture, name, this.#ownWindow);
    const attributes = { class: 'person', 'aria-labelledby': id };
    // The elements' events bubble.
    const log = eventLog(this.#side);
    this.element = element('section', attributes, caption, this.#side, log);
  }

  /** Shows the person here unless another window does; a window opened for them takes them. */
  async start(options: { readonly take: boolean; readonly onLost?: () => void }): Promise<never> {
    const { id } = this.#person;
    let lock = options.take ? await takePerson(id) : await personIfFree(id);
    for (;;) {
      lock ??= await this.#elsewhere();
      const leave = await this.#here().catch(() => this.#failed());
      await lock?.lost;
      leave();
      options.onLost?.();
      lock = null;
    }
  }

  async #here(): Promise<() => void> {
    const { userId, name } = this.#person;
    this.#ownWindow.hidden = false;
    this.#side.replaceChildren(element('p', { class: 'quiet' }, 'Connecting…'));
    const deviceId = `DEMO${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
    const avatar = await (await fetch(pictureOf(this.#person))).blob();
    const matrix = await connectMemory({ userId, deviceId, displayName: name, avatar });
    const callee = otherThan(this.#person).userId;
    const roomId = await matrix.ensureDirectRoom(callee);
    const call = callElement({ client: matrix, roomId, callee });
    this.#side.replaceChildren(call);
    return () => {
      // Ends a call that goes on while there is somebody to tell.
      call.voip?.dispose();
      call.remove();
      matrix.dispose();
    };
  }

  #failed(): () => void {
    const words = 'The homeserver in this browser did not start. Reload the page to try again.';
    this.#side.replaceChildren(element('p', { class: 'note', role: 'alert' }, words));
    return () => undefined;
  }

  /** Resolves when the other window closed, or when the person is brought here. */
  #elsewhere(): Promise<PersonLock | null> {
    const { id, name } = this.#person;
    this.#ownWindow.hidden = true;
    const bring = element('button', { type: 'button', class: 'word primary' }, 'Bring here');
    const words = element('p', {}, `${name.split(' ')[0] ?? name} is in another window.`);
    this.#side.replaceChildren(element('div', { class: 'note', role: 'status' }, words, bring));
    return new Promise((resolve, reject) => {
      const waiting = new AbortController();
      bring.addEventListener('click', () => {
        waiting.abort();
        takePerson(id).then(resolve, reject);
      });
      whenPersonIsFree(id, waiting.signal).then(resolve, () => undefined);
    });
  }

  #openWindow(): void {
    const { id, name } = this.#person;
    const opened = window.open(`?person=${id}`, `famedly-calls-${id}`, 'popup,width=420,height=760');
    if (opened !== null) return;
    const words = `The browser did not open a window for ${name}. Allow pop-ups for this page, then try again.`;
    this.#side.querySelector('.blocked')?.remove();
    this.#side.prepend(element('p', { class: 'blocked', role: 'alert' }, words));
  }
}

/** The people of the demo are drawn. */
function pictureOf({ id }: DemoPerson): string {
  return `pictures/${id}.svg`;
}
