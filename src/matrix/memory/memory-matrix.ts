import type { Clock } from '../../foundation/clock.ts';
import { systemClock } from '../../foundation/clock.ts';
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
  SyncBatch,
  TimelineEvent,
  ToDeviceMessage,
  TurnServers,
} from '../port.ts';
import { RoomBook } from './room-book.ts';
import { SendQueue } from './send-queue.ts';
import type { QueueOptions } from './send-queue.ts';
import { toStateEvent, toTimelineEvent } from './port-events.ts';
import { ServerLink } from './server-link.ts';
import type { Content, StoredEvent, SyncAnswer } from './stored-event.ts';

/** Of the homeserver's clock: how many answers tell of it. */
const CLOCK_SAMPLES = 8;

export interface MemoryDevice {
  readonly userId: string;
  readonly deviceId: string;
  readonly clock?: Clock;
}

/** A device on a homeserver in memory, reached over `port`. */
export class MemoryMatrix implements MatrixPort {
  readonly userId: string;
  readonly deviceId: string;
  readonly #clock: Clock;
  readonly #link: ServerLink;
  readonly #queue: SendQueue;
  readonly #rooms: RoomBook;
  readonly #events = new Emitter<MatrixPortEvents>();
  #capabilities: MatrixCapabilities | null = null;
  #connection: MatrixConnection = 'connected';
  #clockOffsets: readonly number[] = [];
  #since: number | null = null;
  #syncing = false;
  /** What came before anybody listened to batches; `null` since somebody does. */
  #early: (() => void)[] | null = [];

