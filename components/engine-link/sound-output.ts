/** One remote stream's sound, by an `Audio` element outside the document. */
export class SoundOutput {
  readonly #audio = new Audio();
  readonly #stream: MediaStream;
  readonly #onChange: () => void;
  readonly #disposed = new AbortController();
  #blocked = false;

  constructor(stream: MediaStream, speaker: string, onChange: () => void) {
    this.#stream = stream;
    this.#onChange = onChange;
    // A speaker that went away meanwhile: the system's choice is heard instead.
    if (speaker !== '') void this.setSpeaker(speaker).catch(() => undefined);
    this.#audio.srcObject = stream;
    const { signal } = this.#disposed;
    stream.addEventListener('addtrack', () => this.playIfSilent(), { signal });
    this.playIfSilent();
  }

  /** The browser refused to play before the person clicked. */
  get blocked(): boolean {
    return this.#blocked;
  }

  /** A stream without sound would be blocked, too, with nothing to be heard. By the standard an element ends when all tracks have gone. */
  playIfSilent(): void {
    if (this.#audio.paused && this.#stream.getAudioTracks().length > 0) void this.play();
  }

  async play(): Promise<void> {
    try {
      await this.#audio.play();
      this.#setBlocked(false);
    } catch (error) {
      // Other errors: it was disposed, or its tracks went away; new tracks play it again.
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.#setBlocked(true);
    }
  }

  async setSpeaker(deviceId: string): Promise<void> {
    await this.#audio.setSinkId(deviceId);
  }

  dispose(): void {
    this.#disposed.abort();
    this.#audio.pause();
    this.#audio.srcObject = null;
  }

  #setBlocked(blocked: boolean): void {
    if (blocked === this.#blocked) return;
    this.#blocked = blocked;
    this.#onChange();
  }
}
