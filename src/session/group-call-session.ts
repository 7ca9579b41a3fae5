import { Emitter } from '../foundation/emitter.ts';
import type { EventSource, ListenOptions, Unsubscribe } from '../foundation/emitter.ts';
import { GroupCallError } from '../group-call/group-call-error.ts';
import { sameGroupCall } from '../group-call/group-call-key.ts';
import type { GroupCallKey } from '../group-call/group-call-key.ts';
import type { GroupCallState } from '../group-call/group-call-state.ts';
import { newOwnMembership } from '../group-call/own-context.ts';
import type { OwnContext } from '../group-call/own-context.ts';
import type { OwnReport } from '../group-call/own-input.ts';
import { participantId } from '../group-call/participant-id.ts';
import type { TimelineEvent, ToDeviceEvent } from '../matrix/port.ts';
import type { ParticipantStreams } from '../media/backend.ts';
import type { LocalMediaPort } from '../media/local-media-port.ts';
import type { ShownSizes } from '../signalling/shown-sizes.ts';
import type { GroupCallSessionEvents } from './group-call-session-events.ts';
import { nextGroupCallSnapshot, problemOf } from './group-call-snapshot.ts';
import type { GroupCallParticipant, GroupCallSnapshot } from './group-call-snapshot.ts';
import { GroupDevices } from './group-devices.ts';
import type { WantedDevices } from './group-devices.ts';
import { backendOf, participantsOf } from './group-participants.ts';
import type { GroupCallSessionPorts } from './group-call-session-ports.ts';
import { LateReactions } from './late-reactions.ts';
import { LateRinging } from './late-ringing.ts';
import { LateSpeaker } from './late-speaker.ts';
import { MeshBackend } from './mesh-backend.ts';
import { OwnMembershipRunner } from './own-membership-runner.ts';
import { watchSignalling } from './signalling-watch.ts';
import { stateAfter } from './state-after.ts';

/**
 * A call of many in a room. `VoIP` makes them; everything that changes is in `snapshot`, and every change is a `change`
 * event. Methods that the call's state does not allow throw `GroupCallError('invalid-state')`; those that need devices throw
 * `ended` once the engine is done with the call: nobody is in it any more, or the engine is disposed of.
 */
export class GroupCallSession implements EventSource<GroupCallSessionEvents> {
  readonly #events = new Emitter<GroupCallSessionEvents>();
  readonly #options: GroupCallSessionPorts;
  readonly #runner: OwnMembershipRunner;
  readonly #reactions: LateReactions;
  readonly #ringing: LateRinging;
  readonly #speaker: LateSpeaker;
  readonly #life = new AbortController();
  readonly #devices: GroupDevices;
  #backend: MeshBackend | null = null;
  #goodbye = Promise.resolve();
  #savesData = false;
  #signallingInterrupted = false;
  #enteredAt: number | null = null;
  #snapshot: GroupCallSnapshot;

