import type { Clock } from '../foundation/clock.ts';
import { untilLoaded } from '../foundation/until-loaded.ts';
import type { AudioLevels } from '../group-call/active-speaker.ts';
import type { GroupCallSnapshot } from './group-call-snapshot.ts';
import { groupLate } from './group-late.ts';
import type { SpeakerWatch } from './speaker-watch.ts';

/** Who speaks, once what listens for it has been fetched. */
export class LateSpeaker {
  readonly #clock: Clock;
  readonly #levels: () => AudioLevels;
  readonly #changed: () => void;
  #stay: object | null = null;
  #watch: SpeakerWatch | null = null;

  constructor(clock: Clock, levels: () => AudioLevels, changed: () => void) {
    this.#clock = clock;
    this.#levels = levels;
    this.#changed = changed;
  }

  get speaker(): string | null {
    return this.#watch?.speaker ?? null;
  }

  /** Begins once somebody is connected, or nobody is there; whether it has just begun. */
  follow({ state, participants }: GroupCallSnapshot): boolean {
    const nobody = participants.length === 0;
    const connects = !nobody && participants.every(({ connection }) => connection === 'connecting');
    if (this.#stay !== null || state !== 'entered' || connects) return false;
    this.#start();
    return true;
  }

  stop(): void {
    this.#stay = null;
    this.#watch?.stop();
    this.#watch = null;
  }

  #start(): void {
    const stay = (this.#stay = {});
    const clock = this.#clock;
    void untilLoaded(groupLate, (ms, task) => clock.after(ms, () => this.#stay !== stay || task())).then(
      ({ SpeakerWatch }) => {
        if (this.#stay !== stay) return;
        this.#watch = new SpeakerWatch(clock, this.#levels, this.#changed);
        this.#watch.start();
      },
    );
  }
}
