import 'famedly-calls/define';
import { find } from './find.ts';
import { startHomeserver } from './homeserver-form.ts';
import { anna, ben } from './people.ts';
import { Person } from './person.ts';
import { startPage } from './start-page.ts';
import { twoPeople } from './two-people.ts';

async function show(person: Person): Promise<void> {
  find('#people', HTMLElement).append(person.element);
  await person.claim();
  await person.show();
}

startPage({
  place: twoPeople,
  people: [anna, ben],
  everybody: () => {
    for (const each of [anna, ben]) void show(new Person(each, twoPeople));
    startHomeserver(find('#homeserver', HTMLElement));
  },
});
