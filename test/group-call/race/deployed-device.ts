import { entryName, rawEntries } from '../../../src/signalling/raw-memberships.ts';
import type { SimulatedTime } from '../../call/model/simulated-time.ts';
import type { Line } from './line.ts';
import type { SharedKeyServer } from './shared-key-server.ts';

const KNOWN = ['application', 'call_id', 'scope', 'device_id', 'expires_ts', 'membershipID', 'foci_active'];

/**
 * A device as deployed clients are: it rewrites the list from what it last synced, keeps only the fields it knows, never
 * reads back, and cancels everybody's delayed leaves when it goes.
 */
export class DeployedDevice {
  readonly id: string;
  readonly line: Line;
  readonly #time: SimulatedTime;
  readonly #server: SharedKeyServer;
  #synced: unknown = null;
  #stopRefresh: () => void = () => undefined;
  present = false;
  enteredAt = 0;

  constructor(id: string, time: SimulatedTime, server: SharedKeyServer, line: Line) {
    this.id = id;
    this.line = line;
    this.#time = time;
    this.#server = server;
    server.listen((event) => line.sync(() => (this.#synced = event.content)));
  }

  enter(): void {
    this.present = true;
    this.enteredAt = this.#time.now;
    this.#write();
  }

  leave(): void {
    if (!this.present) return;
    this.present = false;
    this.#write();
    this.line.up(() => this.#server.cancelAll());
  }

  crash(): void {
    this.present = false;
    this.line.close();
    this.#stopRefresh();
  }

  #write(): void {
    this.#stopRefresh();
    const others = rawEntries(this.#synced)
      .filter((entry) => ![null, this.id].includes(entryName(entry)?.deviceId ?? null))
      .map((entry) =>
        Object.fromEntries(Object.entries(entry as object).filter(([name]) => KNOWN.includes(name))),
      );
    const memberships = this.present ? [...others, this.#entry()] : others;
    this.line.up(() => this.#server.write({ memberships }, { by: this.id, delayed: false }));
    if (this.present) this.#stopRefresh = this.#time.after(120_000, () => this.#write());
  }

  #entry(): object {
    return {
      application: 'm.call',
      call_id: '!room:hs',
      scope: 'm.room',
      device_id: this.id,
      expires_ts: this.#time.now + 360_000,
      membershipID: `engine of ${this.id}`,
      foci_active: [{ type: 'mesh' }],
    };
  }
}