  private constructor(port: MessagePort, { userId, deviceId, clock = systemClock }: MemoryDevice) {
    this.userId = userId;
    this.deviceId = deviceId;
    this.#clock = clock;
    this.#queue = new SendQueue(clock);
    this.#rooms = new RoomBook(userId);
    this.#link = new ServerLink(port, (connected) => {
      this.#setConnection(connected ? 'connected' : 'interrupted');
    });
  }

  /** Resolves when the device knows its rooms. The first batch waits for the first listener. */
  static async open(port: MessagePort, device: MemoryDevice): Promise<MemoryMatrix> {
    const matrix = new MemoryMatrix(port, device);
    const hello = (await matrix.#link.request('hello', [])) as {
      now: number;
      capabilities: MatrixCapabilities;
    };
    matrix.#capabilities = hello.capabilities;
    matrix.#take((await matrix.#link.request('sync', [null])) as SyncAnswer);
    void matrix.#sync();
    return matrix;
  }

  get capabilities(): MatrixCapabilities {
    if (this.#capabilities === null) throw new MatrixError('stopped');
    return this.#capabilities;
  }

  get connection(): MatrixConnection {
    return this.#connection;
  }

  get serverClockOffset(): number {
    // An answer that waited makes it too small, none too large.
    return Math.max(...this.#clockOffsets);
  }

  on<Name extends keyof MatrixPortEvents>(
    name: Name,
    listener: (payload: MatrixPortEvents[Name]) => void,
    options?: ListenOptions,
  ): Unsubscribe {
    const off = this.#events.on(name, listener, options);
    // A microtask later whoever listens has said what else it wants to hear.
    if (name === 'batch') {
      queueMicrotask(() => {
        const early = this.#early ?? [];
        this.#early = null;
        for (const tell of early) tell();
      });
    }
    return off;
  }

  rooms(): readonly Room[] {
    return this.#rooms.rooms();
  }

  room(roomId: string): Room | undefined {
    return this.#rooms.room(roomId);
  }

  /** The image as it was uploaded: this homeserver cuts nothing. */
  async avatar(mxc: string, _size: number): Promise<Blob> {
    return (await this.#link.request('media', [mxc])) as Blob;
  }

  async sendEvent(roomId: string, type: string, content: Content, options?: SendOptions): Promise<string> {
    return (await this.#send('sendEvent', [roomId, type, content], roomId, options)) as string;
  }

  sendOnUnload(roomId: string, type: string, content: Content): void {
    const allowed = this.capabilities.sendOnUnload && this.room(roomId)?.encrypted === false;
    if (allowed && this.#connection !== 'stopped') this.#link.post('sendEvent', [roomId, type, content]);
  }

  async redact(roomId: string, eventId: string, extras: Content = {}): Promise<void> {
    await this.#send('redact', [roomId, eventId, extras], roomId);
  }

  async recent(roomId: string, type: string): Promise<readonly TimelineEvent[]> {
    const events = (await this.#link.request('recent', [roomId, type])) as StoredEvent[];
    const now = this.#clock.now() + this.serverClockOffset;
    return events.map((event) => toTimelineEvent(event, now));
  }

  async state(roomId: string, type: string): Promise<readonly StateEvent[]> {
    const events = (await this.#link.request('state', [roomId, type])) as StoredEvent[];
    return events.map(toStateEvent);
  }

  async sendState(
    roomId: string,
    type: string,
    stateKey: string,
    content: Content,
    options?: SendOptions,
  ): Promise<string> {
    return (await this.#send('sendState', [roomId, type, stateKey, content], roomId, options)) as string;
  }

  async sendToDevice(
    roomId: string,
    type: string,
    messages: readonly ToDeviceMessage[],
  ): Promise<readonly ToDeviceMessage[]> {
    return (await this.#send('sendToDevice', [roomId, type, messages], 'to-device')) as ToDeviceMessage[];
  }

  async scheduleState(
    roomId: string,
    type: string,
    stateKey: string,
    content: Content,
    delay: number,
  ): Promise<string> {
    return (await this.#send(
      'scheduleState',
      [roomId, type, stateKey, content, delay],
      'schedule',
    )) as string;
  }

  async updateScheduled(delayId: string, action: 'restart' | 'cancel' | 'send'): Promise<void> {
    await this.#send('updateScheduled', [delayId, action], 'delayed');
  }

  async turnServers(): Promise<TurnServers> {
    return (await this.#link.request('turnServers', [])) as TurnServers;
  }

  async openIdToken(): Promise<OpenIdToken> {
    return (await this.#link.request('openIdToken', [])) as OpenIdToken;
  }

  async rtcTransports(): Promise<readonly unknown[]> {
    return (await this.#link.request('rtcTransports', [])) as unknown[];
  }

  /** The direct room with another user, created where there is none; resolves when `room` knows it. */
  async ensureDirectRoom(userId: string, options: { encrypted?: boolean } = {}): Promise<string> {
    return this.#ensure('ensureDirectRoom', [userId, options.encrypted ?? false], (roomId) => {
      return this.room(roomId)?.directUserId === userId;
    });
  }

  /**
   * The room of this name, which everybody on the homeserver may enter and call in; created where there is none, and
   * joined. Resolves when `room` knows it.
   */
  async ensureRoom(name: string, options: { encrypted?: boolean } = {}): Promise<string> {
    return this.#ensure('ensureRoom', [name, options.encrypted ?? false], (roomId) => {
      return this.room(roomId) !== undefined;
    });
  }

  dispose(): void {
    if (this.#connection === 'stopped') return;
    this.#setConnection('stopped');
    this.#link.close();
    this.#early = null;
  }

  async #ensure(operation: string, args: unknown[], isKnown: (roomId: string) => boolean): Promise<string> {
    const roomId = (await this.#send(operation, args, 'rooms')) as string;
    if (!isKnown(roomId)) {
      await new Promise<void>((resolve) => {
        const off = this.on('room', () => {
          if (!isKnown(roomId)) return;
          off();
          resolve();
        });
      });
    }
    return roomId;
  }

  #send(operation: string, args: unknown[], lane: string, options: QueueOptions = {}): Promise<unknown> {
    const transaction = opaqueId();
    return this.#queue.add(lane, () => this.#link.request(operation, args, transaction), options);
  }

  #setConnection(connection: MatrixConnection): void {
    const ended = this.#connection === 'stopped' || this.#connection === 'unauthorized';
    if (this.#connection === connection || (ended && connection !== 'stopped')) return;
    this.#connection = connection;
    this.#events.emit('connection', connection);
    if (connection === 'stopped') this.#queue.end(new MatrixError('stopped'));
    else if (connection === 'unauthorized') this.#queue.end(new MatrixError('matrix-unauthorized'));
    else this.#queue.setConnected(connection === 'connected');
    if (connection === 'connected') void this.#sync();
  }

  async #sync(): Promise<void> {
    if (this.#syncing) return;
    this.#syncing = true;
    try {
      while (this.#connection === 'connected') {
        this.#take((await this.#link.request('sync', [this.#since])) as SyncAnswer);
      }
    } catch (error) {
      if (error instanceof MatrixError && error.code === 'matrix-unauthorized') {
        this.#setConnection('unauthorized');
      }
    } finally {
      this.#syncing = false;
    }
  }

  /** To-device messages come before what happened in rooms, as in a sync response. */
  #take(answer: SyncAnswer): void {
    this.#since = answer.next;
    this.#clockOffsets = [...this.#clockOffsets, answer.now - this.#clock.now()].slice(-CLOCK_SAMPLES);
    const changes = this.#rooms.take(answer);
    for (const message of answer.toDevice) {
      const { type, sender, senderDevice, encrypted, content } = message;
      this.#tell('todevice', { type, sender, senderDevice, encrypted, content });
    }
    for (const roomId of changes.roomIds) this.#emit('room', roomId);
    for (const event of changes.stateEvents) this.#emit('state', toStateEvent(event));
    const events = answer.rooms
      .flatMap(({ timeline }) => timeline)
      .map((event) => toTimelineEvent(event, this.#clock.now() + this.serverClockOffset));
    const gaps = answer.rooms.filter(({ limited }) => limited).map(({ roomId }) => roomId);
    if (events.length > 0) this.#deliver({ events, gaps });
  }

  /** What must not be missed waits until somebody listens. */
  #tell<Name extends keyof MatrixPortEvents>(name: Name, payload: MatrixPortEvents[Name]): void {
    const tell = (): void => {
      this.#emit(name, payload);
    };
    if (this.#early) this.#early.push(tell);
    else tell();
  }

  #emit<Name extends keyof MatrixPortEvents>(name: Name, payload: MatrixPortEvents[Name]): void {
    if (this.#connection !== 'stopped') this.#events.emit(name, payload);
  }

  #deliver({ events, gaps }: SyncBatch): void {
    const batches = this.capabilities.wholeBatches
      ? [{ events, gaps }]
      : events.map((event, index) => ({ events: [event], gaps: index === 0 ? gaps : [] }));
    for (const batch of batches) this.#tell('batch', batch);
  }
}
