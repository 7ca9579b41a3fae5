import type { Log } from '../../../../src/foundation/log.ts';
import { Homeserver } from '../../../../src/matrix/memory/homeserver.ts';
import type { HomeserverOptions } from '../../../../src/matrix/memory/homeserver.ts';
import type { RoomOptions } from '../../../../src/matrix/memory/initial-state.ts';
import { groupLate } from '../../../../src/session/group-late.ts';
import { rawEntries } from '../../../../src/signalling/raw-memberships.ts';
import { MEMBER_TYPE } from '../../../../src/signalling/membership.ts';
import { Air } from '../../../call/model/air.ts';
import { Descriptions } from '../../../call/model/simulated-peer.ts';
import type { SimulatedPeer } from '../../../call/model/simulated-peer.ts';
import { SimulatedClock } from './simulated-clock.ts';
import { SimulatedDevice } from './simulated-device.ts';
import type { DeviceOptions } from './simulated-device.ts';
import { Tasks } from './tasks.ts';

/** An entry in a member event, as the homeserver has it. */
export type Entry = Readonly<Record<string, unknown>>;

/** Hangs on broken code only. */
const MOST_STEPS = 20_000;

/** The engine for groups over the homeserver in memory, in a time that passes when the test says so. */
export class SimulatedWorld {
  readonly time = new Tasks();
  readonly server: Homeserver;
  readonly descriptions = new Descriptions();
  readonly owners = new Map<SimulatedPeer, SimulatedDevice>();
  readonly air = new Air(this.time, (peer) => this.isCut(peer));
  readonly devices: SimulatedDevice[] = [];
  /** What the engines logged. */
  readonly lines: string[] = [];
  readonly log: Log = {
    debug: (message, facts) => void this.lines.push(`${message} ${JSON.stringify(facts)}`),
    warn: (message, facts) => void this.lines.push(`${message} ${JSON.stringify(facts)}`),
  };
  /** ms that a message takes between a device and the homeserver. */
  leg: () => number = () => 20;
  readonly #turns = new MessageChannel();
  #names = 0;

  constructor(options: HomeserverOptions = {}) {
    this.server = new Homeserver({ clock: new SimulatedClock(this.time), ...options });
  }

  nextName(): string {
    return `${(this.#names += 1)}`;
  }

  isCut(peer: SimulatedPeer): boolean {
    const owner = this.owners.get(peer);
    return owner === undefined || owner.isAsleep || owner.isDead;
  }

  /** A room of these users, in which each may join calls. */
  room(users: readonly string[], options: RoomOptions = {}): string {
    const [creator = '', ...members] = users;
    return this.server.createRoom(creator, {
      members,
      powerLevels: { events: { [MEMBER_TYPE]: 0 } },
      ...options,
    });
  }

  async device(userId: string, deviceId: string, options?: DeviceOptions): Promise<SimulatedDevice> {
    // What has been fetched once is there at once: no time passes that is not simulated.
    await groupLate();
    const device = await SimulatedDevice.start(this, userId, deviceId, options);
    this.devices.push(device);
    return device;
  }

  /** What the homeserver lists, of whatever call. */
  entries(roomId: string): readonly Entry[] {
    return this.server
      .room(roomId)
      .state(MEMBER_TYPE)
      .flatMap(({ content }) => rawEntries(content) as Entry[]);
  }

  deviceIds(roomId: string): readonly unknown[] {
    return this.entries(roomId)
      .map((entry) => entry['device_id'])
      .sort();
  }

  /** Pairs of participants between whom media flow. */
  pairs(): readonly string[] {
    return this.air
      .pairs()
      .map((pair) =>
        pair
          .map((peer) => this.owners.get(peer)?.id ?? '')
          .sort()
          .join(' '),
      )
      .sort();
  }

  /** Lets time pass, and everything happen on the way. */
  async pass(ms: number): Promise<void> {
    const end = this.time.now + ms;
    await this.turn();
    for (let next = this.time.next; next !== null && next <= end; next = this.time.next) {
      this.time.advanceTo(next);
      await this.turn();
    }
    this.time.advanceTo(end);
  }

  /** Lets things happen until the condition holds; answers how many ms that took. */
  async until(condition: () => boolean, what: string): Promise<number> {
    const begin = this.time.now;
    for (let steps = 0; !condition(); steps += 1) {
      await this.turn();
      if (condition()) break;
      const { next } = this.time;
      if (next === null || steps > MOST_STEPS) throw new Error(`never: ${what}`);
      this.time.advanceTo(next);
    }
    return this.time.now - begin;
  }

  async settled<Value>(promise: Promise<Value>): Promise<Value> {
    let isSettled = false;
    const settle = (): void => {
      isSettled = true;
    };
    promise.then(settle, settle);
    await this.until(() => isSettled, 'an answer');
    return promise;
  }

  /** Whatever promises wait for now goes on. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#turns.port2.onmessage = () => resolve();
      this.#turns.port1.postMessage(null);
    });
  }

  close(): void {
    for (const device of this.devices) device.dispose();
    this.#turns.port1.close();
  }
}
