/** Somebody who lives on the homeserver in this browser. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly userId: string;
}

const resident = (id: string, name: string): DemoPerson => ({ id, name, userId: `@${id}:memory` });

export const anna = resident('anna', 'Anna Berger');
export const ben = resident('ben', 'Ben Okafor');
export const carla = resident('carla', 'Carla Núñez');
export const dora = resident('dora', 'Dora Lindqvist');
export const emre = resident('emre', 'Emre Yılmaz');
export const farah = resident('farah', 'Farah Haddad');
