import 'famedly-calls/define';
import { setLook } from './call-element.ts';
import { keepChoice } from './choice-kept.ts';
import { element } from './element.ts';
import { startHomeserver } from './homeserver-form.ts';
import { anna, ben } from './people.ts';
import { Person } from './person.ts';

function find<Found extends HTMLElement>(selector: string, type: new () => Found): Found {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}`);
  return found;
}

function start(): void {
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
}

keepChoice(find('#theme', HTMLFormElement), 'theme', (theme) => {
  document.documentElement.dataset['theme'] = theme;
  setLook({ contrast: theme === 'high-contrast' });
});
keepChoice(find('#language', HTMLFormElement), 'lang', (lang) => setLook({ lang }));
if (isSecureContext) {
  start();
} else {
  const words = 'The browser allows calls on secure pages only: open this page by https or on localhost.';
  find('main', HTMLElement).replaceChildren(element('p', { class: 'note', role: 'alert' }, words));
}
