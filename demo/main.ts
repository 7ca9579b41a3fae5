import { startHomeserver } from './homeserver-form.ts';
import { anna, ben } from './people.ts';
import { Person } from './person.ts';
import { startThemeSwitch } from './theme-switch.ts';

function find<Found extends HTMLElement>(selector: string, type: new () => Found): Found {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}`);
  return found;
}

startThemeSwitch(find('#theme', HTMLFormElement));

const wanted = new URLSearchParams(location.search).get('person');
const alone = [anna, ben].find(({ id }) => id === wanted);

if (alone === undefined) {
  for (const person of [anna, ben].map((each) => new Person(each))) {
    find('#people', HTMLElement).append(person.element);
    void person.start({ take: false });
  }
  startHomeserver(find('#homeserver', HTMLElement));
} else {
  document.title = `${alone.name} · Famedly Calls`;
  document.documentElement.classList.add('alone');
  const person = new Person(alone);
  find('#people', HTMLElement).append(person.element);
  void person.start({ take: true, onLost: () => window.close() });
}
