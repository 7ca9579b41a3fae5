import type { Clock } from '../foundation/clock.ts';
import { ClosingEmitter } from '../media/closing-emitter.ts';
import { isWholeRoom } from '../group-call/group-call-key.ts';
import type { LiveMembership } from '../group-call/live-membership.ts';
import { MeshOrder } from '../group-call/mesh-order.ts';
import type { MeshDelivery } from '../group-call/mesh-order.ts';
import type { MeshPairCommand } from '../group-call/mesh-pair-command.ts';
import { FAILED_MS, LONG_MS } from '../group-call/mesh-pair-times.ts';
import { flows, hasWaited } from '../group-call/mesh-pair.ts';
import type { MeshPair } from '../group-call/mesh-pair.ts';
import { MeshPairs } from '../group-call/mesh-pairs.ts';
import type {
  MediaBackend,
  MediaBackendEvents,
  ParticipantConnection,
  ParticipantMedia,
} from '../media/backend.ts';
import { loadOnce } from '../media/load-once.ts';
import { logFailure } from '../media/log-failure.ts';
import { audioLevel } from '../media/peer/audio-level.ts';
import type { PeerPort } from '../media/peer-port.ts';
import type { MatrixPort, ToDeviceEvent } from '../matrix/port.ts';
import { parseMeshEvent } from '../signalling/mesh-event.ts';
import type { ShownSizes } from '../signalling/shown-sizes.ts';
import { MeshCall } from './mesh-call.ts';
import type { MeshCallOptions } from './mesh-call.ts';
import { MeshPost } from './mesh-post.ts';
import type { MeshQuality } from './mesh-quality.ts';
import type { WeakConnections } from './weak-connections.ts';

export interface MeshBackendOptions extends Pick<
  MeshCallOptions,
  'localMedia' | 'iceServers' | 'createPeer' | 'log'
> {
  readonly port: MatrixPort;
  readonly clock: Clock;
  readonly roomId: string;
  /** The group call's id, as its first member spells it. */
  readonly confId: string;
  /** Our `membershipID`. */
  readonly sessionId: string;
  readonly opaqueId: () => string;
  /** Who is in the call, as the room says now: also after we left it. */
  readonly members: () => readonly LiveMembership[];
}

/** Media of a group call without a server: a call with each of the other devices. Made on entering. */
export class MeshBackend implements MediaBackend {
  readonly #options: MeshBackendOptions;
  readonly #events = new ClosingEmitter<MediaBackendEvents>();
  readonly #self: { readonly userId: string; readonly deviceId: string };
  readonly #pairs: MeshPairs;
  readonly #order: MeshOrder;
  readonly #post: MeshPost;
  /** Needed from the first connection on. */
  readonly #quality: () => Promise<MeshQuality>;
  readonly #calls = new Map<string, MeshCall>();
  readonly #unreachable = new Set<string>();
  /** Media have flowed: from then on a connection that is missing comes back. */
  readonly #seen = new Set<string>();
  /** How large the page shows what they send, by participant. */
  readonly #shown = new Map<string, ShownSizes | null>();
  #weak: WeakConnections | null = null;
  /** Until when it was said who waits. */
  #told = 0;
  #savesData = false;
  #hasSent = false;
  #participants: readonly string[] = [];
  #stopTimer = (): void => undefined;

