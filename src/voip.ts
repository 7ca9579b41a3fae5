import * as v from 'valibot';
import type { CallIdentity, Device } from './call/call-context.ts';
import { callEvents } from './session/call-events.ts';
import type { Party } from './call/call-input.ts';
import { hangupOf } from './call/call-sending.ts';
import { PREPARING, UNANSWERED } from './call/call-state.ts';
import type { CallType } from './call/call-state.ts';
import { Switchboard } from './call/switchboard.ts';
import type { Delivery, Invitation } from './call/switchboard.ts';
import { systemClock } from './foundation/clock.ts';
import type { Clock } from './foundation/clock.ts';
import { Emitter } from './foundation/emitter.ts';
import type { EventSource, ListenOptions, Unsubscribe } from './foundation/emitter.ts';
import { consoleLog } from './foundation/log.ts';
import type { Log } from './foundation/log.ts';
import { opaqueId } from './foundation/opaque-id.ts';
import { oneOf, parsed } from './foundation/schemas.ts';
import type { MatrixPort, StateEvent, SyncBatch } from './matrix/port.ts';
import { loadOnce } from './media/load-once.ts';
import type { LocalMediaPort } from './media/local-media-port.ts';
import { isUsable } from './media/peer/sdp-text.ts';
import { CallSession } from './session/call-session.ts';
import { checkCallee } from './session/callee.ts';
import type { Callee } from './session/callee.ts';
import { newCall } from './call/call-context.ts';
import type { GroupCallEvents, GroupCallOptions, GroupCalls } from './session/group-calls.ts';
import type { GroupCallSession } from './session/group-call-session.ts';
import { IceServers } from './session/ice-servers.ts';
import { sessionPorts } from './session/session-ports.ts';
import type { SessionWorld } from './session/session-ports.ts';
import { incomingCall, offeredType } from './session/webrtc-delegate.ts';
import type { MissedCall, WebRTCDelegate } from './session/webrtc-delegate.ts';
import { buildCallEvent } from './signalling/build-call-event.ts';
import { watchPage } from './session/page-watch.ts';
import { Ringing } from './session/ringing.ts';

/** `lifetime`, `glare`, `icePolicy` and `ringInPublicRooms` are read at each call: the object may change, or have getters. */
export interface VoIPOptions {
  /** ms that an invite rings; 60 000 by default. */
  readonly lifetime?: number;
  /** What happens when two people call each other at once: the winning call rings (default), or is answered. */
  readonly glare?: 'ring' | 'answer';
  /** `relay`: nobody learns this device's address; needs a TURN server. */
  readonly icePolicy?: 'all' | 'relay';
  /** Lets calls in rooms that everybody may join ring. */
  readonly ringInPublicRooms?: boolean;
  readonly clock?: Clock;
  readonly log?: Log;
}

export interface VoIPEvents extends GroupCallEvents {
  /** A call rings. */
  incomingcall: CallSession;
  missedcall: MissedCall;
  /** Somebody called in a public room, where calls do not ring. */
  unrungcall: MissedCall;
  /** Calls began or ended. */
  callschange: readonly CallSession[];
}

const LEFT = v.object({ membership: oneOf('leave', 'ban') });

