import type { MeshPeer } from '../../../src/group-call/mesh-pair.ts';
import { SimulatedEngine } from './simulated-engine.ts';
import type { Letter } from './simulated-engine.ts';
import { SimulatedTime } from '../../call/model/simulated-time.ts';

export type Action = 'enter' | 'leave' | 'crash' | 'reload' | 'forgotten' | 'remembered';

export interface Step {
  readonly device: number;
  readonly action: Action;
  /** ms until the next step. */
  readonly pause: number;
}

/** What the network does, drawn anew for each thing that it carries. */
export type Weather = () => { readonly lost: boolean; readonly twice: boolean; readonly delay: number };

const DELAYED_LEAVE_MS = 18_000;
const CALM = { lost: false, twice: false, delay: 20 };

/** Devices of one user in one call, a homeserver that tells who is in it, and a network between them. */
export class MeshWorld {
  readonly time = new SimulatedTime();
  readonly engines = new Map<string, SimulatedEngine>();
  /** As the homeserver has it. */
  readonly #members = new Map<string, string>();
  readonly #weather: Weather;
  #ids = 0;
  #isCalm = false;

  constructor(weather: Weather) {
    this.#weather = weather;
  }

  newId(): string {
    return `id-${(this.#ids += 1)}`;
  }

  calm(): void {
    this.#isCalm = true;
    // What the homeserver forgot it is told again.
    for (const [deviceId, engine] of this.engines) this.#write(deviceId, engine.session);
  }

  step({ device, action }: Step): void {
    const deviceId = `D${device}`;
    const engine = this.engines.get(deviceId);
    if (action === 'enter' && engine === undefined) this.#enter(deviceId);
    if (engine === undefined) return;
    switch (action) {
      case 'leave':
        this.#write(deviceId, null);
        engine.leave();
        this.engines.delete(deviceId);
        break;
      case 'crash':
        this.#crash(deviceId, engine);
        break;
      case 'reload':
        this.#crash(deviceId, engine);
        this.#enter(deviceId);
        break;
      case 'forgotten':
        this.#write(deviceId, null);
        break;
      case 'remembered':
        this.#write(deviceId, engine.session);
        break;
      case 'enter':
        break;
    }
  }

  carry(to: string, letter: Letter): void {
    const { lost, twice, delay } = this.#next();
    if (lost) return;
    for (const ms of twice ? [delay, delay * 2] : [delay]) {
      this.time.after(ms, () => this.engines.get(to.slice('@user:hs:'.length))?.receive(letter));
    }
  }

  otherEnd(engine: SimulatedEngine, callId: string) {
    const other = [...this.engines.values()].find((one) => one !== engine && one.calls.has(callId));
    const call = other?.calls.get(callId);
    return call?.isOver === true ? undefined : call;
  }

  sessionSeen(peer: string): string {
    return this.engines.get(peer.slice('@user:hs:'.length))?.session ?? '';
  }

  #next(): ReturnType<Weather> {
    return this.#isCalm ? CALM : this.#weather();
  }

  #enter(deviceId: string): void {
    const engine = new SimulatedEngine(this, deviceId, this.newId());
    this.engines.set(deviceId, engine);
    engine.see(this.#peers());
    this.#write(deviceId, engine.session);
    this.time.after(this.#next().delay, () => engine.announced());
  }

  #crash(deviceId: string, engine: SimulatedEngine): void {
    engine.crash();
    this.engines.delete(deviceId);
    this.time.after(DELAYED_LEAVE_MS, () => {
      if (this.#members.get(deviceId) === engine.session) this.#write(deviceId, null);
    });
  }

  #write(deviceId: string, session: string | null): void {
    if (session === null) this.#members.delete(deviceId);
    else this.#members.set(deviceId, session);
    // A homeserver says it late, but it says it, and says last what is so last.
    for (const engine of this.engines.values()) {
      this.time.after(this.#next().delay, () => engine.see(this.#peers()));
    }
  }

  #peers(): readonly MeshPeer[] {
    return [...this.#members].map(([deviceId, membershipId]) => {
      return { userId: '@user:hs', deviceId, membershipId, dialect: 'deployed', feeds: [] };
    });
  }
}
