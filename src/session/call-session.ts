import type { CallContext } from '../call/call-context.ts';
import { CallError } from '../call/call-error.ts';
import type { CallInput } from '../call/call-input.ts';
import type { CallState, EndReason } from '../call/call-state.ts';
import { Emitter } from '../foundation/emitter.ts';
import type { EventSource, ListenOptions, Unsubscribe } from '../foundation/emitter.ts';
import type { LocalMediaPort } from '../media/local-media-port.ts';
import type { PeerStatistics } from '../media/peer-port.ts';
import type { AssertedIdentity, ReplacesEvent, TransferTarget } from '../signalling/call-event.ts';
import { CallMedia } from './call-media.ts';
import { CallOutbox } from './call-outbox.ts';
import { CallRunner } from './call-runner.ts';
import type { SessionCommand } from './call-runner.ts';
import type { CallSessionEvents } from './call-session-events.ts';
import type { CallSessionPorts } from './call-session-ports.ts';
import { nextSnapshot } from './call-snapshot.ts';
import type { CallSnapshot, MediaProblem, SnapshotFacts } from './call-snapshot.ts';
import { remoteMedia, remoteStream } from './call-streams.ts';
import type { Received } from './call-streams.ts';
import { watchSignalling } from './signalling-watch.ts';
import type * as Talking from './talking.ts';
import { opaqueId } from '../foundation/opaque-id.ts';

/** What the person chose when answering. */
export interface AnswerOptions {
  /** Answers a video call with sound only where `voice`. Default: what was offered. */
  readonly type?: 'voice' | 'video';
}

/**
 * A call between two devices. `VoIP` makes them; everything that changes is in `snapshot`, and every change is a `change`
 * event. Methods that the call's state does not allow throw `CallError('invalid-state')`.
 */
export class CallSession implements EventSource<CallSessionEvents> {
  readonly #events = new Emitter<CallSessionEvents>();
  readonly #ports: CallSessionPorts;
  readonly #runner: CallRunner;
  readonly #media: CallMedia;
  readonly #outbox: CallOutbox;
  readonly #ended = new AbortController();
  #talking: typeof Talking | null = null;
  #snapshot: CallSnapshot;
  #problems: readonly MediaProblem[] = [];
  #connectedAt: number | null = null;
  #signallingInterrupted = false;
  #announced: readonly MediaStream[] = [];

