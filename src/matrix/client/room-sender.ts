import { opaqueId } from '../../foundation/opaque-id.ts';
import { MatrixError } from '../matrix-error.ts';
import type { SendOptions, ToDeviceMessage } from '../port.ts';
import { ScheduledEvent, SentEvent } from './answers.ts';
import { apiPath } from './api-path.ts';
import { parseAnswer, requestOf } from './homeserver.ts';
import type { ClientRoom, MatrixClientLike } from './matrix-client-like.ts';
import type { Outboxes } from './outboxes.ts';
import { isEncrypted, wireEvent } from './room-encryption.ts';
import type { WireEvent } from './room-encryption.ts';
import { clearToDevice, encryptedToDevice } from './to-device.ts';
import type { ToDeviceRequest } from './to-device.ts';

type Content = Readonly<Record<string, unknown>>;

/** Everything that goes into a room or to its devices. What is sent twice has the same transaction id and bytes. */
export class RoomSender {
  readonly #client: MatrixClientLike;
  readonly #outboxes: Outboxes;

  constructor(client: MatrixClientLike, outboxes: Outboxes) {
    this.#client = client;
    this.#outboxes = outboxes;
  }

  async sendEvent(roomId: string, type: string, content: Content, options: SendOptions): Promise<string> {
    const room = this.#room(roomId);
    const transaction = opaqueId();
    let wire: WireEvent | undefined;
    const attempt = async (signal: AbortSignal): Promise<unknown> => {
      wire ??= await wireEvent(this.#client, room, { type, content });
      const path = apiPath`/rooms/${roomId}/send/${wire.type}/${transaction}`;
      return requestOf(this.#client, 'PUT', path, { body: wire.content, signal });
    };
    return eventId(await this.#outboxes.events.send(roomId, attempt, options));
  }

  async sendState(
    roomId: string,
    type: string,
    stateKey: string,
    content: Content,
    options: SendOptions,
  ): Promise<string> {
    const path = statePath(roomId, type, stateKey);
    const attempt = (signal: AbortSignal) => requestOf(this.#client, 'PUT', path, { body: content, signal });
    return eventId(await this.#outboxes.events.send(roomId, attempt, options));
  }

  async redact(roomId: string, redacted: string, extras: Content): Promise<void> {
    const path = apiPath`/rooms/${roomId}/redact/${redacted}/${opaqueId()}`;
    await this.#outboxes.events.send(roomId, (signal) =>
      requestOf(this.#client, 'PUT', path, { body: extras, signal }),
    );
  }

  /** Not repeated after an outage: there is no transaction id, and a second schedule would fire when nobody restarts it. */
  async scheduleState(
    roomId: string,
    type: string,
    stateKey: string,
    content: Content,
    delay: number,
  ): Promise<string> {
    const query = { 'org.matrix.msc4140.delay': String(delay) };
    const path = statePath(roomId, type, stateKey);
    const answer = await this.#outboxes.events.send(
      roomId,
      (signal) => requestOf(this.#client, 'PUT', path, { query, body: content, signal }),
      { patience: 0 },
    );
    return parseAnswer(ScheduledEvent, answer).delay_id;
  }

  async sendToDevice(
    roomId: string,
    type: string,
    messages: readonly ToDeviceMessage[],
  ): Promise<readonly ToDeviceMessage[]> {
    const room = this.#room(roomId);
    const transaction = opaqueId();
    let request: ToDeviceRequest | undefined;
    await this.#outboxes.toDevice.send(roomId, async (signal) => {
      request ??= await this.#toDeviceRequest(room, type, messages);
      if (Object.keys(request.messages).length === 0) return;
      const path = apiPath`/sendToDevice/${request.type}/${transaction}`;
      await requestOf(this.#client, 'PUT', path, { body: { messages: request.messages }, signal });
    });
    return request?.undelivered ?? [];
  }

  async #toDeviceRequest(
    room: ClientRoom,
    type: string,
    messages: readonly ToDeviceMessage[],
  ): Promise<ToDeviceRequest> {
    if (!(await isEncrypted(this.#client, room))) return clearToDevice(type, messages);
    return encryptedToDevice(this.#client.getCrypto(), type, messages);
  }

  /** In a room that the client does not know nobody can say whether it is encrypted. */
  #room(roomId: string): ClientRoom {
    const room = this.#client.getRoom(roomId);
    if (!room) throw new MatrixError('forbidden', { message: 'The user is not in the room' });
    return room;
  }
}

function statePath(roomId: string, type: string, stateKey: string): string {
  const path = apiPath`/rooms/${roomId}/state/${type}`;
  return stateKey === '' ? path : path + apiPath`/${stateKey}`;
}

function eventId(answer: unknown): string {
  return parseAnswer(SentEvent, answer).event_id;
}
