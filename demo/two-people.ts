import { callElement } from './call-element.ts';
import { anna, ben } from './people.ts';
import type { PersonPlace } from './person-place.ts';

/** Each calls the other. */
export const twoPeople: PersonPlace = {
  name: 'two',
  show: async (matrix, person) => {
    const callee = (person === anna ? ben : anna).userId;
    const element = callElement({ client: matrix, roomId: await matrix.ensureDirectRoom(callee), callee });
    const leave = (): Promise<void> => {
      element.voip?.dispose();
      return Promise.resolve();
    };
    return { element, leave };
  },
  events: ['incoming', 'start', 'state', 'missed', 'end', 'error'].map((name) => `famedly-call-${name}`),
};
