import { element } from './element.ts';
import { find } from './find.ts';
import type { DemoPerson } from './people.ts';
import type { PersonPlace } from './person-place.ts';
import { Person } from './person.ts';
import { addSwitches } from './switches.ts';

/** What a page with people starts: everybody, or in a window of its own one of them. */
export interface PageStart {
  readonly place: PersonPlace;
  readonly people: readonly DemoPerson[];
  readonly everybody: () => void;
}

export function startPage({ place, people, everybody }: PageStart): void {
  addSwitches(find('.page-head', HTMLElement));
  if (!isSecureContext) {
    const words = 'The browser allows calls on secure pages only: open this page by https or on localhost.';
    find('main', HTMLElement).replaceChildren(element('p', { class: 'note', role: 'alert' }, words));
    return;
  }
  const wanted = new URLSearchParams(location.search).get('person');
  const alone = people.find(({ id }) => id === wanted);
  if (alone === undefined) everybody();
  else void startAlone(new Person(alone, place), alone.name);
}

async function startAlone(person: Person, name: string): Promise<void> {
  document.title = `${name} · Famedly Calls`;
  document.documentElement.classList.add('alone');
  find('#people', HTMLElement).append(person.element);
  await person.take();
  await person.show(() => window.close());
}