  /** @internal Made by `VoIP`. */
  constructor(context: CallContext, ports: CallSessionPorts) {
    const { roomId, type, direction } = context;
    this.#ports = ports;
    this.#outbox = new CallOutbox({
      ...ports,
      roomId,
      onFailure: (kind, cause) => {
        if (kind === 'invite' || kind === 'answer') this.#fail('signalling-failed', cause);
      },
    });
    this.#media = new CallMedia({
      ...ports,
      type,
      polite: direction === 'incoming',
      report: (input) => this.input(input),
      onChange: () => this.#mediaChanged(),
      talk: (command) => this.#talking?.talk(command, this.#media),
    });
    this.#runner = new CallRunner({
      ...ports,
      context,
      execute: (command) => this.#execute(command),
      onTransition: (before, after, input) => this.#transitioned(before, after, input),
      fetchEffects: async () => (this.#talking = await import('./talking.ts')).TALKING_EFFECTS,
    });
    this.#snapshot = nextSnapshot(null, context, this.#facts());
    this.#listen();
  }

  on<Name extends keyof CallSessionEvents>(
    name: Name,
    listener: (payload: CallSessionEvents[Name]) => void,
    options?: ListenOptions,
  ): Unsubscribe {
    return this.#events.on(name, listener, options);
  }

  get snapshot(): CallSnapshot {
    return this.#snapshot;
  }
  get callId(): string {
    return this.context.callId;
  }
  get roomId(): string {
    return this.context.roomId;
  }
  get state(): CallState {
    return this.context.state;
  }

  /** Our camera and microphone; the same object for the whole call. */
  get localUserMediaStream(): MediaStream {
    return this.#media.localMedia.userMediaStream;
  }
  get localScreenSharingStream(): MediaStream | null {
    return this.#media.localMedia.screenStream;
  }
  get remoteUserMediaStream(): MediaStream | null {
    return remoteStream(this.#received(), 'm.usermedia');
  }
  get remoteScreenSharingStream(): MediaStream | null {
    return remoteStream(this.#received(), 'm.screenshare');
  }

  /** Takes an incoming call: opens microphone and camera and answers without waiting for them. */
  answer(options: AnswerOptions = {}): void {
    if (options.type === 'voice') this.#media.wanted = { microphone: true, camera: false };
    this.#runner.ask({ type: 'answer' });
  }

  /** Declines an incoming call; with `shouldEmit: false` in silence, on this device alone. */
  reject(options: { readonly shouldEmit?: boolean } = {}): void {
    this.#runner.ask({ type: 'reject', emit: options.shouldEmit ?? true });
  }

  /** Ends the ring tone of this call here; it rings on for the eye, and on other devices. */
  silence(): void {
    this.#ports.ringing.stopFor(this);
  }

  /** Ends the call in any state; an incoming one that rings is declined. Does nothing when it has ended. */
  hangup(reason?: EndReason): void {
    this.input(reason === undefined ? { type: 'hangup' } : { type: 'hangup', reason });
  }

  /** Resolves when the microphone is as asked; the snapshot says so, too. */
  setMicrophoneMuted(muted: boolean): Promise<void> {
    this.#needNotEnded();
    return this.#media.localMedia.setMicrophoneMuted(muted);
  }

  /** Closes or opens the camera; in a voice call this adds video. Errors: `CallError('unsupported')` to old peers. */
  async setLocalVideoMuted(muted: boolean): Promise<void> {
    this.#needNotEnded();
    if (!muted && this.context.type === 'voice') this.#needRenegotiation();
    await this.#media.localMedia.setCameraMuted(muted);
  }

  /** Opens the browser's picker, or stops. Errors: `MediaError` (`cancelled`, `permission-denied`). */
  async setScreensharingEnabled(enabled: boolean): Promise<void> {
    this.#needNotEnded();
    if (!enabled) {
      this.#media.localMedia.stopScreenShare();
      return;
    }
    this.#needRenegotiation();
    await this.#media.localMedia.startScreenShare();
  }

  /** Uses another microphone or camera from now on. Errors: `MediaError`; the one in use stays. */
  selectDevice(slot: 'microphone' | 'camera', deviceId: string): Promise<void> {
    this.#needNotEnded();
    return this.#media.localMedia.selectDevice(slot, deviceId);
  }

  setRemoteOnHold(onHold: boolean): void {
    this.#needRenegotiation();
    this.#runner.ask({ type: 'hold', onHold });
  }

  /** Telephone tones: 0-9, A-D, # and *; a comma waits two seconds. Errors: `CallError('unsupported')`. */
  sendDTMF(tones: string): void {
    const peer = this.#media.peer;
    if (!/^[0-9A-D#*,]+$/i.test(tones)) throw new CallError('invalid-argument');
    if (peer?.canSendDtmf !== true) throw new CallError('unsupported');
    peer.sendDtmf(tones);
  }

  /** Asks the other side to call `target` instead (MSC2747). It hangs up here when it does. */
  transfer(target: TransferTarget, targetRoom: string | null = null): void {
    this.#askToCall(target, { createCall: opaqueId(), targetRoom });
  }

  /** Connects the other sides of two calls of ours with each other (MSC2747). */
  transferToCall(other: CallSession): void {
    const callId = opaqueId();
    const whom = ({ userId }: CallSnapshot['peer']) => ({ userId, displayName: null, avatarUrl: null });
    other.#askToCall(whom(this.context.peer), { awaitCall: callId });
    this.#askToCall(whom(other.context.peer), { createCall: callId });
  }

  /** Follows the other side's `transferOffer`; the call that takes over comes with `replaced`. */
  acceptTransfer(): void {
    const { transferOffer } = this.context;
    if (transferOffer === null) throw new CallError('invalid-state');
    // What is fetched while people talk brought the offer, too.
    this.#talking?.followTransfer(this, transferOffer, this.#ports.voip);
  }

  rejectTransfer(): void {
    this.#runner.ask({ type: 'reject-transfer' });
  }

  /** Says whom the other side really talks to: for bridges (MSC3086). `null` takes it back. */
  assertIdentity(identity: AssertedIdentity | null): void {
    this.#runner.ask({ type: 'assert-identity', identity });
  }

  /** Once a second while anybody listens and media flows. */
  onStatistics(listener: (statistics: PeerStatistics) => void, options: ListenOptions = {}): Unsubscribe {
    return this.#media.onStatistics(listener, options);
  }

  /** @internal */
  input(input: CallInput): void {
    this.#runner.input(input);
  }

  /** @internal */
  get context(): CallContext {
    return this.#runner.context;
  }

  /** @internal Another call continues with our microphone and camera. */
  handOver(): LocalMediaPort {
    return this.#media.handOver();
  }

  /** @internal */
  replacedBy(next: CallSession): void {
    this.#events.emit('replaced', next);
  }

  #execute(command: SessionCommand): void {
    if (command.do === 'send') this.#outbox.send(command.event);
    else this.#media.execute(command);
  }

  #askToCall(target: TransferTarget, how: Partial<Omit<ReplacesEvent, 'target'>>): void {
    const none = { createCall: null, awaitCall: null, targetRoom: null };
    this.#runner.ask({ type: 'transfer', replacementId: opaqueId(), target, ...none, ...how });
  }

  #received(): Received {
    return {
      streams: this.#media.peer?.remoteStreams ?? new Map<string, MediaStream>(),
      metadata: this.context.remoteMetadata,
    };
  }

  #needNotEnded(): void {
    if (this.state === 'ended') throw new CallError('invalid-state');
  }

  #needRenegotiation(): void {
    if (this.context.remoteParty?.version === 0) throw new CallError('unsupported');
  }

  #fail(code: 'signalling-failed' | 'ice-failed', cause?: unknown): void {
    this.#events.emit('error', new CallError(code, { cause }));
    if (code === 'signalling-failed') this.input({ type: 'send-failed' });
  }

  #listen(): void {
    const { signal } = this.#ended;
    const { port, clock } = this.#ports;
    const { localMedia } = this.#media;
    localMedia.on(
      'problem',
      (error) => {
        this.#problems = [
          ...this.#problems.filter(({ slot }) => slot !== error.slot),
          { slot: error.slot, code: error.code },
        ];
        this.#events.emit('error', error);
        this.#update();
      },
      { signal },
    );
    localMedia.on('recovered', (recovered) => this.#events.emit('recovered', recovered), {
      signal,
    });
    watchSignalling({ port, clock, signal }, (interrupted) => {
      this.#signallingInterrupted = interrupted;
      this.#update();
    });
  }

  #transitioned(before: CallContext, after: CallContext, input: CallInput): void {
    if (after.state === 'connected') this.#connectedAt ??= this.#ports.clock.now();
    if (after.state === 'ended') this.#end(after);
    if (before.remoteMetadata !== after.remoteMetadata) this.#mediaChanged();
    const changed = this.#refresh();
    if (before.state !== after.state) this.#events.emit('statechange', after.state);
    if (after.state === 'connected') void this.#media.localMedia.prepare();
    if (changed) this.#events.emit('change', this.#snapshot);
    if (input.type === 'transfer-offered') this.#events.emit('transferoffer', input.offer);
    if (input.type === 'transfer-rejected') this.#events.emit('transferrejected', undefined);
    if (after.state === 'ended') this.#events.emit('ended', this.#snapshot);
  }

  #end({ endReason, endedBy }: CallContext): void {
    this.#ended.abort();
    this.#outbox.close();
    if (endedBy === 'local' && (endReason === 'ice_failed' || endReason === 'ice_timeout')) {
      this.#fail('ice-failed');
    }
  }

  #mediaChanged(): void {
    const { slots } = this.#media.localMedia;
    this.#problems = this.#problems.filter(
      ({ slot }) => slot === null || slots[slot] === 'failed' || slots[slot] === 'opening',
    );
    const { peer } = this.#media;
    if (peer !== null) this.input({ type: 'local-metadata', metadata: this.#media.metadata(peer) });
    this.#announceStreams();
    this.#update();
  }

  #announceStreams(): void {
    const now = [this.remoteUserMediaStream, this.remoteScreenSharingStream].filter(
      (stream) => stream !== null,
    );
    const before = this.#announced;
    this.#announced = now;
    for (const stream of now) {
      if (!before.includes(stream)) this.#events.emit('streamadded', stream);
    }
    for (const stream of before) {
      if (!now.includes(stream)) this.#events.emit('streamremoved', stream);
    }
    this.#events.emit('streamschange', undefined);
  }

  #facts(): SnapshotFacts {
    const { context } = this;
    const { peer, localMedia } = this.#media;
    return {
      local: { ...localMedia.slots },
      remote: remoteMedia(this.#received(), context.remoteOnHold),
      // Asking the browser holds the page up: while the call is made nobody has to know.
      canSendDTMF: context.state === 'connected' && peer?.canSendDtmf === true,
      connectedAt: this.#connectedAt,
      signallingInterrupted: this.#signallingInterrupted,
      problems: this.#problems,
    };
  }

  #update(): void {
    if (this.#refresh()) this.#events.emit('change', this.#snapshot);
  }

  /** Whether anything changed. */
  #refresh(): boolean {
    const before = this.#snapshot;
    this.#snapshot = nextSnapshot(before, this.context, this.#facts());
    return this.#snapshot !== before;
  }
}
