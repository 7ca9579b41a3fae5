import { newCall } from '../call/call-context.ts';
import type { CallContext } from '../call/call-context.ts';
import type { CallInput } from '../call/call-input.ts';
import { classify } from '../call/classify.ts';
import type { MeshPairReport } from '../group-call/mesh-pairs.ts';
import type { MeshPeer } from '../group-call/mesh-pair.ts';
import { MESH_INVITE_LIFETIME_MS } from '../group-call/mesh-pair-times.ts';
import type { PeerPort } from '../media/peer-port.ts';
import type { InviteEvent } from '../signalling/call-event.ts';
import type { MeshEvent, MeshSaid } from '../signalling/mesh-event.ts';
import { CallMedia } from './call-media.ts';
import type { CallMediaOptions } from './call-media.ts';
import { CallRunner } from './call-runner.ts';
import type { CallRunnerOptions, SessionCommand } from './call-runner.ts';
import type { RemoteMedia } from './call-snapshot.ts';
import { remoteMedia, remoteStream } from './call-streams.ts';
import type { Received } from './call-streams.ts';
import { groupLate } from './group-late.ts';
import type * as LateParts from './group-late-parts.ts';
import type { Letter, MeshPost } from './mesh-post.ts';

export interface MeshCallOptions
  extends
    Pick<CallMediaOptions, 'localMedia' | 'iceServers' | 'createPeer' | 'log'>,
    Pick<CallRunnerOptions, 'clock'> {
  readonly callId: string;
  readonly self: CallContext['self'];
  readonly partyId: string;
  readonly peer: MeshPeer;
  /** `null`: we invite. */
  readonly invite: InviteEvent | null;
  readonly post: MeshPost;
  /** What is common to all that we say. */
  readonly envelope: Pick<MeshEvent, 'roomId' | 'confId' | 'senderDeviceId' | 'senderSessionId'>;
  readonly report: (report: MeshPairReport) => void;
  readonly unreachable: () => void;
  readonly onChange: () => void;
}

/** The call of one pair: the machine and the media of calls between two, signalled from device to device. */
export class MeshCall {
  readonly options: MeshCallOptions;
  readonly #runner: CallRunner;
  readonly #media: CallMedia;
  /** What the other side said last of how large it shows us, as it said it. */
  shown: unknown;
  /** Invite or answer, as it left. */
  #first: MeshEvent | null = null;
  #seq = 0;
  #late: typeof LateParts | null = null;
  #isOver = false;

