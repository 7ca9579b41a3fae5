import { setText } from './element.ts';
import { find } from './find.ts';
import { groupPlace } from './group-place.ts';
import type { DemoPerson } from './people.ts';
import { Person } from './person.ts';
import { takeIfFree } from './window-lock.ts';

/** How many are there when the page opens. */
const AT_FIRST = 4;

/** Those of the cast who are on this page; they come and go by buttons. */
export class GroupPeople {
  readonly #cast: readonly DemoPerson[];
  readonly #list = find('#people', HTMLElement);
  readonly #add = find('#add', HTMLButtonElement);
  readonly #status = find('#status', HTMLElement);
  readonly #here = new Map<DemoPerson, Person>();

  constructor(cast: readonly DemoPerson[]) {
    this.#cast = cast;
    this.#add.addEventListener('click', () => void this.#addNext());
    find('#join', HTMLButtonElement).addEventListener('click', () => {
      const waiting = 'famedly-group-call:is(:state(lobby), :state(left))';
      for (const call of this.#list.querySelectorAll<HTMLElementTagNameMap['famedly-group-call']>(waiting)) {
        call.join();
      }
    });
  }

  /** The first tab shows four people, each that comes later one more. */
  async start(): Promise<void> {
    const first = await takeIfFree(`${groupPlace.name} first tab`);
    if (first === null) await this.#addNext();
    else {
      for (const each of this.#cast.slice(0, AT_FIRST)) {
        const person = this.#personOf(each);
        this.#enter(each, person);
        void person.claim().then(() => person.show());
      }
    }
    this.#say();
  }

  async #addNext(): Promise<void> {
    this.#add.disabled = true;
    const isFree = await this.#addIfFree(this.#cast.filter((each) => !this.#here.has(each)));
    this.#say(isFree ? '' : 'Everybody else is in another window.');
  }

  /** The first of them whom no window shows. */
  async #addIfFree(people: readonly DemoPerson[]): Promise<boolean> {
    for (const each of people) {
      const person = this.#personOf(each);
      if (!(await person.claim())) continue;
      this.#enter(each, person);
      void person.show();
      return true;
    }
    return false;
  }

  #personOf(each: DemoPerson): Person {
    return new Person(each, groupPlace, () => {
      this.#here.delete(each);
      this.#say();
      this.#add.focus();
    });
  }

  #enter(each: DemoPerson, person: Person): void {
    this.#here.set(each, person);
    this.#list.append(person.element);
  }

  #say(words = ''): void {
    const isFull = this.#here.size === this.#cast.length;
    this.#add.disabled = isFull;
    setText(this.#status, isFull ? `All ${this.#cast.length} are here.` : words);
  }
}
