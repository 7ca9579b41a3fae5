import type { Clock } from '../../foundation/clock.ts';
import { Emitter } from '../../foundation/emitter.ts';
import type { ListenOptions, Unsubscribe } from '../../foundation/emitter.ts';
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
import { HomeserverQueries } from './homeserver-queries.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';
import { Outboxes } from './outboxes.ts';
import { RoomSender } from './room-sender.ts';
import { RoomSnapshots } from './room-snapshots.ts';
import { updateScheduled } from './scheduled-updates.ts';
import { sendOnUnload } from './send-on-unload.ts';
import { stateEvent } from './state-event.ts';

type Content = Readonly<Record<string, unknown>>;

export class ClientPort implements MatrixPort {
  readonly userId: string;
  readonly deviceId: string;
  readonly #client: MatrixClientLike;
  readonly #emitter = new Emitter<MatrixPortEvents>();
  readonly #offset = new ClockOffset();
  readonly #outboxes: Outboxes;
  readonly #sender: RoomSender;
  readonly #queries: HomeserverQueries;
  readonly #rooms: RoomSnapshots;
  readonly #lifetime = new AbortController();
  readonly #missing = new Set<'delayedEvents' | 'rtcTransports'>();
  #connection: MatrixConnection;

  constructor(client: MatrixClientLike, clock: Clock) {
    const userId = client.getUserId();
    const deviceId = client.getDeviceId();
    if (userId === null || deviceId === null) throw new MatrixError('matrix-unauthorized');
    this.userId = userId;
    this.deviceId = deviceId;
    this.#client = client;
    this.#outboxes = new Outboxes(clock);
    this.#sender = new RoomSender(client, this.#outboxes);
    this.#queries = new HomeserverQueries(client, this.#outboxes.queries);
    this.#rooms = new RoomSnapshots(client, (roomId) => this.#emit('room', roomId));
    const events = new ClientEvents({
      client,
      clock,
      offset: this.#offset,
      rooms: this.#rooms,
      signal: this.#lifetime.signal,
      emit: (name, payload) => this.#emit(name, payload),
      connect: (connection) => this.#connect(connection),
    });
    this.#connection = events.start();
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
    return this.#emitter.on(name, listener, options);
  }

  rooms(): readonly Room[] {
    return this.#rooms.all();
  }

  room(roomId: string): Room | undefined {
    return this.#rooms.get(roomId);
  }

  async avatar(mxc: string, size: number): Promise<Blob> {
    return this.#running(() => this.#queries.thumbnail(mxc, size));
  }

  async sendEvent(
    roomId: string,
    type: string,
    content: Content,
    options: SendOptions = {},
  ): Promise<string> {
    return this.#running(() => this.#sender.sendEvent(roomId, type, content, options));
  }

  sendOnUnload(roomId: string, type: string, content: Content): void {
    if (this.#connection !== 'stopped') sendOnUnload(this.#client, roomId, type, content);
  }

  async redact(roomId: string, eventId: string, extras: Content = {}): Promise<void> {
    return this.#running(() => this.#sender.redact(roomId, eventId, extras));
  }

  async state(roomId: string, type: string): Promise<readonly StateEvent[]> {
    return this.#running(() => {
      const room = this.#client.getRoom(roomId);
      if (room?.getMyMembership() !== 'join') throw new MatrixError('forbidden');
      return room.currentState.getStateEvents(type).flatMap((event) => stateEvent(event) ?? []);
    });
  }

  async sendState(
    roomId: string,
    type: string,
    stateKey: string,
    content: Content,
    options: SendOptions = {},
  ): Promise<string> {
    return this.#running(() => this.#sender.sendState(roomId, type, stateKey, content, options));
  }

  async sendToDevice(
    roomId: string,
    type: string,
    messages: readonly ToDeviceMessage[],
  ): Promise<readonly ToDeviceMessage[]> {
    return this.#running(() => this.#sender.sendToDevice(roomId, type, messages));
  }

  async scheduleState(
    roomId: string,
    type: string,
    stateKey: string,
    content: Content,
    delay: number,
  ): Promise<string> {
    return this.#running(async () => {
      const known = await this.#queries.knowsUnstableFeature('org.matrix.msc4140');
      if (!known) {
        this.#missing.add('delayedEvents');
        throw new MatrixError('unsupported');
      }
      return this.#sender.scheduleState(roomId, type, stateKey, content, delay);
    });
  }

  async updateScheduled(delayId: string, action: 'restart' | 'cancel' | 'send'): Promise<void> {
    return this.#running(() => updateScheduled(this.#client, this.#outboxes.scheduled, delayId, action));
  }

  async turnServers(): Promise<TurnServers> {
    return this.#running(() => this.#queries.turnServers());
  }

  async openIdToken(): Promise<OpenIdToken> {
    return this.#running(() => this.#queries.openIdToken());
  }

  async rtcTransports(): Promise<readonly unknown[]> {
    return this.#running(async () => {
      try {
        return await this.#queries.rtcTransports();
      } catch (error) {
        if (error instanceof MatrixError && error.code === 'unsupported') this.#missing.add('rtcTransports');
        throw error;
      }
    });
  }

  dispose(): void {
    this.#lifetime.abort();
    this.#connection = 'stopped';
    this.#outboxes.stop('stopped');
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
    if (connection === 'stopped') this.#outboxes.stop('stopped');
    this.#emit('connection', connection);
  }
}
