import type { Clock } from '../../foundation/clock.ts';
import { systemClock } from '../../foundation/clock.ts';
import { opaqueId } from '../../foundation/opaque-id.ts';
import { MatrixError } from '../matrix-error.ts';
import type { MatrixCapabilities, ToDeviceMessage, TurnServers } from '../port.ts';
import { Accounts } from './accounts.ts';
import { allCapabilities } from './capabilities.ts';
import { DelayedEvents } from './delayed-events.ts';
import type { Device } from './device.ts';
import { MemoryRoom } from './memory-room.ts';
import { initialState } from './initial-state.ts';
import type { RoomOptions } from './initial-state.ts';
import type { Content, StoredEvent, SyncAnswer } from './stored-event.ts';

export interface HomeserverOptions {
  readonly clock?: Clock;
  /** What this homeserver and its clients cannot do is `false` here. */
  readonly capabilities?: Partial<MatrixCapabilities>;
  /** Without them `capabilities.turnServers` is `false`. */
  readonly turnServers?: TurnServers;
  readonly rtcTransports?: readonly unknown[];
}

/** A homeserver in memory: users, devices, rooms and what they say to each other. */
export class Homeserver {
  readonly clock: Clock;
  readonly capabilities: MatrixCapabilities;
  readonly turnServers: TurnServers;
  readonly rtcTransports: readonly unknown[];
  readonly delayed: DelayedEvents;
  readonly accounts: Accounts;
  readonly #rooms = new Map<string, MemoryRoom>();
  readonly #direct = new Map<string, { position: number; rooms: Record<string, string> }>();
  /** Room ids by the name that `ensureRoom` gave. */
  readonly #named = new Map<string, string>();
  #position = 0;

  constructor(options: HomeserverOptions = {}) {
    this.clock = options.clock ?? systemClock;
    this.capabilities = {
      ...allCapabilities,
      turnServers: options.turnServers !== undefined,
      ...options.capabilities,
    };
    this.turnServers = options.turnServers ?? { iceServers: [], ttl: 86_400_000 };
    this.rtcTransports = options.rtcTransports ?? [];
    this.delayed = new DelayedEvents(this.clock);
    this.accounts = new Accounts(this.clock);
  }

  createRoom(creator: string, options: RoomOptions = {}): string {
    const room = new MemoryRoom(`!${opaqueId()}:memory`);
    this.#rooms.set(room.roomId, room);
    this.#setMembership(room, creator, creator, 'join');
    for (const { type, content } of initialState(creator, options))
      this.#addState(room, creator, type, '', content);
    for (const userId of options.members ?? []) {
      this.#setMembership(room, creator, userId, 'invite');
      this.#setMembership(room, userId, userId, 'join');
    }
    const [other] = options.members ?? [];
    if (options.direct === true && other !== undefined) {
      this.#setDirect(creator, room.roomId, other);
      this.#setDirect(other, room.roomId, creator);
    }
    return room.roomId;
  }

