import type {
  MatrixConnection,
  MatrixPort,
  StateEvent,
  SyncBatch,
  TimelineEvent,
  ToDeviceEvent,
} from '../../../src/matrix/port.ts';
import { until } from '../../until.ts';

/** Everything a port says from now on. */
export class Recorder {
  readonly batches: SyncBatch[] = [];
  readonly states: StateEvent[] = [];
  readonly toDevice: ToDeviceEvent[] = [];
  readonly rooms: string[] = [];
  readonly connections: MatrixConnection[] = [];

  constructor(port: MatrixPort) {
    port.on('batch', (batch) => this.batches.push(batch));
    port.on('state', (event) => this.states.push(event));
    port.on('todevice', (event) => this.toDevice.push(event));
    port.on('room', (roomId) => this.rooms.push(roomId));
    port.on('connection', (connection) => this.connections.push(connection));
  }

  /** How much was said, of whatever kind. */
  get count(): number {
    return [this.batches, this.states, this.toDevice, this.rooms, this.connections].reduce(
      (sum, { length }) => sum + length,
      0,
    );
  }

  events(roomId: string, type: string): TimelineEvent[] {
    return this.batches
      .flatMap(({ events }) => events)
      .filter((event) => event.roomId === roomId && event.type === type);
  }

  /** The `n` of each event, which is how the cases number what they send. */
  numbers(roomId: string, type: string): unknown[] {
    return this.events(roomId, type).map(({ content }) => (content as { n?: unknown }).n);
  }

  async untilNumber(roomId: string, type: string, n: unknown): Promise<void> {
    await until(
      () => this.numbers(roomId, type).includes(n),
      () => `${type} number ${String(n)}, only ${JSON.stringify(this.numbers(roomId, type))}`,
    );
  }
}
