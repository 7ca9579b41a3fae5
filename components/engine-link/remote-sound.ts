/** What plays each stream: where several elements show one call, one of them is heard. */
export const playing = new WeakMap<MediaStream, HTMLAudioElement>();

/**
 * The sound of the other side, outside the document: moving an element in the page, or showing no picture at all, never
 * interrupts it.
 */
export class RemoteSound {
  /** Where what comes is heard; `''` is the system's choice. */
  speaker = '';
  readonly #onChange: () => void;
  readonly #outputs = new Map<MediaStream, HTMLAudioElement>();
  readonly #held = new Set<HTMLAudioElement>();

  /** `onChange` is called when `blocked` has changed, or there may be more to play: see `setStreams`. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The browser holds sound back until the person clicks: see `allow`. */
  get blocked(): boolean {
    return this.#held.size > 0;
  }

  /** What plays. */
  get outputs(): readonly HTMLAudioElement[] {
    return [...this.#outputs.values()];
  }

  /** Plays these streams and no others, or none that are heard elsewhere; to be called again when their tracks changed. */
  setStreams(wanted: readonly MediaStream[]): void {
    const taken = wanted.find((stream) => playing.get(stream) !== this.#outputs.get(stream));
    taken?.addEventListener('free', this.#onChange, { once: true });
    const streams = taken ? [] : wanted;
    for (const [stream, audio] of this.#outputs) {
      if (streams.includes(stream)) continue;
      this.#outputs.delete(stream);
      audio.pause();
      audio.srcObject = null;
      this.#hold(audio, false);
      playing.delete(stream);
      stream.dispatchEvent(new Event('free'));
    }
    for (const stream of streams) {
      const audio = this.#outputs.get(stream) ?? this.#open(stream);
      // A stream without sound would be blocked, too, with nothing to be heard. By the standard an element ends when all tracks have gone.
      if (audio.paused && stream.getAudioTracks().length > 0) void this.#play(audio);
    }
  }

  /** To be called in a click: plays what is held back. */
  async allow(): Promise<void> {
    await Promise.all([...this.#held].map((audio) => this.#play(audio)));
  }

  #open(stream: MediaStream): HTMLAudioElement {
    const audio = new Audio();
    audio.srcObject = stream;
    // A speaker that went away meanwhile: the system's choice is heard instead.
    if (this.speaker !== '') audio.setSinkId(this.speaker).catch(() => undefined);
    this.#outputs.set(stream, audio);
    playing.set(stream, audio);
    return audio;
  }

  async #play(audio: HTMLAudioElement): Promise<void> {
    try {
      await audio.play();
      this.#hold(audio, false);
    } catch (error) {
      // Other errors: its stream or its tracks have gone; new tracks play it again.
      if (audio.srcObject && (error as Error).name === 'NotAllowedError') this.#hold(audio, true);
    }
  }

  #hold(audio: HTMLAudioElement, held: boolean): void {
    const { blocked } = this;
    if (held) this.#held.add(audio);
    else this.#held.delete(audio);
    if (blocked !== this.blocked) this.#onChange();
  }
}
