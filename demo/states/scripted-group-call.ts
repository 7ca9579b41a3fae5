import type {
  GroupCallParticipant,
  GroupCallSession,
  GroupCallSessionEvents,
  GroupCallSnapshot,
} from 'famedly-calls';
import { roomId, selfId } from './cast.ts';
import { Listeners } from './listeners.ts';

type Shown = Pick<
  GroupCallSession,
  | ('callId' | 'roomId' | 'state' | 'snapshot' | 'on' | 'streamsOf' | 'levels')
  | ('localUserMediaStream' | 'localScreenSharingStream' | 'openPreview' | 'closePreview')
  | (
      | 'enter'
      | 'leave'
      | 'retry'
      | 'selectDevice'
      | 'setBackgroundBlur'
      | 'setDataSaving'
      | 'setShown'
      | 'requestEncryptionKey'
      | 'allowEverybody'
    )
  | ('setMicrophoneMuted' | 'setLocalVideoMuted' | 'setScreensharingEnabled')
  | ('sendReactionEvent' | 'removeReactionEvent')
>;

/** Somebody in a scripted call. */
export interface ScriptedPerson extends GroupCallParticipant {
  readonly userMediaStream: MediaStream | null;
  readonly screenStream: MediaStream | null;
  /** 0 to 1 */
  readonly level: number;
}

/** As long as in the drawings: 24:10. */
const LENGTH = 1_450_000;

const SELF = `${selfId}:SHOWN`;

const STILL: GroupCallSnapshot = {
  roomId,
  callId: roomId,
  application: 'm.call',
  scope: 'm.room',
  backend: 'mesh',
  state: 'lobby',
  enteredAt: null,
  localParticipantId: SELF,
  participants: [],
  local: { microphone: 'on', camera: 'on', screen: 'off', 'screen-audio': 'off' },
  hands: [],
  activeSpeaker: null,
  ringsUntil: null,
  savesData: false,
  backgroundBlur: 'off',
  signallingInterrupted: false,
  problems: [],
  problem: null,
  endReason: null,
};

/** A group call that is what it is told to be. What a person presses changes what it says, as a call's own would. */
export class ScriptedGroupCall implements Shown {
  readonly #listeners = new Listeners<GroupCallSessionEvents>();
  readonly localUserMediaStream: MediaStream;
  localScreenSharingStream: MediaStream | null = null;
  #people: readonly ScriptedPerson[];
  #snapshot: GroupCallSnapshot;

  constructor(
    changes: Partial<GroupCallSnapshot>,
    people: readonly ScriptedPerson[],
    localUserMediaStream: MediaStream,
  ) {
    const enteredAt = changes.state === 'entered' ? Date.now() - LENGTH : null;
    this.#people = people;
    this.#snapshot = { ...STILL, enteredAt, participants: people, ...changes };
    this.localUserMediaStream = localUserMediaStream;
  }

  /** Says something new of itself. */
  become(changes: Partial<GroupCallSnapshot>): void {
    const before = this.#snapshot;
    this.#snapshot = { ...before, ...changes };
    this.#listeners.tell('change', this.#snapshot);
    if (before.state !== this.#snapshot.state) this.#listeners.tell('statechange', this.#snapshot.state);
  }

  /** Who is in it now. */
  gather(people: readonly ScriptedPerson[]): void {
    this.#people = people;
    this.become({ participants: people });
  }

  show(participantId: string, key: string): void {
    this.#listeners.tell('reaction', { participantId, key });
  }

  /** `place`: from 0 in the order of who came; `null`: ours. */
  raiseHands(...places: readonly (number | null)[]): void {
    const hands = places.map((place, since) => {
      const participantId = place === null ? SELF : (this.#people[place]?.id ?? '');
      return { participantId, key: '🖐️', since, eventId: `$hand-${participantId}` };
    });
    this.become({ hands });
  }

  get snapshot(): GroupCallSnapshot {
    return this.#snapshot;
  }
  get callId(): string {
    return this.#snapshot.callId;
  }
  get roomId(): string {
    return this.#snapshot.roomId;
  }
  get state(): GroupCallSnapshot['state'] {
    return this.#snapshot.state;
  }

  on: GroupCallSession['on'] = (name, listener, options) => this.#listeners.on(name, listener, options);

  streamsOf: GroupCallSession['streamsOf'] = (participant) => {
    const person = this.#people.find(({ id }) => id === participant);
    return { userMediaStream: person?.userMediaStream ?? null, screenStream: person?.screenStream ?? null };
  };
  levels: GroupCallSession['levels'] = () => new Map(this.#people.map(({ id, level }) => [id, level]));

  openPreview: GroupCallSession['openPreview'] = () => Promise.resolve();
  closePreview: GroupCallSession['closePreview'] = () => undefined;
  retry: GroupCallSession['retry'] = () => undefined;
  setBackgroundBlur: GroupCallSession['setBackgroundBlur'] = (on) => {
    this.become({ backgroundBlur: on ? 'on' : 'off' });
    return Promise.resolve();
  };
  setDataSaving: GroupCallSession['setDataSaving'] = () => undefined;
  setShown: GroupCallSession['setShown'] = () => undefined;
  selectDevice: GroupCallSession['selectDevice'] = () => Promise.resolve();
  requestEncryptionKey: GroupCallSession['requestEncryptionKey'] = () => undefined;
  enter: GroupCallSession['enter'] = () => {
    this.become({ state: 'entered', enteredAt: Date.now() });
    return Promise.resolve();
  };
  leave: GroupCallSession['leave'] = () => {
    this.become({ state: 'left', endReason: 'left', enteredAt: null });
    return Promise.resolve();
  };
  allowEverybody: GroupCallSession['allowEverybody'] = () => {
    this.become({ problem: null });
    return Promise.resolve();
  };

  setMicrophoneMuted: GroupCallSession['setMicrophoneMuted'] = (muted) =>
    this.#set({ microphone: muted ? 'muted' : 'on' });
  setLocalVideoMuted: GroupCallSession['setLocalVideoMuted'] = (muted) =>
    this.#set({ camera: muted ? 'muted' : 'on' });
  setScreensharingEnabled: GroupCallSession['setScreensharingEnabled'] = (enabled) =>
    this.#set({ screen: enabled ? 'on' : 'off' });

  sendReactionEvent: GroupCallSession['sendReactionEvent'] = (key, options) => {
    const eventId = `$${crypto.randomUUID()}`;
    if (options?.ephemeral !== false) this.show(SELF, key);
    else {
      const hand = { participantId: SELF, key, since: Date.now(), eventId };
      this.become({ hands: [...this.#snapshot.hands, hand] });
    }
    return Promise.resolve(eventId);
  };
  removeReactionEvent: GroupCallSession['removeReactionEvent'] = (eventId) => {
    this.become({ hands: this.#snapshot.hands.filter((hand) => hand.eventId !== eventId) });
    return Promise.resolve();
  };

  #set(local: Partial<GroupCallSnapshot['local']>): Promise<void> {
    this.become({ local: { ...this.#snapshot.local, ...local } });
    return Promise.resolve();
  }
}
