import type { GroupCallOptions, GroupCallSession } from '../../../src/index.ts';
import type { MatrixClient } from 'matrix-js-sdk';
import { PagePicture } from './page-picture.ts';
import type { PagePhone } from './page-phone.ts';

/** What a page saw and heard of one participant, counted from the start. */
export interface Reception {
  frames: number;
  screenFrames: number;
  /** Of what its microphone sent, as the peer connection measured it. */
  energy: number;
  /** How often the engine called it loud. */
  loud: number;
}

/** What was handed to the encryption, for one device. */
export interface Encrypted {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly content: Record<string, unknown>;
}

interface Player {
  readonly camera: PagePicture;
  readonly screen: PagePicture;
  readonly sound: HTMLAudioElement;
  loud: number;
}

/** The browser's fake microphone beeps once a second, and is as good as silent in between. */
const LOUD = 0.01;

/** A page that takes part in group calls: players for everybody, and a record of what happened. */
export class PageGroupPhone {
  readonly #phone: PagePhone;
  readonly #players = new Map<string, Player>();
  readonly sessions: GroupCallSession[] = [];
  /** Calls that rang, by room. */
  readonly rung: string[] = [];
  readonly states: string[] = [];
  readonly errors: string[] = [];
  readonly recovered: string[] = [];
  readonly reactions: { participantId: string; key: string }[] = [];
  /** The ids of the others, each time that they changed. */
  readonly attendance: string[][] = [];

  readonly encrypted: Encrypted[] = [];

  constructor(phone: PagePhone, client: MatrixClient) {
    this.#phone = phone;
    this.#listenToEncryption(client);
    phone.voip.on('incominggroupcall', ({ roomId }) => this.rung.push(roomId));
  }

  /** The newest one. */
  get session(): GroupCallSession {
    const session = this.sessions.at(-1);
    if (!session) throw new Error('There was no group call');
    return session;
  }

  /** Finds or makes the call of a room, without entering. */
  async find(roomId: string, options: GroupCallOptions = {}): Promise<GroupCallSession> {
    const session = await this.#phone.voip.fetchOrCreateGroupCall(roomId, options);
    if (!this.sessions.includes(session)) this.#follow(session);
    return session;
  }

  async measure(): Promise<Record<string, Reception>> {
    const energies = await this.#energies();
    const receptions = [...this.#players].map(([id, { camera, screen, loud }]) => {
      const tracks = this.session.streamsOf(id).userMediaStream?.getAudioTracks() ?? [];
      const energy = tracks.reduce((sum, track) => sum + (energies.get(track.id) ?? 0), 0);
      return [id, { frames: camera.frames, screenFrames: screen.frames, energy, loud }] as const;
    });
    return Object.fromEntries(receptions);
  }

  /** Types of both ends of every path that media take. */
  candidateTypes(): (readonly [string | undefined, string | undefined])[] {
    return this.#phone.connections
      .filter(({ connectionState }) => connectionState === 'connected')
      .map((connection) => {
        const pair = connection.getSenders()[0]?.transport?.iceTransport.getSelectedCandidatePair();
        return [pair?.local.type ?? undefined, pair?.remote.type ?? undefined] as const;
      });
  }

  /** How many peer connections are not closed. */
  get openConnections(): number {
    return this.#phone.connections.filter(({ connectionState }) => connectionState !== 'closed').length;
  }

  #listenToEncryption(client: MatrixClient): void {
    const crypto = client.getCrypto();
    if (!crypto) return;
    const encrypt = crypto.encryptToDeviceMessages.bind(crypto);
    const from = `${client.getSafeUserId()}:${client.getDeviceId()}`;
    crypto.encryptToDeviceMessages = (type, devices, content) => {
      const sent = devices.map(({ userId, deviceId }) => ({ from, to: `${userId}:${deviceId}`, type }));
      this.encrypted.push(...sent.map((message) => ({ ...message, content: { ...content } })));
      return encrypt(type, devices, content);
    };
  }

  #follow(session: GroupCallSession): void {
    this.sessions.push(session);
    session.on('statechange', (state) => this.states.push(state));
    session.on('error', ({ code }) => this.errors.push(code));
    session.on('recovered', ({ slot }) => this.recovered.push(slot));
    session.on('reaction', (reaction) => this.reactions.push({ ...reaction }));
    session.on('streamschange', (participant) => this.#play(session, participant));
    session.on('change', ({ participants }) => {
      const ids = participants.map(({ id }) => id).toSorted();
      if (ids.join(' ') !== this.attendance.at(-1)?.join(' ')) this.attendance.push(ids);
    });
    setInterval(() => this.#listen(session), 50);
  }

  #play(session: GroupCallSession, participant: string): void {
    const { userMediaStream, screenStream } = session.streamsOf(participant);
    const { camera, screen, sound } = this.#playerOf(participant);
    camera.show(userMediaStream);
    screen.show(screenStream);
    if (sound.srcObject !== userMediaStream) sound.srcObject = userMediaStream;
  }

  #playerOf(participant: string): Player {
    const known = this.#players.get(participant);
    if (known) return known;
    const sound = document.createElement('audio');
    sound.autoplay = true;
    document.body.append(sound);
    const player = { camera: new PagePicture(), screen: new PagePicture(), sound, loud: 0 };
    this.#players.set(participant, player);
    return player;
  }

  #listen(session: GroupCallSession): void {
    for (const [id, level] of session.levels()) if (level > LOUD) this.#playerOf(id).loud += 1;
  }

  /** By the id of the track. */
  async #energies(): Promise<Map<string, number>> {
    const energies = new Map<string, number>();
    const open = this.#phone.connections.filter(({ connectionState }) => connectionState === 'connected');
    for (const receiver of open.flatMap((connection) => connection.getReceivers())) {
      const report = await receiver.getStats();
      for (const stats of report.values() as Iterable<{ type: string; totalAudioEnergy?: number }>) {
        if (stats.type === 'inbound-rtp') energies.set(receiver.track.id, stats.totalAudioEnergy ?? 0);
      }
    }
    return energies;
  }
}
