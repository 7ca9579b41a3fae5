import type { Clock } from '../../foundation/clock.ts';
import { Emitter } from '../../foundation/emitter.ts';
import type { ListenOptions, Unsubscribe } from '../../foundation/emitter.ts';
import { opaqueId } from '../../foundation/opaque-id.ts';
import { MatrixError } from '../matrix-error.ts';
import type {
  MatrixCapabilities,
  MatrixConnection,
  MatrixPort,
  MatrixPortEvents,
  OpenIdToken,
  Room,
  SendOptions,
  StateEvent,
  TimelineEvent,
  ToDeviceMessage,
  TurnServers,
} from '../port.ts';
import { ClientEvents } from './client-events.ts';
import { ClockOffset } from './clock-offset.ts';
import { fetched } from './fetched.ts';
import type * as groupCallRequests from './group-call-requests.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';
import { Outbox } from './outbox.ts';
import type { Attempt, OutboxOptions } from './outbox.ts';
import { RoomSnapshots } from './room-snapshots.ts';
import { sendEvent } from './send-event.ts';
import { sendOnUnload } from './send-on-unload.ts';
import { turnServers } from './turn-servers.ts';

type Content = Readonly<Record<string, unknown>>;
/** Makes what is then tried, perhaps several times. */
type Begin<Answer> = () => Attempt<Answer> | Promise<Attempt<Answer>>;
type GroupRequests = typeof groupCallRequests;

/**
 * Homeservers limit these kinds apart, so that each waits for itself: room events and state, a lane for each room;
 * messages to devices; restarting, cancelling and sending what is scheduled, a lane for each delay id; what only asks.
 */
type Outboxes = Readonly<Record<'events' | 'toDevice' | 'scheduled' | 'queries', Outbox>>;

let requests: GroupRequests | undefined;
/** Once it is there nothing is waited for: what a page says as it goes away leaves at once, or not at all. */
const forGroups = async () => (requests ??= await fetched(import('./group-call-requests.ts')));

export class ClientPort implements MatrixPort {
  readonly userId: string;
  readonly deviceId: string;
  readonly #client: MatrixClientLike;
  readonly #emitter = new Emitter<MatrixPortEvents>();
  readonly #offset = new ClockOffset();
  readonly #outboxes: Outboxes;
  readonly #rooms: RoomSnapshots;
  readonly #lifetime = new AbortController();
  readonly #missing = new Set<'delayedEvents' | 'rtcTransports'>();
  readonly #events: ClientEvents;
  #connection: MatrixConnection;