  /** The direct room of two users, created where there is none that both are in. */
  ensureDirectRoom(userId: string, other: string, options: { encrypted?: boolean } = {}): string {
    for (const [roomId, peer] of Object.entries(this.#direct.get(userId)?.rooms ?? {})) {
      const room = this.#rooms.get(roomId);
      const complete = room?.membership(userId) === 'join' && room.membership(other) === 'join';
      if (peer === other && complete && room.encrypted === (options.encrypted ?? false)) return roomId;
    }
    return this.createRoom(userId, { ...options, members: [other], direct: true });
  }

  /** The room of this name that everybody may enter and call in, created where there is none; the user is in it. */
  ensureRoom(userId: string, name: string, options: { encrypted?: boolean } = {}): string {
    const known = this.#named.get(name);
    if (known !== undefined) {
      if (this.room(known).membership(userId) !== 'join') this.join(userId, known);
      return known;
    }
    const powerLevels = { events: { 'com.famedly.call.member': 0 } };
    const roomId = this.createRoom(userId, { ...options, name, isPublic: true, powerLevels });
    this.#named.set(name, roomId);
    return roomId;
  }

  invite(by: string, userId: string, roomId: string): void {
    const room = this.room(roomId);
    room.demand(by, ({ invite }) => invite);
    if (room.membership(userId) === 'join') throw new MatrixError('forbidden');
    this.#setMembership(room, by, userId, 'invite');
  }

  join(userId: string, roomId: string): void {
    const room = this.room(roomId);
    const isPublic = room.stateEvent('m.room.join_rules')?.content['join_rule'] === 'public';
    if (!isPublic && room.membership(userId) !== 'invite') throw new MatrixError('forbidden');
    this.#setMembership(room, userId, userId, 'join');
  }

  leave(userId: string, roomId: string): void {
    const room = this.room(roomId);
    if (room.membership(userId) === 'leave') throw new MatrixError('forbidden');
    this.#setMembership(room, userId, userId, 'leave');
  }

  kick(by: string, userId: string, roomId: string): void {
    const room = this.room(roomId);
    room.demand(by, ({ kick }) => kick);
    this.#setMembership(room, by, userId, 'leave');
  }

  sendEvent(sender: string, roomId: string, type: string, content: Content): string {
    const room = this.room(roomId);
    room.demand(sender, ({ events, events_default }) => events[type] ?? events_default);
    return this.#append(room, { sender, type, content, encrypted: this.#encrypts(room) });
  }

  sendState(sender: string, roomId: string, type: string, stateKey: string, content: Content): string {
    const room = this.room(roomId);
    room.demand(sender, ({ events, state_default }) => events[type] ?? state_default);
    const foreign = stateKey.startsWith('@') && stateKey !== sender;
    if (foreign || type === 'm.room.member') throw new MatrixError('forbidden');
    return this.#addState(room, sender, type, stateKey, content);
  }

  /** The state event is sent after `delay` ms if the sender may do so then. */
  scheduleState(
    sender: string,
    roomId: string,
    type: string,
    stateKey: string,
    content: Content,
    delay: number,
  ): string {
    if (this.room(roomId).membership(sender) !== 'join') throw new MatrixError('forbidden');
    return this.delayed.schedule(sender, delay, () => {
      try {
        this.sendState(sender, roomId, type, stateKey, content);
      } catch (error) {
        if (!(error instanceof MatrixError)) throw error;
      }
    });
  }

  redact(sender: string, roomId: string, eventId: string, extras: Content): string {
    const room = this.room(roomId);
    const event = room.find(eventId);
    const own = event?.sender === sender;
    room.demand(sender, ({ redact, events, events_default }) =>
      Math.max(own ? 0 : redact, events['m.room.redaction'] ?? events_default),
    );
    if (event === undefined) throw new MatrixError('not-found');
    room.redact(eventId);
    const further = this.capabilities.redactionExtras ? extras : {};
    const content = { ...further, redacts: eventId };
    return this.#append(room, { sender, type: 'm.room.redaction', content, encrypted: false });
  }

  recent(userId: string, roomId: string, type: string): StoredEvent[] {
    return this.#entered(userId, roomId).recent(userId, type);
  }

  state(userId: string, roomId: string, type: string): StoredEvent[] {
    return this.#entered(userId, roomId).state(type);
  }

  /** Answers the recipients that have no such device where that matters: in encrypted rooms. */
  sendToDevice(
    sender: Device,
    roomId: string,
    type: string,
    messages: readonly ToDeviceMessage[],
  ): ToDeviceMessage[] {
    const room = this.#entered(sender.userId, roomId);
    const encrypted = this.#encrypts(room);
    const undelivered: ToDeviceMessage[] = [];
    for (const message of messages) {
      const device = this.accounts.find(message.userId, message.deviceId);
      device?.deliver({
        type,
        sender: sender.userId,
        senderDevice: encrypted && this.capabilities.senderDevice ? sender.deviceId : null,
        encrypted,
        content: message.content,
        position: this.#next(),
      });
      if (device === undefined && encrypted) undelivered.push(message);
    }
    return undelivered;
  }

  /** What is new to the device after `since`; waits until there is something. */
  async sync(device: Device, since: number | null): Promise<SyncAnswer> {
    for (;;) {
      if (!device.faults.tokenKnown) throw new MatrixError('matrix-unauthorized');
      const answer = this.#news(device, since);
      const something = answer.rooms.length > 0 || answer.toDevice.length > 0 || answer.direct !== null;
      if (since === null || (something && !device.faults.paused)) return answer;
      await device.news();
    }
  }

  room(roomId: string): MemoryRoom {
    const room = this.#rooms.get(roomId);
    if (room === undefined) throw new MatrixError('forbidden');
    return room;
  }

  #news(device: Device, since: number | null): SyncAnswer {
    const direct = this.#direct.get(device.userId);
    return {
      next: this.#position,
      now: this.clock.now(),
      rooms: [...this.#rooms.values()].flatMap((room) => room.news(device.userId, since) ?? []),
      toDevice: device.inbox(since ?? 0),
      direct: direct && direct.position > (since ?? 0) ? direct.rooms : null,
    };
  }

  #entered(userId: string, roomId: string): MemoryRoom {
    const room = this.room(roomId);
    if (room.membership(userId) !== 'join') throw new MatrixError('forbidden');
    return room;
  }

  #encrypts(room: MemoryRoom): boolean {
    if (room.encrypted && !this.capabilities.encryption) throw new MatrixError('unsupported');
    return room.encrypted;
  }

  #setMembership(room: MemoryRoom, sender: string, userId: string, membership: string): void {
    const content = { membership, ...this.accounts.profile(userId) };
    this.#addState(room, sender, 'm.room.member', userId, content);
  }

  #setDirect(userId: string, roomId: string, other: string): void {
    const rooms = { ...this.#direct.get(userId)?.rooms, [roomId]: other };
    this.#direct.set(userId, { position: this.#next(), rooms });
    this.#wake([userId]);
  }

  #addState(room: MemoryRoom, sender: string, type: string, stateKey: string, content: Content): string {
    return this.#append(room, { sender, type, stateKey, content, encrypted: false });
  }

  #append(
    room: MemoryRoom,
    event: Pick<StoredEvent, 'sender' | 'type' | 'content' | 'encrypted'> & { stateKey?: string },
  ): string {
    const eventId = `$${opaqueId()}`;
    const audience = new Set(room.joined());
    room.append({
      ...event,
      eventId,
      roomId: room.roomId,
      originServerTs: this.clock.now(),
      position: this.#next(),
    });
    this.#wake([...audience, ...room.joined()]);
    return eventId;
  }

  #next(): number {
    this.#position += 1;
    return this.#position;
  }

  #wake(userIds: readonly string[]): void {
    for (const userId of new Set(userIds)) {
      for (const device of this.accounts.devices(userId)) device.wake();
    }
  }
}
