/** Somebody who lives on the homeserver in this browser. */
export interface DemoPerson {
  readonly id: 'anna' | 'ben';
  readonly name: string;
  readonly userId: string;
}

export const anna: DemoPerson = { id: 'anna', name: 'Anna Berger', userId: '@anna:memory' };
export const ben: DemoPerson = { id: 'ben', name: 'Ben Okafor', userId: '@ben:memory' };

export function otherThan(person: DemoPerson): DemoPerson {
  return person === anna ? ben : anna;
}