  constructor(options: MeshCallOptions) {
    this.options = options;
    const { invite } = options;
    this.#media = new CallMedia({
      ...options,
      type: 'video',
      polite: invite !== null,
      mayPrompt: () => Promise.resolve(false),
      report: (input) => this.#input(input),
      onChange: () => this.#mediaChanged(),
      talk: (command) => this.#late?.talk(command, this.#media),
    });
    // Microphone and camera are those of the whole group call: who opens and closes them is its session.
    this.#media.handOver();
    this.#media.wanted = { microphone: false, camera: options.localMedia.slots.camera === 'on' };
    this.#runner = new CallRunner({
      ...options,
      context: contextOf(options),
      execute: (command) => this.#execute(command),
      onTransition: (before, after) => this.#transitioned(before, after),
      fetchEffects: async () => (this.#late = await groupLate()).TALKING_EFFECTS,
    });
  }

  get callId(): string {
    return this.options.callId;
  }

  /** `null` until it was made. */
  get peer(): PeerPort | null {
    return this.#media.peer;
  }

  get remote(): RemoteMedia {
    return remoteMedia(this.#received(), false);
  }

  get userMediaStream(): MediaStream | null {
    return remoteStream(this.#received(), 'm.usermedia');
  }

  get screenStream(): MediaStream | null {
    return remoteStream(this.#received(), 'm.screenshare');
  }

  start(): void {
    const { invite } = this.options;
    if (invite === null) this.#input({ type: 'place' });
    else {
      const { offer, metadata, lifetime } = invite;
      this.#input({ type: 'ring', offer, metadata, remaining: lifetime });
      this.#input({ type: 'answer' });
    }
  }

  hear(event: MeshSaid): void {
    const { log, envelope, peer } = this.options;
    if (event.kind === 'shown') {
      this.shown = event.shown;
      return;
    }
    const signalled = { event, sender: peer.userId, roomId: envelope.roomId, age: 0 };
    const classified = classify(this.#runner.context, signalled);
    if ('input' in classified) this.#input(classified.input);
    else log.debug('ignored', { callId: event.callId, reason: classified.ignored });
  }

  /** The very same invite or answer once more. */
  resend(): void {
    const first = this.#first;
    if (first !== null) this.#send(first.event, () => first);
  }

  /** Nothing of it is reported afterwards. */
  end(how: 'with-hangup' | 'silently'): void {
    this.#isOver = true;
    // A peer that is not in the call any more is as one that is not in the room.
    this.#input({ type: how === 'silently' ? 'left-room' : 'hangup' });
  }

  networkChanged(): void {
    this.#input({ type: 'network-changed' });
  }

  #input(input: CallInput): void {
    this.#runner.input(input);
  }

  #execute(command: SessionCommand): void {
    if (command.do === 'send') this.say(command.event);
    else this.#media.execute(command);
  }

  /** `failed`: what to do where it does not leave, in place of what follows for the call. */
  say(event: MeshSaid, failed?: Letter['failed']): void {
    const seal = (said: MeshSaid): MeshEvent => {
      const { envelope, peer } = this.options;
      const sealed = { ...envelope, event: said, destSessionId: peer.membershipId, seq: this.#seq++ };
      if (said.kind === 'invite' || said.kind === 'answer') this.#first = sealed;
      return sealed;
    };
    this.#send(event, seal, failed);
  }

  #send(event: MeshSaid, seal: Letter['seal'], failed?: Letter['failed']): void {
    const { post, peer, unreachable } = this.options;
    const matters = event.kind === 'invite' || event.kind === 'answer';
    const callFailed: Letter['failed'] = (why) => {
      if (why === 'unreachable') unreachable();
      if (matters) this.#input({ type: 'send-failed' });
    };
    post.send({ to: peer, event, seal, failed: failed ?? callFailed });
  }

  #transitioned(before: CallContext, after: CallContext): void {
    const { report, post, callId, onChange } = this.options;
    if (before.remoteMetadata !== after.remoteMetadata) onChange();
    if (before.state === after.state) return;
    if (after.state === 'ended') {
      post.withdraw(callId);
      if (!this.#isOver) report({ type: 'ended', callId });
    } else if (before.state === 'invite-sent') report({ type: 'answered', callId });
    else if (after.state === 'connected') report({ type: 'media-connected', callId });
    else if (after.state === 'reconnecting') report({ type: 'media-lost', callId });
    onChange();
  }

  #mediaChanged(): void {
    const { peer } = this.#media;
    if (peer !== null) this.#input({ type: 'local-metadata', metadata: this.#media.metadata(peer) });
    this.options.onChange();
  }

  #received(): Received {
    return {
      streams: this.#media.peer?.remoteStreams ?? new Map<string, MediaStream>(),
      metadata: this.#runner.context.remoteMetadata,
    };
  }
}

function contextOf({ callId, self, partyId, peer, invite, envelope }: MeshCallOptions): CallContext {
  return newCall(
    {
      callId,
      roomId: envelope.roomId,
      direction: invite === null ? 'outgoing' : 'incoming',
      type: 'video',
      self,
      partyId,
      peer: { userId: peer.userId, deviceId: peer.deviceId },
      lifetime: MESH_INVITE_LIFETIME_MS,
    },
    invite && { id: invite.partyId, version: invite.version },
  );
}
