import { SoundOutput } from './sound-output.ts';

/**
 * The sound of the other side, outside the document: moving an element in the page, or showing no picture at all, never
 * interrupts it.
 */
export class RemoteSound {
  readonly #onChange: () => void;
  readonly #outputs = new Map<MediaStream, SoundOutput>();
  #blocked = false;
  #speaker = '';
  #switching: Promise<void> = Promise.resolve();

  /** `onChange` is called when `blocked` has changed. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The browser holds sound back until the person clicks: see `allow`. */
  get blocked(): boolean {
    return this.#blocked;
  }

  /** Plays these streams and no others; to be called again when tracks changed in a way that fires no `addtrack`. */
  setStreams(streams: readonly MediaStream[]): void {
    for (const [stream, output] of this.#outputs) {
      if (streams.includes(stream)) continue;
      output.dispose();
      this.#outputs.delete(stream);
    }
    for (const stream of streams) {
      const output = this.#outputs.get(stream);
      if (output !== undefined) output.playIfSilent();
      else this.#outputs.set(stream, new SoundOutput(stream, this.#speaker, () => this.#update()));
    }
    this.#update();
  }

  /** `''` is the system's choice. Rejects as `setSinkId` does, also where the browser has none; all stays as it was. */
  setSpeaker(deviceId: string): Promise<void> {
    // One after the other: the last choice wins.
    const done = this.#switching.then(() => this.#switchTo(deviceId));
    this.#switching = done.catch(() => undefined);
    return done;
  }

  /** To be called in a click: plays what is held back. */
  async allow(): Promise<void> {
    const held = [...this.#outputs.values()].filter(({ blocked }) => blocked);
    await Promise.all(held.map((output) => output.play()));
  }

  /** Silent from now on. */
  dispose(): void {
    this.setStreams([]);
  }

  async #switchTo(deviceId: string): Promise<void> {
    if (deviceId === this.#speaker) return;
    // Tells whether the speaker is there before anything that sounds is touched.
    await new Audio().setSinkId(deviceId);
    this.#speaker = deviceId;
    await Promise.all([...this.#outputs.values()].map((output) => output.setSpeaker(deviceId)));
  }

  #update(): void {
    const blocked = [...this.#outputs.values()].some((output) => output.blocked);
    if (blocked === this.#blocked) return;
    this.#blocked = blocked;
    this.#onChange();
  }
}
