import type { SimulatedWorld } from '../simulated/simulated-world.ts';
import { LONGEST_LEG } from './schedule.ts';
import type { Place } from './place.ts';
import { must } from './violation.ts';
import type { Violation } from './violation.ts';

/** The loss comes with a sync, and what puts it right may wait for the answer to what is being written. */
const MOST_LOST = 2 * 2 * LONGEST_LEG;

/** Watches that the homeserver lists each device that is in the call and can say so. */
export class EntryWatch {
  readonly #world: SimulatedWorld;
  readonly #roomId: string;
  readonly #places: readonly Place[];
  readonly #missing = new Map<Place, number>();

  constructor(
    world: SimulatedWorld,
    roomId: string,
    places: readonly Place[],
    broken: (violation: Violation) => void,
  ) {
    this.#world = world;
    this.#roomId = roomId;
    this.#places = places;
    const { server } = world;
    const write = server.sendState.bind(server);
    server.sendState = (...args) => {
      const eventId = write(...args);
      // Whoever asked for it must not hear of it.
      try {
        this.look();
      } catch (error) {
        broken(error as Violation);
      }
      return eventId;
    };
  }

  /** To be called whenever something was written, and when a device comes or goes. */
  look(): void {
    const { now } = this.#world.time;
    const listed = new Set(this.#world.entries(this.#roomId).map((entry) => entry['membershipID'] as string));
    for (const place of this.#places) {
      const { membershipId } = place;
      const since = this.#missing.get(place);
      const isIn = membershipId !== null && place.isHeard;
      if (!isIn) this.#missing.delete(place);
      else if (!listed.has(membershipId)) this.#missing.set(place, since ?? now);
      else this.#missing.delete(place);
      if (since === undefined || !isIn) continue;
      must(
        'nobody is lost for longer than a round trip',
        now - Math.max(since, place.heardSince) <= MOST_LOST,
        `${place.deviceId} for ${now - since} ms`,
      );
    }
  }
}
