import 'famedly-calls/define-group';
import { GroupPeople } from './group-people.ts';
import { groupPlace } from './group-place.ts';
import { anna, ben, carla, dora, emre, farah } from './people.ts';
import { startPage } from './start-page.ts';

const people = [anna, ben, carla, dora, emre, farah];
startPage({ place: groupPlace, people, everybody: () => void new GroupPeople(people).start() });
