import type { Clock } from '../../foundation/clock.ts';
import type { MatrixConnection, MatrixPortEvents } from '../port.ts';
import type { ClockOffset } from './clock-offset.ts';
import { connectionOf, isInitialSync } from './connection.ts';
import type {
  ClientEvent,
  ClientEventName,
  ClientListener,
  ClientRoom,
  ClientRoomState,
  MatrixClientLike,
} from './matrix-client-like.ts';
import { SNAPSHOT_STATE } from './room-snapshot.ts';
import type { RoomSnapshots } from './room-snapshots.ts';
import { stateEvent } from './state-event.ts';
import { SyncBatches } from './sync-batches.ts';

interface ClientEventsInput {
  readonly client: MatrixClientLike;
  readonly clock: Clock;
  readonly offset: ClockOffset;
  readonly rooms: RoomSnapshots;
  /** Ends all listening. */
  readonly signal: AbortSignal;
  emit<Name extends keyof MatrixPortEvents>(name: Name, payload: MatrixPortEvents[Name]): void;
  connect(connection: MatrixConnection): void;
}

/** Turns what the client says into what the port says. */
export class ClientEvents {
  readonly #input: ClientEventsInput;
  readonly #batches: SyncBatches;
  /** Messages to this device that wait for their reader; `null`: nobody listens. */
  #unread: unknown[] | null = null;

  constructor(input: ClientEventsInput) {
    this.#input = input;
    const { client, clock, offset, signal } = input;
    const deliver = (batch: MatrixPortEvents['batch']): void => input.emit('batch', batch);
    this.#batches = new SyncBatches({ client, clock, offset, signal, deliver });
  }

  /** Listens from now on, and answers the connection as it is. */
  start(): MatrixConnection {
    this.#listenToSync();
    this.#listenToRooms();
    const connection = connectionOf(this.#input.client.getSyncState());
    this.#batches.seed();
    return connection;
  }

  /** From now on messages to this device are told of; what reads them is fetched, and where it cannot be, with the next. */
  hearDevices(): void {
    if (this.#unread !== null) return;
    const unread: unknown[] = [];
    this.#unread = unread;
    const read = (): void => {
      import('./to-device-event.ts').then(
        ({ toDeviceEvent }) => {
          for (const payload of unread.splice(0)) {
            const event = toDeviceEvent(payload);
            if (event) this.#input.emit('todevice', event);
          }
        },
        () => undefined,
      );
    };
    this.#on('receivedToDeviceMessage', (payload: unknown) => {
      unread.push(payload);
      read();
    });
    read();
  }

  #listenToSync(): void {
    this.#on('event', (event: ClientEvent) => this.#batches.collect(event));
    this.#on('Event.decrypted', (event: ClientEvent) => this.#batches.decrypted(event));
    // Also said of timelines that belong to no room.
    this.#on('Room.timelineReset', (room: ClientRoom | undefined) => {
      if (room) this.#batches.gap(room.roomId);
    });
    this.#on('sync', (state: string, _before: unknown, data: unknown) => {
      if (state === 'PREPARED' || state === 'SYNCING') this.#batches.flush(isInitialSync(data));
      this.#input.connect(connectionOf(state, data));
    });
    this.#on('Session.logged_out', () => this.#input.connect('unauthorized'));
  }

  #listenToRooms(): void {
    const { client, rooms } = this.#input;
    this.#on('RoomState.events', (event: ClientEvent, state: ClientRoomState) => {
      const roomId = event.getRoomId() ?? '';
      // Before a new room is complete the client does not have it; older state comes with history.
      if ((client.getRoom(roomId)?.currentState ?? state) !== state) return;
      if (SNAPSHOT_STATE.has(event.getType())) rooms.invalidate(roomId);
      const shown = stateEvent(event);
      if (shown) this.#input.emit('state', shown);
    });
    const invalidate = ({ roomId }: ClientRoom): void => rooms.invalidate(roomId);
    this.#on('Room', invalidate);
    this.#on('Room.name', invalidate);
    this.#on('Room.myMembership', invalidate);
    this.#on('accountData', (event: ClientEvent) => {
      if (event.getType() === 'm.direct') rooms.invalidateDirect();
    });
  }

  #on(name: ClientEventName, listener: ClientListener): void {
    const { client, signal } = this.#input;
    client.on(name, listener);
    signal.addEventListener('abort', () => client.off(name, listener), { once: true });
  }
}