  /** @internal Made by `VoIP`. */
  constructor(options: GroupCallSessionPorts) {
    this.#options = options;
    const { own, port, clock } = options;
    const changed = (): void => this.#update();
    this.#runner = new OwnMembershipRunner({
      ...options,
      context: newOwnMembership(own),
      onTransition: (before, after) => this.#transitioned(before, after),
      onWritten: (eventId) => this.#written(eventId),
    });
    this.#devices = new GroupDevices({
      open: options.openMedia,
      changed,
      sharing: (on) => {
        if (this.state !== 'entered') return;
        const feeds = ['m.usermedia', ...(on ? (['m.screenshare'] as const) : [])] as const;
        this.#runner.input({ type: 'set-feeds', feeds });
      },
      problem: (error) => this.#events.emit('error', error),
      recovered: (recovered) => this.#events.emit('recovered', recovered),
    });
    const room = { roomId: own.roomId, ...own.call, signal: this.#life.signal };
    this.#reactions = new LateReactions({
      port,
      clock,
      ...room,
      shown: (reaction) => this.#events.emit('reaction', reaction),
      handsChanged: changed,
    });
    this.#ringing = new LateRinging({
      ...options,
      ...room,
      changed,
      declined: (userId) => this.#events.emit('declined', userId),
    });
    this.#speaker = new LateSpeaker(clock, () => this.levels(), changed);
    this.#snapshot = nextGroupCallSnapshot(null, this.#facts());
    watchSignalling({ port, clock, signal: this.#life.signal }, (interrupted) => {
      this.#signallingInterrupted = interrupted;
      this.#update();
    });
    this.membersChanged();
  }

  on<Name extends keyof GroupCallSessionEvents>(
    name: Name,
    listener: (payload: GroupCallSessionEvents[Name]) => void,
    options?: ListenOptions,
  ): Unsubscribe {
    return this.#events.on(name, listener, options);
  }

  get snapshot(): GroupCallSnapshot {
    return this.#snapshot;
  }
  get roomId(): string {
    return this.#runner.context.roomId;
  }
  get callId(): string {
    return this.#runner.context.call.callId;
  }
  get state(): GroupCallState {
    return this.#runner.context.state;
  }
  get participants(): readonly GroupCallParticipant[] {
    return this.#snapshot.participants;
  }
  get activeSpeaker(): string | null {
    return this.#snapshot.activeSpeaker;
  }

  /** Our camera and microphone: there from `openPreview` or `enter` on until we leave. */
  get localUserMediaStream(): MediaStream | null {
    return this.#devices.local?.userMediaStream ?? null;
  }
  get localScreenSharingStream(): MediaStream | null {
    return this.#devices.local?.screenStream ?? null;
  }

  /** What a participant sends; `null` where it sends none. */
  streamsOf(participant: string): ParticipantStreams {
    const media = this.#backend?.media(participant);
    return { userMediaStream: media?.userMediaStream ?? null, screenStream: media?.screenStream ?? null };
  }

  /** How loud the others are now, 0 to 1, by participant id. Cheap enough for ten times a second. */
  levels(): ReadonlyMap<string, number> {
    return this.#backend?.levels() ?? new Map();
  }

  /**
   * Opens camera and microphone before entering; never rejects: what is missing is in the snapshot. Does nothing once the
   * call is over.
   */
  async openPreview(wanted: WantedDevices): Promise<void> {
    if (!this.#life.signal.aborted) await this.#local.open(wanted);
  }

  /** Closes what `openPreview` opened. */
  closePreview(): void {
    if (this.state !== 'lobby' && this.state !== 'left') return;
    this.#devices.close();
    this.#update();
  }

  /**
   * Joins. Resolves when the homeserver says so; media are opened meanwhile, those that are open are taken along. Rejects
   * with `GroupCallError`: `forbidden`, `unsupported`, `ended` (we left, or were taken out, before we were in; or the call is over).
   */
  async enter(wanted: WantedDevices = { microphone: true, camera: true }): Promise<void> {
    if (this.#life.signal.aborted) throw new GroupCallError('ended');
    if (this.snapshot.problem?.code === 'unsupported') throw new GroupCallError('unsupported');
    this.#runner.input({ type: 'enter' });
    if (this.state !== 'entering') throw new GroupCallError('forbidden');
    void this.#local.open(wanted);
    const next = await stateAfter(this, 'entering');
    if (next !== 'entered') throw new GroupCallError(next === 'lobby' ? 'forbidden' : 'ended');
  }

  /** Says goodbye to everybody. Resolves when the homeserver and they know, or cannot be told. */
  async leave(): Promise<void> {
    this.#runner.input({ type: 'leave' });
    if (this.state === 'leaving') await stateAfter(this, 'leaving');
    await this.#goodbye;
  }

  /** Resolves when the microphone is as asked; the snapshot says so, too. */
  setMicrophoneMuted(muted: boolean): Promise<void> {
    return this.#local.setMicrophoneMuted(muted);
  }

  setLocalVideoMuted(muted: boolean): Promise<void> {
    return this.#local.setCameraMuted(muted);
  }

  /** Opens the browser's picker, or stops. Errors: `MediaError` (`cancelled`, `permission-denied`). */
  async setScreensharingEnabled(enabled: boolean): Promise<void> {
    if (enabled) await this.#local.startScreenShare();
    else this.#local.stopScreenShare();
  }

  /** Uses another microphone or camera from now on. Errors: `MediaError`; the one in use stays. */
  selectDevice(slot: 'microphone' | 'camera', deviceId: string): Promise<void> {
    return this.#local.selectDevice(slot, deviceId);
  }

  /**
   * Blurs what is behind the person in the picture of the camera: by the camera itself where it can, else in this browser.
   * It holds for this session, whichever camera is used, also for those that are opened later. Until it resolves an open
   * camera shows what it did; one that is opened meanwhile waits. `page`: the `document`, which browsers without streams of
   * video frames draw with. Errors: `MediaError`; an open camera stays as it was, a closed one stays closed.
   */
  async setBackgroundBlur(on: boolean, page?: Pick<Document, 'createElement'>): Promise<void> {
    const { blurCamera } = await import('../media/blur/camera-blur.ts');
    await blurCamera(this.#devices, () => this.#update(), on, page);
  }

  /** Sends a quarter of what it would, for lines that are thin or cost money. It holds for this session. */
  setDataSaving(on: boolean): void {
    this.#savesData = on;
    this.#backend?.saveData(on);
    this.#update();
  }

  /**
   * How large the page shows a participant's pictures, in device pixels of the shorter side; 0: not at all, `null`: not
   * known. What is shown small is sent small, and what is not shown is not sent, where the other side knows this engine's
   * ways. More is asked for at once, less after some seconds; a screen counts while it is shared. Holds while both are in the
   * call, does nothing before we enter; without it everything is sent.
   */
  setShown(participant: string, sizes: ShownSizes | null): void {
    this.#backend?.setShown(participant, sizes);
  }

  /** Tries the connection with a participant again from the start. */
  retry(participant: string): void {
    this.#backend?.retry(participant);
  }

  /** Shows something to everybody: for a moment, or until it is removed. The event's id; `null`: too many at once. */
  sendReactionEvent(key: string, { ephemeral = true } = {}): Promise<string | null> {
    return this.#reactions.react(key, ephemeral);
  }

  removeReactionEvent(eventId: string): Promise<void> {
    return this.#reactions.remove(eventId);
  }

  /** Media between devices have no keys to ask for. Throws `GroupCallError('unsupported')`. */
  requestEncryptionKey(_participant: string): void {
    throw new GroupCallError('unsupported');
  }

  /** Says that we do not come; does nothing where nobody waits for us. Errors: `MatrixError`. */
  decline(): Promise<void> {
    return this.#ringing.decline();
  }

  /** Lets everybody in the room join: where `snapshot.problem.mayAllowEverybody`. Errors: `MatrixError`. */
  allowEverybody(): Promise<void> {
    return this.#options.allowEverybody();
  }

  /** @internal */
  get context(): OwnContext {
    return this.#runner.context;
  }

  /** @internal What the room says, or the page. */
  report(report: OwnReport): void {
    this.#runner.input(report);
  }

  /** @internal */
  membersChanged(): void {
    const members = this.#options.members();
    this.#backend?.setMembers(members.filter(({ backend }) => backend.type === 'mesh'));
    this.#ringing.membersChanged();
    this.#reactions.setPresent(new Map(members.map((one) => [one.participantId, one.membershipId])));
    this.#update();
  }

  /** @internal Whether it was an event of this call. */
  receive(event: ToDeviceEvent): boolean {
    return this.#backend?.receive(event) ?? false;
  }

  /** @internal A timeline event of the room. */
  hear(event: TimelineEvent): void {
    this.#reactions.receive(event);
    this.#ringing.receive(event);
  }

  /** @internal */
  networkChanged(): void {
    this.#backend?.networkChanged();
  }

  /** @internal Whether this session is about that call. */
  isAbout(call: GroupCallKey): boolean {
    return sameGroupCall(this.roomId, this.#runner.context.call, call);
  }

  /** @internal Whoever is in the call leaves it as one whose page goes away. */
  dispose(): void {
    this.#runner.input({ type: 'unload' });
    this.#life.abort();
    this.#ringing.stop();
    this.#end();
    this.#runner.dispose();
  }

  get #local(): LocalMediaPort {
    if (this.#life.signal.aborted) throw new GroupCallError('ended');
    return this.#devices.media.localMedia;
  }

  #transitioned(before: OwnContext, after: OwnContext): void {
    const { state } = after;
    if (before.state !== state) {
      if (state === 'entering') this.#begin();
      if (state === 'entered') {
        this.#enteredAt ??= this.#options.clock.now();
        this.#backend?.announced();
        void this.#local.prepare();
      }
      if (state !== 'entering' && state !== 'entered') this.#end();
    }
    this.#update();
    if (before.state !== state) this.#events.emit('statechange', state);
  }

  /** Our entry, or the list without it, is in this event. */
  #written(eventId: string): void {
    if (this.#backend === null) return;
    this.#reactions.announced(eventId);
    if (this.state === 'entering' && this.#options.ring !== 'none' && this.participants.length === 0)
      this.#ringing.call(this.#options.ring, eventId).catch(() => undefined);
  }

  #begin(): void {
    this.#ringing.stop();
    this.#backend = new MeshBackend({
      ...this.#options,
      ...this.#devices.media,
      roomId: this.roomId,
      confId: this.callId,
      sessionId: this.#options.own.membershipId,
    });
    this.#backend.saveData(this.#savesData);
    this.#backend.on('media', (participant) => {
      this.#events.emit('streamschange', participant);
      this.#update();
    });
    this.membersChanged();
  }

  #end(): void {
    this.#speaker.stop();
    this.#goodbye = this.#backend?.close() ?? this.#goodbye;
    this.#backend = this.#enteredAt = null;
    this.#reactions.left();
    // In the lobby people go on seeing themselves.
    if (this.state !== 'lobby') this.#devices.close();
  }

  #update(): void {
    const before = this.#snapshot;
    this.#snapshot = nextGroupCallSnapshot(before, this.#facts());
    if (this.#snapshot !== before) this.#events.emit('change', this.#snapshot);
    if (!this.#speaker.follow(this.#snapshot)) return;
    const { members } = this.#options;
    this.#reactions.catchUp(() => new Map(members().map((one) => [one.participantId, one.eventId])));
  }

  #facts(): GroupCallSnapshot {
    const { roomId, userId, deviceId, call, state, endReason } = this.#runner.context;
    const members = this.#options.members();
    const backend = backendOf(members, this.#backend, this.#runner.context);
    return {
      roomId,
      ...call,
      backend,
      state,
      enteredAt: this.#enteredAt,
      localParticipantId: participantId(userId, deviceId),
      participants: participantsOf(members, this.#backend, participantId(userId, deviceId)),
      ...this.#devices.facts,
      hands: this.#reactions.raised,
      activeSpeaker: this.#speaker.speaker,
      ringsUntil: this.#ringing.until,
      savesData: this.#savesData,
      signallingInterrupted: this.#signallingInterrupted,
      problem: problemOf(this.#runner.context, backend, this.#options.mayAllowEverybody),
      endReason,
    };
  }
}
