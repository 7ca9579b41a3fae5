import { Emitter } from '../../../../src/foundation/emitter.ts';
import { DeviceDoor } from '../../../../src/matrix/memory/device-door.ts';
import { MemoryMatrix } from '../../../../src/matrix/memory/memory-matrix.ts';
import { GroupCalls } from '../../../../src/session/group-calls.ts';
import type { GroupCallEvents, GroupCallOptions } from '../../../../src/session/group-calls.ts';
import type { GroupCallSession } from '../../../../src/session/group-call-session.ts';
import type { SessionWorld } from '../../../../src/session/session-ports.ts';
import { SpeakerWatch } from '../../../../src/session/speaker-watch.ts';
import type { MatrixPort } from '../../../../src/matrix/port.ts';
import { SimulatedClock } from './simulated-clock.ts';
import { SimulatedConnection } from './simulated-connection.ts';
import { SimulatedLine } from './simulated-line.ts';
import { SimulatedMedia } from './simulated-media.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import { watchedPort } from './watched-port.ts';
import type { PortWatch, WatchedPort } from './watched-port.ts';

export interface DeviceOptions {
  /** ms that its clock is wrong by. */
  readonly skew?: number;
  /** What stands between it and Matrix. */
  readonly through?: (port: MatrixPort) => MatrixPort;
  readonly watch?: Partial<PortWatch>;
}

// Nobody speaks here, and looking who does five times a second would be most of what happens.
SpeakerWatch.prototype.start = () => undefined;

/** One run of the engine on a device: all its parts but the browser's. */
export class SimulatedDevice {
  readonly userId: string;
  readonly deviceId: string;
  readonly clock: SimulatedClock;
  readonly media: SimulatedMedia[] = [];
  readonly connections: SimulatedConnection[] = [];
  /** Calls of others that this device was told of. */
  readonly incoming: GroupCallSession[] = [];
  readonly #world: SimulatedWorld;
  readonly #line: SimulatedLine;
  readonly #life = new AbortController();
  #waiting: (() => void)[] = [];
  isAsleep = false;
  isDead = false;
  matrix!: MemoryMatrix;
  port!: WatchedPort;
  calls!: GroupCalls;

  private constructor(world: SimulatedWorld, userId: string, deviceId: string, skew: number) {
    this.#world = world;
    this.userId = userId;
    this.deviceId = deviceId;
    const run = (task: () => void): void => this.run(task);
    this.clock = new SimulatedClock(world.time, skew, run);
    this.#line = new SimulatedLine(world.time, () => world.leg(), run);
  }

  static async start(
    world: SimulatedWorld,
    userId: string,
    deviceId: string,
    { skew = 0, through = (port) => port, watch = {} }: DeviceOptions = {},
  ): Promise<SimulatedDevice> {
    const device = new SimulatedDevice(world, userId, deviceId, skew);
    new DeviceDoor(world.server, world.server.accounts.device(userId, deviceId), device.#line.homeserver);
    const opening = MemoryMatrix.open(device.#line.device, { userId, deviceId, clock: device.clock });
    device.matrix = await world.settled(opening);
    const ordinary: PortWatch = {
      arrives: (_event, tell) => tell(),
      sees: () => undefined,
      reads: () => undefined,
      sends: () => undefined,
      ...watch,
    };
    device.port = watchedPort(through(device.matrix), ordinary);
    device.#begin();
    return device;
  }

  get id(): string {
    return `${this.userId}:${this.deviceId}`;
  }

  get faults() {
    return this.#world.server.accounts.device(this.userId, this.deviceId).faults;
  }

  /** Peer connections that are not closed. */
  get open(): readonly SimulatedConnection[] {
    return this.connections.filter(({ peer }) => !peer.closed);
  }

  get isMediaOpen(): boolean {
    return this.media.some((media) => media.isOpen);
  }

  session(roomId: string, options?: GroupCallOptions): Promise<GroupCallSession> {
    return this.#world.settled(this.calls.fetchOrCreate(roomId, options));
  }

  async join(roomId: string, options?: GroupCallOptions): Promise<GroupCallSession> {
    const session = await this.session(roomId, options);
    await this.#world.settled(session.enter());
    return session;
  }

  /** Does something now, or as soon as the device is awake. */
  run(task: () => void): void {
    if (this.isDead) return;
    if (this.isAsleep || this.#waiting.length > 0) this.#waiting.push(task);
    else task();
  }

  sleep(): void {
    this.isAsleep = true;
    this.#world.air.look();
  }

  wake(): void {
    this.isAsleep = false;
    this.#catchUp();
    this.#world.air.look();
  }

  /** One after the other, before anything newer. */
  #catchUp(): void {
    if (this.isAsleep || this.isDead || this.#waiting.length === 0) return;
    this.#world.time.after(0, () => {
      if (this.isAsleep || this.isDead) return;
      this.#waiting.shift()?.();
      this.#catchUp();
    });
  }

  /** The page is gone before anything could be said. */
  crash(): void {
    this.#line.die();
    this.isDead = true;
    this.#life.abort();
    this.clock.stop();
    this.#world.air.look();
  }

  /** The application lets go of the engine, and keeps its client. */
  stop(): void {
    this.#life.abort();
  }

  /** The application lets go of the engine and of the client. */
  dispose(): void {
    this.stop();
    this.matrix.dispose();
  }

  #begin(): void {
    const events = new Emitter<GroupCallEvents>();
    events.on('incominggroupcall', (session) => this.incoming.push(session));
    this.calls = new GroupCalls({
      // Ringing, TURN and transfers are for calls of two.
      world: {
        port: this.port,
        clock: this.clock,
        log: this.#world.log,
        delegate: {},
      } as unknown as SessionWorld,
      settings: {},
      events,
      signal: this.#life.signal,
      openMedia: () => this.#openMedia(),
    });
  }

  #openMedia() {
    const localMedia = new SimulatedMedia();
    this.media.push(localMedia);
    return {
      localMedia,
      iceServers: () => Promise.resolve([]),
      createPeer: (polite: boolean) => Promise.resolve(this.#connect(polite)),
    };
  }

  #connect(polite: boolean): SimulatedConnection {
    const { air, descriptions, time } = this.#world;
    const name = `${this.deviceId}-${this.#world.nextName()}`;
    const connection = new SimulatedConnection(name, polite, {
      air,
      descriptions,
      later: (ms, task) => {
        time.after(ms, () => this.run(task));
      },
    });
    this.connections.push(connection);
    this.#world.owners.set(connection.peer, this);
    return connection;
  }
}