/** All calls of one device: places them, lets them ring, and brings what arrives to its session. */
export class VoIP implements EventSource<VoIPEvents> {
  readonly #events = new Emitter<VoIPEvents>();
  readonly #port: MatrixPort;
  readonly #delegate: WebRTCDelegate;
  readonly #options: VoIPOptions;
  /** What every session needs. */
  readonly #world: Omit<SessionWorld, 'icePolicy' | 'localMedia'>;
  readonly #self: Device;
  readonly #switchboard: Switchboard;
  readonly #ringing: Ringing;
  /** By the id of a call that will come: the one that it takes the place of. */
  readonly #awaited = new Map<string, CallSession>();
  readonly #disposed = new AbortController();
  #calls: readonly CallSession[] = [];
  #groupCalls: GroupCalls | undefined;
  /** Who only calls one other does not fetch it. */
  readonly #group = loadOnce(async () => {
    const { GroupCalls } = await import('./session/group-calls.ts');
    this.#groupCalls = new GroupCalls({
      world: this.#world,
      settings: this.#options,
      events: this.#events,
      signal: this.#disposed.signal,
    });
    return this.#groupCalls;
  });

  constructor(port: MatrixPort, delegate: WebRTCDelegate = {}, options: VoIPOptions = {}) {
    const log = options.log ?? consoleLog;
    const clock = options.clock ?? systemClock;
    const turn = new IceServers(port, clock, log);
    this.#port = port;
    this.#delegate = delegate;
    this.#options = options;
    this.#ringing = new Ringing(delegate);
    this.#world = { port, delegate, turn, clock, log, ringing: this.#ringing, voip: this };
    this.#self = { userId: port.userId, deviceId: port.deviceId };
    this.#switchboard = new Switchboard({
      self: this.#self,
      calls: () => this.#calls.map((call) => call.context),
      ringsIn: (roomId) => {
        const room = port.room(roomId);
        return room !== undefined && (!room.isPublic || options.ringInPublicRooms === true);
      },
      canHandleNewCall: (invitation) => this.#canHandle(invitation),
    });
    this.#listen();
    if (delegate.handleNewGroupCall) this.#group().catch(() => undefined);
    // A call that begins soon finds them ready.
    void turn.get();
  }

  on<Name extends keyof VoIPEvents>(
    name: Name,
    listener: (payload: VoIPEvents[Name]) => void,
    options?: ListenOptions,
  ): Unsubscribe {
    if (name === 'incominggroupcall') this.#group().catch(() => undefined);
    return this.#events.on(name, listener, options);
  }

  /** The Matrix side that was handed in. */
  get port(): MatrixPort {
    return this.#port;
  }

  /** Calls that have not ended. */
  get calls(): readonly CallSession[] {
    return this.#calls;
  }

  /** Those that somebody is in, and those that were asked for. */
  get groupCalls(): readonly GroupCallSession[] {
    return this.#groupCalls?.sessions ?? [];
  }

  /** The group call that a room has, or a new one. Errors: `GroupCallError('invalid-argument')`: we are not in the room. */
  async fetchOrCreateGroupCall(roomId: string, options?: GroupCallOptions): Promise<GroupCallSession> {
    return (await this.#group()).fetchOrCreate(roomId, options);
  }

  /**
   * Calls somebody in a room. Errors: `invalid-argument` (no callee, a room we are not in, this very device),
   * `invalid-state` (there is a call with this user in this room already).
   */
  inviteToCall(roomId: string, type: CallType, callee: Callee): CallSession {
    return this.placeCall(roomId, type, callee, opaqueId());
  }

  /** @internal The call id is given by a transfer. */
  placeCall(roomId: string, type: CallType, callee: Callee, callId: string): CallSession {
    checkCallee({ port: this.#port, calls: this.#calls, roomId, type, callee });
    const peer = { userId: callee.userId, deviceId: callee.deviceId ?? null };
    const session = this.#addSession({ callId, roomId, direction: 'outgoing', type, peer });
    this.#delegate.registerListeners?.(session);
    this.#delegate.handleNewCall?.(session);
    // The application may have ended it by now.
    if (session.state === 'fledgling') session.input({ type: 'place' });
    return session;
  }

  /** @internal The call with this id will come in place of `session`. */
  awaitCall(callId: string, session: CallSession): void {
    this.#awaited.set(callId, session);
    session.on('ended', () => this.#awaited.delete(callId));
  }

  /** Ends all calls and lets go of the port, which stays usable. */
  dispose(): void {
    for (const call of this.#calls) {
      // What only rings stays with our other devices.
      if (call.state === 'ringing') call.reject({ shouldEmit: false });
      else call.hangup();
    }
    this.#disposed.abort();
  }

  #addSession(
    identity: Pick<CallIdentity, 'callId' | 'roomId' | 'direction' | 'type' | 'peer'>,
    caller: Party | null = null,
    localMedia?: LocalMediaPort,
  ): CallSession {
    const lifetime = Math.max(1, Math.round(this.#options.lifetime ?? 60_000));
    const own = { self: this.#self, partyId: opaqueId(), lifetime };
    const session = new CallSession(
      newCall({ ...identity, ...own }, caller),
      sessionPorts({ ...this.#world, icePolicy: this.#options.icePolicy ?? 'all', localMedia }),
    );
    this.#setCalls([...this.#calls, session]);
    let answered = false;
    session.on('statechange', (state) => {
      answered ||= state === 'create-answer';
      if (state !== 'ringing') this.#ringing.stopFor(session);
      if (state === 'ended') this.#ended(session, answered);
    });
    return session;
  }

  #ended(session: CallSession, answered: boolean): void {
    const { context } = session;
    this.#switchboard.ended(context);
    this.#setCalls(this.#calls.filter((call) => call !== session));
    // Listeners of the session hear of its end before the delegate does.
    queueMicrotask(() => {
      this.#delegate.handleCallEnded?.(session);
      const { direction, endedBy, endReason } = context;
      const elsewhere = endReason === 'answered_elsewhere' || endReason === 'rejected_elsewhere';
      if (direction === 'incoming' && endedBy === 'remote' && !answered && !elsewhere) {
        const { callId, roomId, peer, type } = context;
        this.#missed({ callId, roomId, userId: peer.userId, type });
      }
    });
  }

  #missed(missed: MissedCall): void {
    this.#delegate.handleMissedCall?.(missed);
    this.#events.emit('missedcall', missed);
  }

  #setCalls(calls: readonly CallSession[]): void {
    this.#calls = calls;
    this.#events.emit('callschange', calls);
  }

  #canHandle(invitation: Invitation): boolean {
    if (this.#awaited.has(invitation.invite.callId)) return true;
    return this.#delegate.canHandleNewCall?.(incomingCall(invitation)) ?? this.#calls.length === 0;
  }

  #listen(): void {
    const { signal } = this.#disposed;
    this.#port.on('batch', (batch) => this.#receive(batch), { signal });
    this.#port.on('state', (event) => this.#stateChanged(event), { signal });
    watchPage(
      {
        onHide: () => {
          for (const call of this.#calls) this.#goodbyeOnUnload(call);
        },
        onNetworkChange: () => {
          for (const call of this.#calls) call.input({ type: 'network-changed' });
        },
      },
      signal,
    );
  }

  /** A page that goes away says so where it can; a call that only rings stays with our other devices. */
  #goodbyeOnUnload({ context }: CallSession): void {
    if (PREPARING.has(context.state) || UNANSWERED.has(context.state)) return;
    for (const { type, content } of buildCallEvent(hangupOf(context))) {
      this.#port.sendOnUnload(context.roomId, type, content);
    }
  }

  #stateChanged({ type, stateKey, roomId, content }: StateEvent): void {
    if (type !== 'm.room.member') return;
    if (!parsed(LEFT, content)) return;
    for (const call of this.#calls) {
      const { context } = call;
      const concerned = stateKey === context.peer.userId || stateKey === this.#port.userId;
      if (context.roomId === roomId && concerned) call.input({ type: 'left-room' });
    }
  }

  #receive(batch: SyncBatch): void {
    const events = callEvents(batch, (roomId) => this.#port.room(roomId), this.#world.log);
    for (const delivery of this.#switchboard.receive(events)) this.#deliver(delivery);
  }

  #deliver(delivery: Delivery): void {
    switch (delivery.to) {
      case 'call':
        this.#calls.find(({ callId }) => callId === delivery.callId)?.input(delivery.input);
        return;
      case 'ring':
        // What this device cannot read may suit another one.
        if (isUsable(delivery.invitation.invite.offer.sdp))
          this.#ring(delivery.invitation, delivery.replaces);
        else
          this.#world.log.debug('ignored', {
            callId: delivery.invitation.invite.callId,
            reason: 'bad offer',
          });
        return;
      case 'missed':
        this.#missed(incomingCall(delivery.invitation));
        return;
      case 'unrung':
        this.#events.emit('unrungcall', incomingCall(delivery.invitation));
        return;
      case 'nobody':
        this.#world.log.debug('ignored', { callId: delivery.callId, reason: delivery.reason });
    }
  }

  #ring({ invite, sender, roomId, remaining }: Invitation, replaces: string | null): void {
    const loser = this.#calls.find(({ callId }) => callId === replaces);
    const localMedia = loser?.handOver();
    loser?.input({ type: 'glare-lost' });
    const type = offeredType(invite.offer.sdp);
    const peer = { userId: sender, deviceId: null };
    const caller: Party = { id: invite.partyId, version: invite.version };
    const session = this.#addSession(
      { callId: invite.callId, roomId, direction: 'incoming', type, peer },
      caller,
      localMedia,
    );
    this.#ringing.start(session);
    this.#delegate.registerListeners?.(session);
    session.input({ type: 'ring', offer: invite.offer, metadata: invite.metadata, remaining });
    this.#delegate.handleNewCall?.(session);
    this.#events.emit('incomingcall', session);
    loser?.replacedBy(session);
    const answerAtOnce = loser !== undefined && this.#options.glare === 'answer';
    const transferred = this.#awaited.get(session.callId);
    transferred?.replacedBy(session);
    transferred?.hangup('replaced');
    if (transferred !== undefined || answerAtOnce) session.answer();
  }
}