  constructor(options: MeshBackendOptions) {
    this.#options = options;
    const { port, opaqueId, sessionId, roomId } = options;
    this.#self = { userId: port.userId, deviceId: port.deviceId };
    this.#pairs = new MeshPairs({ self: this.#self, newCallId: opaqueId });
    this.#post = new MeshPost(options);
    // Invites are made at once, and wait at the post until we are announced.
    this.#pairs.announced(this.#now());
    this.#quality = loadOnce(async () => {
      const { MeshQuality } = await import('./mesh-quality.ts');
      const quality = new MeshQuality({
        ...options,
        signal: this.#events.signal,
        weakChanged: (peer) => this.#weakChanged(peer),
      });
      this.#weak = quality.weak;
      return quality;
    });
    this.#order = new MeshOrder({
      sessionId,
      isEncrypted: () => port.room(roomId)?.encrypted ?? false,
      sessionOf: (userId, deviceId) => this.#pairs.sessionOf(userId, deviceId),
    });
  }

  readonly on: MediaBackend['on'] = (...listening) => this.#events.on(...listening);

  get participants(): readonly string[] {
    return this.#participants;
  }

  media(participant: string): ParticipantMedia | null {
    const pair = this.#pairs.pairs.find(({ id }) => id === participant);
    if (pair === undefined) return null;
    const call = this.#calls.get(participant);
    const remote = call?.remote;
    const { userId, deviceId } = pair.peer;
    return {
      userId,
      deviceId,
      connection: this.#connectionOf(pair),
      takesLong: hasWaited(pair, LONG_MS, this.#now()),
      quality: this.#weak?.has(call?.peer ?? null) === true ? 'weak' : 'good',
      microphoneMuted: remote?.microphoneMuted ?? false,
      cameraMuted: remote?.cameraMuted ?? true,
      userMediaStream: call?.userMediaStream ?? null,
      screenStream: call?.screenStream ?? null,
      unreachable: this.#unreachable.has(participant),
    };
  }

  levels(): ReadonlyMap<string, number> {
    return new Map(this.#participants.map((id) => [id, audioLevel(this.#calls.get(id)?.peer ?? null)]));
  }

  /** All live mesh memberships of this call; our own may be among them. */
  setMembers(members: readonly LiveMembership[]): void {
    const now = this.#now();
    this.#run(this.#pairs.members(members, now));
    this.#post.membersChanged();
    // What came before the membership that it belongs to.
    this.#deliver(this.#order.due(now));
  }

  /** The homeserver has our membership. */
  announced(): void {
    this.#post.announced();
    this.#run(this.#pairs.announced(this.#now()));
  }

  /** Whether it was an event of this call. */
  receive({ type, sender, senderDevice, encrypted, content }: ToDeviceEvent): boolean {
    const parsed = parseMeshEvent(type, content);
    if (parsed?.ok !== true) return false;
    const { event: mesh } = parsed;
    if (!this.#isOfThisCall(mesh)) return false;
    this.#deliver(this.#order.receive({ userId: sender, senderDevice, encrypted, mesh }, this.#now()));
    return true;
  }

  networkChanged(): void {
    for (const call of this.#calls.values()) call.networkChanged();
  }

  setShown(participant: string, sizes: ShownSizes | null): void {
    this.#shown.set(participant, sizes);
    this.#fitQuality();
  }

  /** Sends less. */
  saveData(on: boolean): void {
    this.#savesData = on;
    this.#fitQuality();
  }

  retry(participant: string): void {
    const now = this.#now();
    const call = this.#calls.get(participant);
    if (call !== undefined) {
      call.end('with-hangup');
      this.#calls.delete(participant);
      this.#run(this.#pairs.report(participant, { type: 'ended', callId: call.callId }, now));
    }
    this.#run(this.#pairs.again(participant, now));
    this.#events.emit('media', participant);
  }

  close(): Promise<void> {
    this.#run(this.#pairs.close(this.#now()));
    this.#stopTimer();
    this.#events.close();
    return this.#post.emptied();
  }

  #now(): number {
    return this.#options.clock.now();
  }

  #isOfThisCall({ roomId, confId }: { readonly roomId: string; readonly confId: string }): boolean {
    const { roomId: room, confId: ours } = this.#options;
    if (roomId !== room) return false;
    return confId === ours || [confId, ours].every((callId) => isWholeRoom(room, { callId }));
  }

  #deliver(deliveries: readonly MeshDelivery[]): void {
    for (const delivery of deliveries) {
      if (delivery.to === 'nobody') this.#options.log.debug('ignored', { ...delivery });
      else this.#run(this.#pairs.heard(delivery, this.#now()));
    }
    this.#wakeLater();
  }

  #run(commands: readonly MeshPairCommand[]): void {
    for (const command of commands) this.#execute(command);
    this.#participantsChanged();
    this.#fitQuality();
    this.#wakeLater();
  }

  #fitQuality(): void {
    this.#hasSent ||= this.#pairs.pairs.some(flows);
    if (!this.#hasSent) return;
    this.#quality().then(
      (quality) => quality.update(this.#calls, this.#pairs.pairs, this.#savesData, this.#shown),
      logFailure(this.#options.log, 'what is sent is not fitted to the number of people'),
    );
  }

  #weakChanged(peer: PeerPort): void {
    for (const [id, call] of this.#calls) if (call.peer === peer) this.#events.emit('media', id);
  }

  #execute(command: MeshPairCommand): void {
    const { pair, callId } = command;
    const call = this.#calls.get(pair);
    if (command.do === 'invite' || command.do === 'accept') this.#call(command);
    else if (call?.callId !== callId) return;
    else if (command.do === 'hear') call.hear(command.event);
    else if (command.do === 'end') {
      this.#calls.delete(pair);
      call.end(command.how);
    } else call.resend();
  }

  #call(command: Extract<MeshPairCommand, { readonly do: 'invite' | 'accept' }>): void {
    const { pair, callId, peer } = command;
    const { roomId, confId, sessionId, opaqueId } = this.#options;
    const call = new MeshCall({
      ...this.#options,
      callId,
      self: this.#self,
      partyId: opaqueId(),
      peer,
      invite: command.do === 'accept' ? command.invite : null,
      post: this.#post,
      envelope: { roomId, confId, senderDeviceId: this.#self.deviceId, senderSessionId: sessionId },
      report: (report) => {
        if (report.type === 'media-connected') {
          this.#unreachable.delete(pair);
          this.#seen.add(pair);
        }
        if (report.type === 'ended' && this.#calls.get(pair)?.callId === callId) this.#calls.delete(pair);
        this.#run(this.#pairs.report(pair, report, this.#now()));
      },
      unreachable: () => {
        this.#unreachable.add(pair);
        this.#events.emit('media', pair);
      },
      onChange: () => this.#events.emit('media', pair),
    });
    this.#calls.set(pair, call);
    call.start();
  }

  #connectionOf(pair: MeshPair): ParticipantConnection {
    if (flows(pair)) return 'connected';
    if (hasWaited(pair, FAILED_MS, this.#now())) return 'failed';
    return this.#seen.has(pair.id) ? 'reconnecting' : 'connecting';
  }

  #participantsChanged(): void {
    const before = this.#participants;
    const now = this.#pairs.pairs.map(({ id }) => id);
    this.#participants = now;
    for (const id of before.filter((id) => !now.includes(id))) {
      this.#unreachable.delete(id);
      this.#seen.delete(id);
      this.#shown.delete(id);
      this.#events.emit('media', id);
    }
    for (const id of now) if (!before.includes(id)) this.#events.emit('media', id);
  }

  /** Instants at which waiting for media changes its name. */
  #patience(): readonly (readonly [pair: string, at: number])[] {
    const waiting = this.#pairs.pairs.filter((pair) => !flows(pair));
    return waiting.flatMap(({ id, waitingSince }) =>
      [LONG_MS, FAILED_MS].map((ms) => [id, waitingSince + ms] as const),
    );
  }

  #tellOfWaiting(): void {
    const [before, now] = [this.#told, this.#now()];
    this.#told = now;
    for (const [id, at] of this.#patience()) if (at > before && at <= now) this.#events.emit('media', id);
  }

  #wakeLater(): void {
    this.#stopTimer();
    const waits = this.#patience().flatMap(([, at]) => (at > this.#told ? at : []));
    const instants = [this.#pairs.wakeAt, this.#order.wakeAt, ...waits].filter((at) => at !== null);
    if (instants.length === 0) return;
    this.#stopTimer = this.#options.clock.after(Math.max(0, Math.min(...instants) - this.#now()), () => {
      this.#run(this.#pairs.due(this.#now()));
      this.#tellOfWaiting();
      this.#deliver(this.#order.due(this.#now()));
    });
  }
}
