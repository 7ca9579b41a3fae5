import { MEMBER_TYPE } from '../../../../src/signalling/membership.ts';
import { rawEntries } from '../../../../src/signalling/raw-memberships.ts';
import { SimulatedWorld } from '../simulated/simulated-world.ts';
import { EntryWatch } from './entry-watch.ts';
import { Place } from './place.ts';
import type { Schedule, Step } from './schedule.ts';
import { must } from './violation.ts';
import type { Violation } from './violation.ts';

const USERS = ['@alice:memory', '@bob:memory', '@carol:memory'];
/** In which a device that went without a word is not listed any more. */
const GHOST_MS = 25_000;
/** In which all are connected after the last fault: the longest pause between two calls and all that precedes it. */
const BOUND_MS = 120_000;
/** Devices of a user that died within this may each be listed in the other's last word, until that expires. */
const TOGETHER_MS = 25_000;

/** One schedule, carried out. */
export class Story {
  readonly world = new SimulatedWorld();
  readonly #schedule: Schedule;
  readonly #roomId: string;
  readonly #places: readonly Place[];
  readonly #watch: EntryWatch;
  #broken: Violation | null = null;
  #isCalm = false;
  #drawn = 0;

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
    const { devices, encrypted, skews, legs } = schedule;
    let leg = 0;
    this.world.leg = () => (this.#isCalm ? 20 : (legs[leg++ % legs.length] ?? 20));
    this.#roomId = this.world.room(USERS, { encrypted });
    const around = {
      world: this.world,
      roomId: this.#roomId,
      arrives: (_event: unknown, tell: () => void) => this.#carry(tell),
      broken: (violation: Violation) => (this.#broken ??= violation),
    };
    this.#places = Array.from({ length: devices }, (_, index) => {
      const userId = USERS[index % 3] ?? '';
      return new Place(userId, `D${index}`, skews[index] ?? 0, around);
    });
    this.#watch = new EntryWatch(this.world, this.#roomId, this.#places, around.broken);
  }

  /** Whether the step meant something. */
  async step(step: Step): Promise<boolean> {
    const meant = await this.#act(step);
    this.#watch.look();
    if (meant && step.do !== 'wait') await this.world.pass(5);
    this.#check();
    return meant;
  }

  /** No more faults: everything must come right. */
  async calmDown(): Promise<void> {
    this.#isCalm = true;
    for (const place of this.#places) {
      place.heal();
      place.wake();
    }
    await this.world.pass(GHOST_MS);
    this.#check();
    this.#noGhosts();
    const end = this.world.time.now + BOUND_MS - GHOST_MS;
    while (this.#wrong() !== null && this.world.time.now < end) await this.world.pass(1_000);
    const wrong = this.#wrong();
    must('the connections are the pairs of those present', wrong === null, wrong ?? '');
    this.#check();
  }

  async end(): Promise<void> {
    if (this.#schedule.ending === 'leave') {
      for (const place of this.#places) place.leave();
      await this.world.pass(2_000);
      for (const { device } of this.#places) {
        const open = device?.open.length ?? 0;
        const why = `${device?.deviceId ?? ''} left ${open} connections`;
        must('everything is gone at the end', open === 0 && device?.isMediaOpen !== true, why);
      }
    }
    for (const place of this.#places) place.dispose();
    for (const { deviceId, open, isMediaOpen, clock } of this.world.devices) {
      const left = { open: open.length, isMediaOpen, timers: clock.pending };
      const isGone = !isMediaOpen && open.length === 0 && clock.pending === 0;
      must('everything is gone at the end', isGone, `${deviceId}: ${JSON.stringify(left)}`);
    }
    // Time enough for what a homeserver sends late.
    await this.world.pass(GHOST_MS);
    this.#check();
    must('everything is gone at the end', this.world.time.next === null, 'something is due');
    this.#noGhosts();
  }

  #check(): void {
    if (this.#broken !== null) throw this.#broken;
    this.#watch.look();
  }

  async #act(step: Step): Promise<boolean> {
    switch (step.do) {
      case 'wait':
        await this.world.pass(step.ms);
        return true;
      case 'outage':
        return this.#all((place) => place.cut());
      case 'back':
        return this.#all((place) => place.heal());
      default: {
        const place = this.#places[step.at % this.#places.length];
        if (place === undefined) return false;
        return step.do === 'forget' ? this.#forget(place) : place[step.do]();
      }
    }
  }

  #all(act: (place: Place) => boolean): boolean {
    return this.#places.map(act).includes(true);
  }

  #forget({ userId, deviceId, membershipId }: Place): boolean {
    if (membershipId === null) return false;
    const event = this.world.server.room(this.#roomId).stateEvent(MEMBER_TYPE, userId);
    const others = rawEntries(event?.content).filter(
      (entry) => (entry as { device_id: string }).device_id !== deviceId,
    );
    this.world.server.sendState(userId, this.#roomId, MEMBER_TYPE, userId, { memberships: others });
    return true;
  }

  #carry(tell: () => void): void {
    if (this.#isCalm) {
      tell();
      return;
    }
    const { fates } = this.#schedule;
    const fate = fates[this.#drawn++ % fates.length];
    if (fate === undefined || fate.lost) return;
    for (const delay of fate.twice ? [fate.delay, fate.delay * 2] : [fate.delay]) {
      if (delay === 0) tell();
      else this.world.time.after(delay, tell);
    }
  }

  /** What is not as it should be; `null`: nothing. */
  #wrong(): string | null {
    const present = this.#places.filter(({ isPresent }) => isPresent);
    const ids = present.map(({ id }) => id).sort();
    const wanted = ids.flatMap((a, at) => ids.slice(at + 1).map((b) => `${a} ${b}`)).sort();
    const pairs = this.world.pairs();
    if (pairs.join() !== wanted.join()) return `${pairs.join()} instead of ${wanted.join()}`;
    for (const { deviceId, session, id } of present) {
      const seen = session?.participants.filter((one) => !this.#isLeftOver(one)) ?? [];
      const expected = present.filter((other) => other.id !== id);
      const isRight =
        session?.state === 'entered' &&
        seen.length === expected.length &&
        seen.every(({ connection }) => connection === 'connected');
      if (!isRight) return `${deviceId} is ${session?.state ?? 'gone'}, sees ${JSON.stringify(seen)}`;
    }
    for (const { device } of present) {
      if (device !== null && device.open.length > this.world.entries(this.#roomId).length) {
        return `${device.deviceId} has ${device.open.length} connections open`;
      }
    }
    return null;
  }

  #noGhosts(): void {
    const present = new Set(this.#places.flatMap(({ membershipId }) => membershipId ?? []));
    for (const entry of this.world.entries(this.#roomId)) {
      const id = entry['membershipID'] as string;
      const place = this.#places.find(({ deviceId }) => deviceId === entry['device_id']);
      const isGhost = !present.has(id) && !(place !== undefined && this.#mayStay(place));
      must('no ghost stays', !isGhost, `${place?.deviceId ?? ''} is listed`);
    }
  }

  #isLeftOver({ id }: { readonly id: string }): boolean {
    const place = this.#places.find((one) => one.id === id);
    return place !== undefined && !place.isPresent && this.#mayStay(place);
  }

  /** It died while another device of its user had died, or slept or was cut off: that is the same to the homeserver. */
  #mayStay(place: Place): boolean {
    const others = this.#places.filter((other) => other !== place && other.userId === place.userId);
    const silences = others.flatMap((other) => other.silences);
    return place.deaths.some((death) =>
      silences.some(({ from, to }) => death.from < to + TOGETHER_MS && from < death.to + TOGETHER_MS),
    );
  }
}
