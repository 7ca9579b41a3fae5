import * as v from 'valibot';
import { oneOf, parsed } from '../foundation/schemas.ts';
import { opaqueId } from '../foundation/opaque-id.ts';
import { GroupCallError } from '../group-call/group-call-error.ts';
import type { GroupCallKey } from '../group-call/group-call-key.ts';
import type { GroupCallState } from '../group-call/group-call-state.ts';
import { newOwnMembership } from '../group-call/own-context.ts';
import { powerToJoin } from '../group-call/power-to-join.ts';
import type { PowerToJoin } from '../group-call/power-to-join.ts';
import { chooseStateKeyForm, stateKeyOf } from '../group-call/state-key.ts';
import type { MatrixPort, StateEvent, SyncBatch, ToDeviceEvent } from '../matrix/port.ts';
import { MEMBER_TYPE } from '../signalling/membership.ts';
import { entryName, rawEntries } from '../signalling/raw-memberships.ts';
import { GroupCallSession } from './group-call-session.ts';
import { groupLate } from './group-late.ts';
import type { GroupRing } from './group-ringing.ts';
import type { GroupMedia } from './group-devices.ts';
import { OwnMembershipRunner } from './own-membership-runner.ts';
import { watchPage } from './page-watch.ts';
import { RoomCalls } from './room-calls.ts';
import { sessionPorts } from './session-ports.ts';
import type { SessionWorld } from './session-ports.ts';
import { steadyClock } from './steady-clock.ts';

export interface GroupCallOptions {
  /** Default: the call that the room has; where there is none, one of the whole room. */
  readonly callId?: string;
  /** Default, also where it is empty: `m.call` */
  readonly application?: string;
  /** Default, also where it is empty: `m.room` */
  readonly scope?: string;
  /** How media flow in a call that we begin; one that goes on has its own way. Default: `mesh`, the only one as yet. */
  readonly backend?: 'mesh';
  /** A membership of each device under a key of its own, protected or not. */
  readonly perDeviceKeys?: boolean;
  /** How the room hears of it when we begin it. Default: by a notification; in a direct chat the membership itself rings. */
  readonly ring?: GroupRing;
  /** ms for which our membership counts without being written again; 360 000 by default. */
  readonly expiry?: number;
}

/** What `VoIP` tells of group calls. */
export interface GroupCallEvents {
  /** Others are in a group call in a room of ours. Those that go on already are told to who listens first. */
  incominggroupcall: GroupCallSession;
  /** Group calls came or went. */
  groupcallschange: readonly GroupCallSession[];
}

export interface GroupCallsOptions {
  readonly world: Omit<SessionWorld, 'localMedia' | 'icePolicy'>;
  readonly settings: { readonly icePolicy?: SessionWorld['icePolicy'] };
  readonly events: {
    emit<Name extends keyof GroupCallEvents>(name: Name, payload: GroupCallEvents[Name]): void;
  };
  readonly signal: AbortSignal;
  /** Default: those of the browser, or what the delegate brings. */
  readonly openMedia?: (world: SessionWorld) => GroupMedia;
}

const LEFT = v.object({ membership: oneOf('leave', 'ban') });

/** All group calls of one device. */
export class GroupCalls {
  readonly #options: GroupCallsOptions;
  readonly #port: MatrixPort;
  readonly #rooms = new Map<string, RoomCalls>();
  /** New each time an engine starts. */
  readonly #membershipId = opaqueId();
  readonly #steadyClock: ReturnType<typeof steadyClock>;
  #sessions: readonly GroupCallSession[] = [];
  /** Somebody holds them: they stay while nobody is in them. */
  readonly #asked = new WeakSet<GroupCallSession>();

