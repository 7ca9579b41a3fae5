import type { MatrixClient } from 'matrix-js-sdk';
import { DialectCall } from './dialect-call.ts';
import { DialectMembership } from './dialect-membership.ts';
import { DIALECTS } from './dialect.ts';
import type { Dialect, DialectName, Participant } from './dialect.ts';

type Content = Readonly<Record<string, unknown>>;

interface Message {
  readonly type: string;
  readonly sender: string;
  readonly content: Content;
}

/**
 * A page in a mesh that speaks one dialect only: an app written from the protocol, with the habits of the real ones. The
 * engine has no part in it.
 */
export class PageDialectPhone {
  readonly #client: MatrixClient;
  readonly #dialect: Dialect;
  readonly #self: string;
  /** The same party in all its calls. */
  readonly #sessionId = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  readonly #calls = new Map<string, DialectCall>();
  readonly #sequences = new Map<string, number>();
  #membership: DialectMembership | undefined;
  #media: MediaStream | undefined;
  #configuration: RTCConfiguration = {};
  #batch: Message[] = [];
  #work: Promise<unknown> = Promise.resolve();

  constructor(client: MatrixClient, dialect: DialectName) {
    this.#client = client;
    this.#dialect = DIALECTS[dialect];
    this.#self = `${client.getSafeUserId()}:${client.getDeviceId()}`;
    client.on(window.sdk.ClientEvent.ReceivedToDeviceMessage, ({ message }) => {
      if (this.#batch.length === 0) setTimeout(() => this.#read(this.#batch.splice(0)));
      this.#batch.push(message);
    });
  }

  async join(roomId: string): Promise<void> {
    const video = { width: 320, height: 180, frameRate: 10 };
    this.#media = await navigator.mediaDevices.getUserMedia({ audio: true, video });
    const { uris, username, password } = await this.#client.turnServer();
    this.#configuration = { iceServers: [{ urls: uris, username, credential: password }] };
    this.#membership = new DialectMembership(this.#client, roomId, this.#dialect, this.#sessionId);
    await this.#membership.enter(() => this.#inviteAll());
    this.#inviteAll();
  }

  async leave(): Promise<void> {
    const peers = this.#participants().filter(({ id }) => this.#calls.has(id));
    await this.#membership?.leave();
    for (const peer of peers) {
      const call = this.#calls.get(peer.id)!;
      this.#send(peer, call.callId, 'hangup', { reason: this.#dialect.hangupReason });
      this.#end(peer.id);
    }
  }

  /** Of each peer that it has a call with. */
  async measure(): Promise<Record<string, { frames: number; energy: number }>> {
    const measured = [...this.#calls].map(async ([id, call]) => {
      return [id, { frames: call.picture.frames, energy: await call.energy() }] as const;
    });
    return Object.fromEntries(await Promise.all(measured));
  }

  #participants(): Participant[] {
    return this.#membership?.participants() ?? [];
  }

  /** Whoever stands before the other by UTF-16 code unit invites; only looked at when somebody's membership changes. */
  #inviteAll(): void {
    if (this.#membership?.isIn !== true) return;
    for (const peer of this.#participants()) {
      if (this.#calls.get(peer.id)?.sessionId !== peer.sessionId) this.#end(peer.id);
      if (peer.id === this.#self || this.#self > peer.id || this.#calls.has(peer.id)) continue;
      void this.#begin(peer, `${Date.now()}${Math.random().toString(36).slice(2)}`).invite();
    }
  }

  #begin(peer: Participant, callId: string): DialectCall {
    const call = new DialectCall({
      callId,
      dialect: this.#dialect,
      peer,
      media: this.#media!,
      configuration: this.#configuration,
      send: (kind, fields) => this.#send(peer, callId, kind, fields),
    });
    this.#calls.set(peer.id, call);
    return call;
  }

  #end(id: string): void {
    this.#calls.get(id)?.close();
    this.#calls.delete(id);
  }

  #read(batch: readonly Message[]): void {
    const readable = batch.filter(({ type }) => this.#dialect.reads(type));
    const answered = readable.filter(({ type }) => kindOf(type) === 'answer');
    const answeredCalls = new Set(answered.map(({ content }) => content['call_id']));
    for (const message of readable) {
      const kind = kindOf(message.type);
      // Deployed apps drop the candidates that come together with an answer.
      const isDropped = kind === 'candidates' && answeredCalls.has(message.content['call_id']);
      if (isDropped && this.#dialect === DIALECTS.deployed) continue;
      this.#work = this.#work.then(() => this.#hear(kind, message));
    }
  }

  async #hear(kind: string, { sender, content }: Message): Promise<void> {
    const { room_id: room, conf_id: conf, dest_session_id: dest, call_id: callId } = content;
    if (room !== this.#membership?.roomId || conf !== this.#membership?.callId) return;
    if (dest !== this.#sessionId) return;
    const id = `${sender}:${String(content['device_id'])}`;
    const known = this.#calls.get(id);
    if (kind === 'hangup' || kind === 'reject') {
      if (known?.callId === callId) this.#end(id);
      return;
    }
    const peer = this.#participants().find((one) => one.id === id);
    // What comes before the membership is lost.
    if (!peer || peer.sessionId !== content['sender_session_id']) return;
    if (kind !== 'invite') {
      if (known?.callId === callId) await known?.hear(kind, content);
    } else if (known?.callId !== callId) {
      this.#end(id);
      await this.#begin(peer, String(callId)).hear(kind, content);
    }
  }

  #send(peer: Participant, callId: string, kind: string, fields: Content): void {
    const counted = `${peer.id} ${callId}`;
    const seq = this.#sequences.get(counted) ?? 0;
    this.#sequences.set(counted, seq + this.#dialect.seqStep);
    const content = {
      ...fields,
      call_id: callId,
      party_id: this.#sessionId,
      conf_id: this.#membership!.callId,
      room_id: this.#membership!.roomId,
      version: '1',
      device_id: this.#client.getDeviceId(),
      sender_session_id: this.#sessionId,
      dest_session_id: peer.sessionId,
      seq,
    };
    const messages = new Map([[peer.userId, new Map([[peer.deviceId, content]])]]);
    this.#work = this.#work.then(() => this.#client.sendToDevice(this.#dialect.prefix + kind, messages));
  }
}

function kindOf(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