  constructor(client: MatrixClientLike, clock: Clock) {
    const userId = client.getUserId();
    const deviceId = client.getDeviceId();
    if (userId === null || deviceId === null) throw new MatrixError('matrix-unauthorized');
    this.userId = userId;
    this.deviceId = deviceId;
    this.#client = client;
    this.#outboxes = {
      events: new Outbox(clock),
      toDevice: new Outbox(clock),
      scheduled: new Outbox(clock),
      queries: new Outbox(clock),
    };
    this.#rooms = new RoomSnapshots(client, (roomId) => this.#emit('room', roomId));
    this.#events = new ClientEvents({
      client,
      clock,
      offset: this.#offset,
      rooms: this.#rooms,
      signal: this.#lifetime.signal,
      emit: (name, payload) => this.#emit(name, payload),
      connect: (connection) => this.#connect(connection),
    });
    this.#connection = this.#events.start();
  }

  get connection(): MatrixConnection {
    return this.#connection;
  }

  /** `delayedEvents` and `rtcTransports` are what the homeserver has: `true` until it has said otherwise. */
  get capabilities(): MatrixCapabilities {
    return {
      wholeBatches: true,
      senderDevice: true,
      delayedEvents: !this.#missing.has('delayedEvents'),
      turnServers: true,
      openIdToken: true,
      rtcTransports: !this.#missing.has('rtcTransports'),
      encryption: this.#client.getCrypto() !== undefined,
      sendOnUnload: true,
      media: true,
      redactionExtras: true,
    };
  }

  get serverClockOffset(): number {
    return this.#offset.value;
  }

  on<Name extends keyof MatrixPortEvents>(
    name: Name,
    listener: (payload: MatrixPortEvents[Name]) => void,
    options?: ListenOptions,
  ): Unsubscribe {
    if (name === 'todevice') this.#events.hearDevices();
    return this.#emitter.on(name, listener, options);
  }

  rooms(): readonly Room[] {
    return this.#rooms.all();
  }

  room(roomId: string): Room | undefined {
    return this.#rooms.get(roomId);
  }

  avatar(mxc: string, size: number): Promise<Blob> {
    return this.#ask(async () => (await fetched(import('./avatar.ts'))).avatar(this.#client, mxc, size));
  }

  sendEvent(roomId: string, type: string, content: Content, options?: SendOptions): Promise<string> {
    const begin = () => sendEvent(this.#client, roomId, { type, content });
    return this.#inLane('events', roomId, begin, options);
  }

  sendOnUnload(roomId: string, type: string, content: Content): void {
    if (this.#connection !== 'stopped') sendOnUnload(this.#client, roomId, type, content);
  }

  redact(...asked: Parameters<MatrixPort['redact']>): Promise<void> {
    return this.#forGroup('events', asked, ({ redact }) => redact);
  }

  recent(roomId: string, type: string): Promise<readonly TimelineEvent[]> {
    return this.#ask(async () => (await forGroups()).recent(this.#client, roomId, type));
  }

  state(roomId: string, type: string): Promise<readonly StateEvent[]> {
    return this.#ask(async () => (await forGroups()).state(this.#client, roomId, type));
  }

  sendState(
    ...[roomId, type, stateKey, content, options]: Parameters<MatrixPort['sendState']>
  ): Promise<string> {
    return this.#forGroup('events', [roomId, type, stateKey, content], ({ sendState }) => sendState, options);
  }

  sendToDevice(...asked: Parameters<MatrixPort['sendToDevice']>): Promise<readonly ToDeviceMessage[]> {
    return this.#forGroup('toDevice', asked, ({ sendToDevice }) => sendToDevice);
  }

  scheduleState(...asked: Parameters<MatrixPort['scheduleState']>): Promise<string> {
    const begin = async () => (await forGroups()).scheduleState(this.#client, ...asked);
    // Beside what is written in the room: what takes us out must not wait for what puts us in.
    const lane = `later ${asked[0]}`;
    // Not repeated after an outage: there is no transaction id, and a second schedule would fire when nobody restarts it.
    return this.#unlessMissing('delayedEvents', this.#inLane('events', lane, begin, { patience: 0 }));
  }

  updateScheduled(...asked: Parameters<MatrixPort['updateScheduled']>): Promise<void> {
    // Longer than that a restart helps nobody: the next one is due.
    return this.#forGroup('scheduled', asked, ({ updateScheduled }) => updateScheduled, { patience: 15_000 });
  }

  turnServers(): Promise<TurnServers> {
    return this.#ask(() => (signal) => turnServers(this.#client, signal));
  }

  openIdToken(): Promise<OpenIdToken> {
    return this.#ask(async () => (await forGroups()).openIdToken(this.#client));
  }

  rtcTransports(): Promise<readonly unknown[]> {
    const asking = this.#ask(async () => (await forGroups()).rtcTransports(this.#client));
    return this.#unlessMissing('rtcTransports', asking);
  }

  dispose(): void {
    this.#lifetime.abort();
    this.#connection = 'stopped';
    this.#stop();
  }

  /** Remembers what the homeserver does not have. */
  async #unlessMissing<Answer>(
    capability: 'delayedEvents' | 'rtcTransports',
    asking: Promise<Answer>,
  ): Promise<Answer> {
    try {
      return await asking;
    } catch (error) {
      if (error instanceof MatrixError && error.code === 'unsupported') this.#missing.add(capability);
      throw error;
    }
  }

  /** A request that stands for itself. */
  #ask<Answer>(begin: Begin<Answer>): Promise<Answer> {
    return this.#inLane('queries', opaqueId(), begin, { patience: 30_000 });
  }

  /** In the lane of what it is about, which is named first. */
  #forGroup<Asked extends readonly [string, ...unknown[]], Answer>(
    outbox: keyof Outboxes,
    asked: Asked,
    choose: (requests: GroupRequests) => (client: MatrixClientLike, ...asked: Asked) => Attempt<Answer>,
    options?: OutboxOptions,
  ): Promise<Answer> {
    const begin = async () => choose(await forGroups())(this.#client, ...asked);
    return this.#inLane(outbox, asked[0], begin, options);
  }

  /** Takes its place at once: what it is begun with may be fetched when its turn comes. */
  async #inLane<Answer>(
    outbox: keyof Outboxes,
    lane: string,
    begin: Begin<Answer>,
    options?: OutboxOptions,
  ): Promise<Answer> {
    this.#refuseStopped();
    let attempt: Attempt<Answer> | undefined;
    const begun: Attempt<Answer> = async (signal) => {
      attempt ??= await begin();
      return attempt(signal);
    };
    return this.#outboxes[outbox].send(lane, begun, options);
  }

  #refuseStopped(): void {
    if (this.#connection === 'stopped') throw new MatrixError('stopped');
  }

  #stop(): void {
    for (const outbox of Object.values(this.#outboxes)) outbox.stop();
  }

  #emit<Name extends keyof MatrixPortEvents>(name: Name, payload: MatrixPortEvents[Name]): void {
    if (!this.#lifetime.signal.aborted) this.#emitter.emit(name, payload);
  }

  #connect(connection: MatrixConnection): void {
    // What the library does after it has lost its token, stopping included, changes nothing about the reason.
    if (this.#connection === 'unauthorized' && connection !== 'connected') return;
    if (connection === this.#connection) return;
    this.#connection = connection;
    if (connection === 'connected') for (const outbox of Object.values(this.#outboxes)) outbox.wake();
    if (connection === 'stopped') this.#stop();
    this.#emit('connection', connection);
  }
}
