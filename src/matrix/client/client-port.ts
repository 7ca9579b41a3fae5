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
  ToDeviceMessage,
  TurnServers,
} from '../port.ts';
import { ClientEvents } from './client-events.ts';
import { ClockOffset } from './clock-offset.ts';
import { fetched } from './fetched.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';
import type { Attempt, OutboxOptions } from './outbox.ts';
import { Outboxes } from './outboxes.ts';
import { RoomSnapshots } from './room-snapshots.ts';
import { sendEvent } from './send-event.ts';
import { sendOnUnload } from './send-on-unload.ts';
import { stateEvent } from './state-event.ts';
import { turnServers } from './turn-servers.ts';

type Content = Readonly<Record<string, unknown>>;
/** Makes what is then tried, perhaps several times. */
type Begin<Answer> = () => Attempt<Answer> | Promise<Attempt<Answer>>;

const forGroups = () => fetched(import('./group-call-requests.ts'));

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
    this.#outboxes = new Outboxes(clock);
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

  async sendEvent(
    roomId: string,
    type: string,
    content: Content,
    options: SendOptions = {},
  ): Promise<string> {
    return this.#running(() =>
      this.#outboxes.events.send(roomId, sendEvent(this.#client, roomId, { type, content }), options),
    );
  }

  sendOnUnload(roomId: string, type: string, content: Content): void {
    if (this.#connection !== 'stopped') sendOnUnload(this.#client, roomId, type, content);
  }

  redact(roomId: string, eventId: string, extras: Content = {}): Promise<void> {
    const begin = async () => (await forGroups()).redact(this.#client, roomId, eventId, extras);
    return this.#inLane('events', roomId, begin);
  }

  async state(roomId: string, type: string): Promise<readonly StateEvent[]> {
    return this.#running(() => {
      const room = this.#client.getRoom(roomId);
      if (room?.getMyMembership() !== 'join') throw new MatrixError('forbidden');
      return room.currentState.getStateEvents(type).flatMap((event) => stateEvent(event) ?? []);
    });
  }

  sendState(
    roomId: string,
    type: string,
    stateKey: string,
    content: Content,
    options: SendOptions = {},
  ): Promise<string> {
    const begin = async () => (await forGroups()).sendState(this.#client, roomId, type, stateKey, content);
    return this.#inLane('events', roomId, begin, options);
  }

  sendToDevice(
    roomId: string,
    type: string,
    messages: readonly ToDeviceMessage[],
  ): Promise<readonly ToDeviceMessage[]> {
    const begin = async () =>
      (await fetched(import('./send-to-device.ts'))).sendToDevice(this.#client, roomId, type, messages);
    return this.#inLane('toDevice', roomId, begin);
  }

  async scheduleState(
    roomId: string,
    type: string,
    stateKey: string,
    content: Content,
    delay: number,
  ): Promise<string> {
    const known = await this.#ask(async () => (await forGroups()).knowsDelayedEvents(this.#client));
    if (!known) {
      this.#missing.add('delayedEvents');
      throw new MatrixError('unsupported');
    }
    const begin = async () =>
      (await forGroups()).scheduleState(this.#client, roomId, type, stateKey, content, delay);
    // Not repeated after an outage: there is no transaction id, and a second schedule would fire when nobody restarts it.
    return this.#inLane('events', roomId, begin, { patience: 0 });
  }

  updateScheduled(delayId: string, action: 'restart' | 'cancel' | 'send'): Promise<void> {
    const begin = async () => (await forGroups()).updateScheduled(this.#client, delayId, action);
    // Longer than that a restart helps nobody: the next one is due.
    return this.#inLane('scheduled', delayId, begin, { patience: 15_000 });
  }

  turnServers(): Promise<TurnServers> {
    return this.#ask(() => (signal) => turnServers(this.#client, signal));
  }

  openIdToken(): Promise<OpenIdToken> {
    return this.#ask(async () => (await forGroups()).openIdToken(this.#client));
  }

  async rtcTransports(): Promise<readonly unknown[]> {
    try {
      return await this.#ask(async () => (await forGroups()).rtcTransports(this.#client));
    } catch (error) {
      if (error instanceof MatrixError && error.code === 'unsupported') this.#missing.add('rtcTransports');
      throw error;
    }
  }

  dispose(): void {
    this.#lifetime.abort();
    this.#connection = 'stopped';
    this.#outboxes.stop();
  }

  /** A request that stands for itself. */
  #ask<Answer>(begin: Begin<Answer>): Promise<Answer> {
    return this.#inLane('queries', opaqueId(), begin, { patience: 30_000 });
  }

  /** Takes its place at once: what it is begun with may be fetched when its turn comes. */
  #inLane<Answer>(
    outbox: 'events' | 'toDevice' | 'scheduled' | 'queries',
    lane: string,
    begin: Begin<Answer>,
    options: OutboxOptions = {},
  ): Promise<Answer> {
    let attempt: Attempt<Answer> | undefined;
    return this.#running(() =>
      this.#outboxes[outbox].send(
        lane,
        async (signal) => {
          attempt ??= await begin();
          return attempt(signal);
        },
        options,
      ),
    );
  }

  async #running<Answer>(task: () => Answer | Promise<Answer>): Promise<Answer> {
    if (this.#connection === 'stopped') throw new MatrixError('stopped');
    return task();
  }

  #emit<Name extends keyof MatrixPortEvents>(name: Name, payload: MatrixPortEvents[Name]): void {
    if (!this.#lifetime.signal.aborted) this.#emitter.emit(name, payload);
  }

  #connect(connection: MatrixConnection): void {
    // What the library does after it has lost its token, stopping included, changes nothing about the reason.
    if (this.#connection === 'unauthorized' && connection !== 'connected') return;
    if (connection === this.#connection) return;
    this.#connection = connection;
    if (connection === 'connected') this.#outboxes.wake();
    if (connection === 'stopped') this.#outboxes.stop();
    this.#emit('connection', connection);
  }
}
