import { Emitter } from '../../../src/foundation/emitter.ts';
import type {
  GroupCallParticipant,
  GroupCallSession,
  GroupCallSessionEvents,
  GroupCallSnapshot,
  ShownSizes,
} from '../../../src/index.ts';

export const me = '@me:one.test';

export function participant(name: string, more: Partial<GroupCallParticipant> = {}): GroupCallParticipant {
  return {
    id: `@${name}:one.test:PHONE`,
    userId: `@${name}:one.test`,
    deviceId: 'PHONE',
    connection: 'connected',
    takesLong: false,
    quality: 'good',
    microphoneMuted: false,
    cameraMuted: true,
    screensharing: false,
    unreachable: false,
    ...more,
  };
}

const still: GroupCallSnapshot = {
  roomId: '!room:one.test',
  callId: '!room:one.test',
  application: 'm.call',
  scope: 'm.room',
  backend: 'mesh',
  state: 'lobby',
  enteredAt: null,
  localParticipantId: `${me}:HERE`,
  participants: [],
  local: { microphone: 'off', camera: 'off', screen: 'off', 'screen-audio': 'off' },
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

/** A session that is what the test says, and writes down what it is asked for. */
export class ScriptedSession {
  readonly #events = new Emitter<GroupCallSessionEvents>();
  readonly asked: (readonly unknown[])[] = [];
  readonly levelsNow = new Map<string, number>();
  /** How large the element said that it shows each. */
  readonly sizes = new Map<string, ShownSizes | null>();
  readonly localUserMediaStream = null;
  readonly localScreenSharingStream = null;
  snapshot: GroupCallSnapshot;

  constructor(changes: Partial<GroupCallSnapshot> = {}) {
    this.snapshot = { ...still, ...changes };
  }

  /** As the element takes it. */
  get shown(): GroupCallSession {
    return this as unknown as GroupCallSession;
  }

  become(changes: Partial<GroupCallSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...changes };
    this.#events.emit('change', this.snapshot);
  }

  on: GroupCallSession['on'] = (name, listener, options) => this.#events.on(name, listener, options);
  emit: Emitter<GroupCallSessionEvents>['emit'] = (name, payload) => this.#events.emit(name, payload);

  get roomId(): string {
    return this.snapshot.roomId;
  }
  get callId(): string {
    return this.snapshot.callId;
  }
  get state(): GroupCallSnapshot['state'] {
    return this.snapshot.state;
  }

  streamsOf: GroupCallSession['streamsOf'] = () => ({ userMediaStream: null, screenStream: null });
  levels = () => this.levelsNow;
  openPreview = (wanted: unknown) => this.#ask('openPreview', wanted);
  closePreview = () => void this.#ask('closePreview');
  enter = (wanted: unknown) => this.#ask('enter', wanted);
  leave = () => this.#ask('leave');
  setMicrophoneMuted = (muted: boolean) => this.#ask('microphone', muted);
  setLocalVideoMuted = (muted: boolean) => this.#ask('camera', muted);
  setScreensharingEnabled = (on: boolean) => this.#ask('screen', on);
  selectDevice = (...which: unknown[]) => this.#ask('device', ...which);
  setBackgroundBlur(on: boolean): Promise<void> {
    return this.#ask('blur', on);
  }
  setDataSaving = (on: boolean) => void this.#ask('saveData', on);
  setShown = (id: string, sizes: ShownSizes | null) => void this.sizes.set(id, sizes);
  retry = (id: string) => void this.#ask('retry', id);
  allowEverybody = () => this.#ask('allowEverybody');
  removeReactionEvent = (eventId: string) => this.#ask('remove', eventId);
  sendReactionEvent = async (key: string, options: unknown) => {
    await this.#ask('react', key, options);
    return null;
  };

  #ask(...what: unknown[]): Promise<void> {
    this.asked.push(what);
    return Promise.resolve();
  }
}
