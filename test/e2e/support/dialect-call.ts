import type { Dialect, Participant } from './dialect.ts';
import { PagePicture } from './page-picture.ts';

type Content = Readonly<Record<string, unknown>>;
type StreamMetadata = Readonly<Record<string, { readonly purpose: string }>>;

export interface DialectCallOptions {
  readonly callId: string;
  readonly dialect: Dialect;
  readonly peer: Participant;
  readonly media: MediaStream;
  readonly configuration: RTCConfiguration;
  readonly send: (kind: string, fields: Content) => void;
}

const CAPABILITIES = { 'm.call.transferee': false, 'm.call.dtmf': false };

/** A pair's connection as an app of one dialect has it. */
export class DialectCall {
  readonly #options: DialectCallOptions;
  readonly #connection: RTCPeerConnection;
  readonly #streams = new Map<string, MediaStream>();
  readonly #early: RTCIceCandidateInit[] = [];
  readonly #sound = document.createElement('audio');
  readonly picture = new PagePicture();
  #metadata: StreamMetadata = {};

  constructor(options: DialectCallOptions) {
    this.#options = options;
    this.#sound.autoplay = true;
    document.body.append(this.#sound);
    this.#connection = new RTCPeerConnection(options.configuration);
    for (const track of options.media.getTracks()) this.#connection.addTrack(track, options.media);
    this.#connection.addEventListener('icecandidate', ({ candidate }) => {
      // It has no end marker, and puts no candidate into a description.
      if (candidate?.candidate) options.send('candidates', { candidates: [candidate.toJSON()] });
    });
    this.#connection.addEventListener('track', ({ streams: [stream] }) => {
      if (stream) this.#streams.set(stream.id, stream);
      this.#play();
    });
  }

  get callId(): string {
    return this.#options.callId;
  }

  /** Of the membership that it was begun with. */
  get sessionId(): string {
    return this.#options.peer.sessionId;
  }

  async invite(): Promise<void> {
    const { peer, send } = this.#options;
    const offer = await this.#connection.createOffer();
    send('invite', {
      lifetime: 60_000,
      invitee: peer.userId,
      invitee_device_id: peer.deviceId,
      offer: { type: offer.type, sdp: offer.sdp },
      capabilities: CAPABILITIES,
      ...this.#ownMetadata(),
    });
    await this.#connection.setLocalDescription(offer);
  }

  async hear(kind: string, content: Content): Promise<void> {
    this.#readMetadata(content);
    switch (kind) {
      case 'invite':
        return this.#answer(content['offer'] as RTCSessionDescriptionInit);
      case 'answer':
        await this.#describe(content['answer'] as RTCSessionDescriptionInit);
        this.#options.send('select_answer', { selected_party_id: content['party_id'] });
        return;
      case 'candidates':
        for (const candidate of content['candidates'] as RTCIceCandidateInit[]) await this.#add(candidate);
        return;
      case 'negotiate':
        return this.#negotiate(content['description'] as RTCSessionDescriptionInit);
    }
  }

  async energy(): Promise<number> {
    const report = await this.#connection.getStats();
    const stats = [...report.values()] as { type: string; kind?: string; totalAudioEnergy?: number }[];
    const heard = stats.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio');
    return heard?.totalAudioEnergy ?? 0;
  }

  close(): void {
    this.#connection.close();
    this.#sound.remove();
  }

  async #answer(offer: RTCSessionDescriptionInit): Promise<void> {
    await this.#describe(offer);
    const answer = await this.#connection.createAnswer();
    this.#options.send('answer', {
      answer: { type: answer.type, sdp: answer.sdp },
      capabilities: CAPABILITIES,
      ...this.#ownMetadata(),
    });
    await this.#connection.setLocalDescription(answer);
  }

  async #negotiate(description: RTCSessionDescriptionInit): Promise<void> {
    await this.#describe(description);
    if (description.type !== 'offer') return;
    await this.#connection.setLocalDescription();
    const { type, sdp } = this.#connection.localDescription!;
    this.#options.send('negotiate', { lifetime: 10_000, description: { type, sdp }, ...this.#ownMetadata() });
  }

  async #describe(description: RTCSessionDescriptionInit): Promise<void> {
    await this.#connection.setRemoteDescription(description);
    for (const candidate of this.#early.splice(0)) await this.#connection.addIceCandidate(candidate);
  }

  async #add(candidate: RTCIceCandidateInit): Promise<void> {
    if (this.#connection.remoteDescription) await this.#connection.addIceCandidate(candidate);
    else this.#early.push(candidate);
  }

  #ownMetadata(): Content {
    const { dialect, media } = this.#options;
    const metadata = { purpose: 'm.usermedia', audio_muted: false, video_muted: false };
    return { [dialect.metadataKey]: { [media.id]: metadata } };
  }

  /** Under one name only; the map is taken for complete. */
  #readMetadata(content: Content): void {
    const metadata = content[this.#options.dialect.metadataKey] as StreamMetadata | undefined;
    if (metadata === undefined) return;
    this.#metadata = metadata;
    this.#play();
  }

  /** A stream of which nothing is said is not shown. */
  #play(): void {
    const known = [...this.#streams.values()].filter(
      ({ id }) => this.#metadata[id]?.purpose === 'm.usermedia',
    );
    const stream = known.at(-1) ?? null;
    this.picture.show(stream);
    if (this.#sound.srcObject !== stream) this.#sound.srcObject = stream;
  }
}
