import type { CallSession, CallSessionEvents, CallSnapshot, PeerStatistics } from 'famedly-calls';
import { peerId, roomId } from './cast.ts';
import { Listeners } from './listeners.ts';

/** The picture and sound that flow. */
export interface Streams {
  readonly localUserMediaStream: MediaStream;
  readonly localScreenSharingStream: MediaStream | null;
  readonly remoteUserMediaStream: MediaStream | null;
  readonly remoteScreenSharingStream: MediaStream | null;
}

type Shown = Pick<
  CallSession,
  | keyof Streams
  | ('callId' | 'roomId' | 'state' | 'snapshot' | 'on' | 'onStatistics')
  | ('answer' | 'reject' | 'silence' | 'hangup' | 'setRemoteOnHold' | 'sendDTMF')
  | ('setMicrophoneMuted' | 'setLocalVideoMuted' | 'setScreensharingEnabled' | 'selectDevice')
  | ('acceptTransfer' | 'rejectTransfer')
>;

/** As long as in the drawings: 12:04. */
export const LENGTH = 724_000;

const STILL: CallSnapshot = {
  callId: 'shown',
  roomId,
  direction: 'outgoing',
  type: 'video',
  peer: { userId: peerId, deviceId: null },
  state: 'connected',
  local: { microphone: 'on', camera: 'on', screen: 'off', 'screen-audio': 'off' },
  remote: { microphoneMuted: false, cameraMuted: false, screensharing: false },
  remoteOnHold: false,
  localOnHold: false,
  identity: null,
  transferOffer: null,
  canSendDTMF: true,
  connectedAt: null,
  signallingInterrupted: false,
  problems: [],
  endReason: null,
  endedBy: null,
};

/** A call that is what it is told to be. What a person presses changes what it says, as a call's own would. */
export class ScriptedCall implements Shown {
  readonly #listeners = new Listeners<CallSessionEvents>();
  #streams: Streams;
  #snapshot: CallSnapshot;
  #statistics: PeerStatistics | null = null;

  constructor(changes: Partial<CallSnapshot>, streams: Streams) {
    const flows = changes.state === undefined || changes.state === 'connected';
    const connectedAt = flows || changes.state === 'reconnecting' ? Date.now() - LENGTH : null;
    this.#snapshot = { ...STILL, callId: crypto.randomUUID(), connectedAt, ...changes };
    this.#streams = streams;
  }

  /** Says something new of itself. */
  become(changes: Partial<CallSnapshot>): void {
    const before = this.#snapshot;
    this.#snapshot = { ...before, ...changes };
    this.#listeners.tell('change', this.#snapshot);
    if (before.state !== this.#snapshot.state) this.#listeners.tell('statechange', this.#snapshot.state);
    if (this.#snapshot.state === 'ended') this.#listeners.tell('ended', this.#snapshot);
  }

  flow(streams: Partial<Streams>): void {
    this.#streams = { ...this.#streams, ...streams };
    this.#listeners.tell('streamschange', undefined);
  }

  recover(label: string): void {
    this.#listeners.tell('recovered', { slot: 'microphone', label });
  }

  /** How the connection was in each of the last seconds. */
  measure(statistics: PeerStatistics): void {
    this.#statistics = statistics;
  }

  get snapshot(): CallSnapshot {
    return this.#snapshot;
  }
  get callId(): string {
    return this.#snapshot.callId;
  }
  get roomId(): string {
    return this.#snapshot.roomId;
  }
  get state(): CallSnapshot['state'] {
    return this.#snapshot.state;
  }
  get localUserMediaStream(): MediaStream {
    return this.#streams.localUserMediaStream;
  }
  get localScreenSharingStream(): MediaStream | null {
    return this.#streams.localScreenSharingStream;
  }
  get remoteUserMediaStream(): MediaStream | null {
    return this.#streams.remoteUserMediaStream;
  }
  get remoteScreenSharingStream(): MediaStream | null {
    return this.#streams.remoteScreenSharingStream;
  }

  on: CallSession['on'] = (name, listener, options) => this.#listeners.on(name, listener, options);

  onStatistics: CallSession['onStatistics'] = (listener, options) => {
    const sample = (): void => {
      if (this.#statistics !== null) listener(this.#statistics);
    };
    // What was so for some seconds needs no seconds to be shown.
    queueMicrotask(() => [1, 2, 3, 4, 5].forEach(sample));
    const timer = setInterval(sample, 1000);
    const off = (): void => clearInterval(timer);
    options?.signal?.addEventListener('abort', off);
    return off;
  };

  answer: CallSession['answer'] = () => {
    this.become({ state: 'connected', connectedAt: Date.now() });
  };
  reject: CallSession['reject'] = () => this.#end();
  hangup: CallSession['hangup'] = () => this.#end();
  silence: CallSession['silence'] = () => undefined;
  sendDTMF: CallSession['sendDTMF'] = () => undefined;
  selectDevice: CallSession['selectDevice'] = () => Promise.resolve();
  acceptTransfer: CallSession['acceptTransfer'] = () => this.become({ transferOffer: null });
  rejectTransfer: CallSession['rejectTransfer'] = () => this.become({ transferOffer: null });
  setRemoteOnHold: CallSession['setRemoteOnHold'] = (remoteOnHold) => this.become({ remoteOnHold });

  setMicrophoneMuted: CallSession['setMicrophoneMuted'] = (muted) =>
    this.#set({ microphone: muted ? 'muted' : 'on' });
  setLocalVideoMuted: CallSession['setLocalVideoMuted'] = (muted) =>
    this.#set({ camera: muted ? 'muted' : 'on' });
  setScreensharingEnabled: CallSession['setScreensharingEnabled'] = (enabled) =>
    this.#set({ screen: enabled ? 'on' : 'off' });

  #set(local: Partial<CallSnapshot['local']>): Promise<void> {
    this.become({ local: { ...this.#snapshot.local, ...local } });
    return Promise.resolve();
  }

  #end(): void {
    this.become({ state: 'ended', endReason: 'user_hangup', endedBy: 'local' });
  }
}
