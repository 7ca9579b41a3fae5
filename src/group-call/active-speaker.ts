/** After so many ms a sound counts for a third. */
const MEMORY_MS = 300;
/** A level under this is breath, keys and chairs. */
const AUDIBLE = 0.02;
/** Who is to take over must be so many times as loud as the one who speaks. */
const LOUDER = 1.5;
/** ms for which it must be that loud: a cough is no speech. */
const TAKE_OVER_MS = 400;

/** Participant id → how loud it is now, 0 to 1. */
export type AudioLevels = ReadonlyMap<string, number>;

/** Who speaks, without jumping from one to another at every sound. */
export class ActiveSpeaker {
  #speaker: string | null = null;
  #smooth: AudioLevels = new Map();
  #at = -Infinity;
  /** Who is louder than the speaker, and since when. */
  #rival: { readonly id: string; readonly since: number } | null = null;

  /** The last one who spoke, as long as it is here; `null`: nobody has. */
  get speaker(): string | null {
    return this.#speaker;
  }

  /** Everybody who is in the call must be in `levels`. Answers the speaker. */
  update(levels: AudioLevels, now: number): string | null {
    this.#smoothen(levels, now);
    if (this.#speaker !== null && !levels.has(this.#speaker)) this.#speaker = null;
    const loudest = this.#loudest();
    const needed = Math.max(AUDIBLE, this.#levelOf(this.#speaker) * LOUDER);
    if (loudest === null || loudest === this.#speaker || this.#levelOf(loudest) < needed) this.#rival = null;
    else this.#contest(loudest, now);
    return this.#speaker;
  }

  #contest(id: string, now: number): void {
    if (this.#rival?.id !== id) this.#rival = { id, since: now };
    if (now - this.#rival.since < TAKE_OVER_MS) return;
    this.#speaker = id;
    this.#rival = null;
  }

  #smoothen(levels: AudioLevels, now: number): void {
    const weight = 1 - Math.exp(-Math.max(0, now - this.#at) / MEMORY_MS);
    this.#at = now;
    this.#smooth = new Map(
      [...levels].map(([id, level]) => {
        const before = this.#levelOf(id);
        return [id, before + (level - before) * weight];
      }),
    );
  }

  #levelOf(id: string | null): number {
    return id === null ? 0 : (this.#smooth.get(id) ?? 0);
  }

  #loudest(): string | null {
    let loudest: string | null = null;
    for (const [id, level] of this.#smooth) if (level > this.#levelOf(loudest)) loudest = id;
    return loudest;
  }
}