  constructor(options: GroupCallsOptions) {
    this.#options = options;
    this.#port = options.world.port;
    this.#steadyClock = steadyClock(options.world.clock);
    this.#listen();
    for (const { roomId } of this.#port.rooms()) this.#roomCalls(roomId);
  }

  /** Those that somebody is in, and those that were asked for. */
  get sessions(): readonly GroupCallSession[] {
    return this.#sessions;
  }

  /** Errors: `GroupCallError`: `invalid-argument` (we are not in the room), `unsupported` (there is no such backend). */
  async fetchOrCreate(roomId: string, options: GroupCallOptions = {}): Promise<GroupCallSession> {
    if (this.#port.room(roomId) === undefined) throw new GroupCallError('invalid-argument');
    const { backend = 'mesh' }: { backend?: string } = options;
    if (backend !== 'mesh') throw new GroupCallError('unsupported');
    const calls = this.#roomCalls(roomId);
    await calls.ready;
    const { callId, application, scope } = options;
    const wish = {
      ...(callId !== undefined && { callId }),
      ...(application && { application }),
      ...(scope && { scope }),
    };
    const fresh = { callId: roomId, application: 'm.call', scope: 'm.room', ...wish };
    const session = this.#sessionOf(roomId, calls.callToJoin(wish) ?? fresh, options);
    this.#asked.add(session);
    return session;
  }

  #roomCalls(roomId: string): RoomCalls {
    const known = this.#rooms.get(roomId);
    if (known !== undefined) return known;
    const { clock } = this.#options.world;
    const calls = new RoomCalls(this.#port, clock, roomId, () => this.#callsChanged(roomId));
    this.#rooms.set(roomId, calls);
    return calls;
  }

  #sessionOf(roomId: string, call: GroupCallKey, options: GroupCallOptions = {}): GroupCallSession {
    const known = this.#known(roomId, call);
    if (known !== undefined) return known;
    const { world, settings, openMedia = sessionPorts } = this.#options;
    const calls = this.#roomCalls(roomId);
    const session = new GroupCallSession({
      ...world,
      steadyClock: this.#steadyClock,
      opaqueId,
      own: this.#ownOf(roomId, call, options),
      ring: options.ring ?? (this.#port.room(roomId)?.directUserId == null ? 'notification' : 'none'),
      members: () => calls.membersOf(call),
      openMedia: () => openMedia({ ...world, icePolicy: settings.icePolicy ?? 'all' }),
      mayAllowEverybody: () => this.#power(roomId).mayChange,
      allowEverybody: async () => (await groupLate()).allowEverybody(this.#port, roomId),
    });
    session.on('statechange', (state) => this.#stateOf(session, state));
    this.#set([...this.#sessions, session]);
    return session;
  }

  #known(roomId: string, call: GroupCallKey): GroupCallSession | undefined {
    return this.#sessions.find((session) => session.roomId === roomId && session.isAbout(call));
  }

  #ownOf(roomId: string, call: GroupCallKey, { perDeviceKeys = false, expiry }: GroupCallOptions) {
    const { userId, deviceId, capabilities } = this.#port;
    const live = this.#roomCalls(roomId).membersOf(call);
    const form = chooseStateKeyForm({
      roomVersion: this.#port.room(roomId)?.version ?? '',
      unprotected: perDeviceKeys,
      others: live.flatMap((member) => (member.userId === userId ? [] : (member.stateKeyForm ?? []))),
    });
    const { callId, application, scope } = call;
    return {
      roomId,
      userId,
      deviceId,
      membershipId: this.#membershipId,
      stateKey: stateKeyOf(form, userId, deviceId),
      call: { callId, application, scope },
      backend: { type: 'mesh' } as const,
      ...(expiry !== undefined && { expiryMs: expiry }),
      delayedEvents: capabilities.delayedEvents,
      power: this.#power(roomId),
    };
  }

  #power(roomId: string): PowerToJoin {
    return powerToJoin(this.#port.room(roomId)?.powerLevels ?? null, this.#port.userId);
  }

  #listen(): void {
    const { signal } = this.#options;
    const port = this.#port;
    port.on('state', (event) => this.#stateChanged(event), { signal });
    port.on('todevice', (event) => this.#receive(event), { signal });
    port.on('batch', (batch) => this.#receiveBatch(batch), { signal });
    port.on('room', (roomId) => this.#roomChanged(roomId), { signal });
    watchPage(
      {
        onHide: () => this.#each((session) => session.report({ type: 'unload' })),
        onNetworkChange: () => this.#each((session) => session.networkChanged()),
      },
      signal,
    );
    signal.addEventListener('abort', () => {
      this.#each((session) => session.dispose());
      for (const calls of this.#rooms.values()) calls.dispose();
      this.#steadyClock.dispose();
    });
  }

  #each(action: (session: GroupCallSession) => void, roomId?: string): void {
    for (const session of this.#sessions) {
      if (roomId === undefined || session.roomId === roomId) action(session);
    }
  }

  #stateChanged(event: StateEvent): void {
    const { type, roomId, stateKey, content, sender } = event;
    if (type === MEMBER_TYPE) {
      this.#takeOut(event);
      this.#each((session) => {
        if (session.context.stateKey === stateKey) session.report({ type: 'key-seen', event });
      }, roomId);
      this.#roomCalls(roomId).receive(event);
    } else if (type === 'm.room.tombstone') {
      this.#each((session) => session.report({ type: 'room-upgraded' }), roomId);
    } else if (type === 'm.room.member' && stateKey === this.#port.userId) {
      const left = parsed(LEFT, content);
      if (!left) return;
      const reason = sender === stateKey ? 'left-room' : left.membership === 'ban' ? 'banned' : 'kicked';
      this.#each((session) => session.report({ type: 'removed-from-room', reason }), roomId);
    }
  }

  /**
   * A call that is over has no session to take us out where another device puts us back. Of several entries one at a time:
   * the next when that is seen.
   */
  #takeOut(event: StateEvent): void {
    const { roomId, sender, stateKey, content } = event;
    if (sender !== this.#port.userId) return;
    const call = rawEntries(content)
      .map(entryName)
      .find((name) => name?.membershipId === this.#membershipId && this.#known(roomId, name) === undefined);
    if (call == null) return;
    const runner = new OwnMembershipRunner({
      ...this.#options.world,
      steadyClock: this.#steadyClock,
      context: newOwnMembership({ ...this.#ownOf(roomId, call, {}), stateKey }),
      onTransition: () => undefined,
      onWritten: () => undefined,
    });
    runner.input({ type: 'key-seen', event });
  }

  #roomChanged(roomId: string): void {
    this.#rooms.get(roomId)?.peopleChanged();
    this.#each((session) => {
      const { own, needed } = this.#power(roomId);
      session.report({ type: 'power', own, needed });
    }, roomId);
  }

  #receive(event: ToDeviceEvent): void {
    for (const session of this.#sessions) if (session.receive(event)) return;
  }

  #receiveBatch({ events }: SyncBatch): void {
    for (const event of events) this.#each((session) => session.hear(event), event.roomId);
  }

  #callsChanged(roomId: string): void {
    const { userId, deviceId } = this.#port;
    for (const call of this.#rooms.get(roomId)?.calls ?? []) {
      const others = call.members.filter(
        (member) => member.userId !== userId || member.deviceId !== deviceId,
      );
      const isKnown = this.#known(roomId, call) !== undefined;
      if (isKnown || others.length === 0 || call.backend.type !== 'mesh') continue;
      const session = this.#sessionOf(roomId, call);
      this.#options.world.delegate.handleNewGroupCall?.(session);
      this.#options.events.emit('incominggroupcall', session);
    }
    this.#each((session) => {
      session.membersChanged();
      this.#drop(session);
    }, roomId);
  }

  #stateOf(session: GroupCallSession, state: GroupCallState): void {
    const { delegate } = this.#options.world;
    if (state === 'entering') delegate.handleNewGroupCall?.(session);
    if (state === 'left') delegate.handleGroupCallEnded?.(session);
    this.#drop(session);
  }

  /** Nobody is in it any more: whoever begins it again begins another. */
  #drop(session: GroupCallSession): void {
    const { state, participants } = session;
    const isOver = state === 'left' || (state === 'lobby' && !this.#asked.has(session));
    if (!isOver || participants.length > 0) return;
    session.dispose();
    this.#set(this.#sessions.filter((other) => other !== session));
  }

  #set(sessions: readonly GroupCallSession[]): void {
    this.#sessions = sessions;
    this.#options.events.emit('groupcallschange', sessions);
  }
}
