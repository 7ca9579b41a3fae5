import type { RemoteSound } from './remote-sound.ts';

/** Where the other side is heard: chosen by the person. */
export class SpeakerChoice {
  readonly #sound: RemoteSound;
  #switching: Promise<void> = Promise.resolve();

  constructor(sound: RemoteSound) {
    this.#sound = sound;
  }

  /** `''` is the system's choice. Rejects as `setSinkId` does, also where the browser has none; all stays as it was. */
  choose(deviceId: string): Promise<void> {
    // One after the other: the last choice wins.
    const done = this.#switching.then(() => this.#switchTo(deviceId));
    this.#switching = done.catch(() => undefined);
    return done;
  }

  async #switchTo(deviceId: string): Promise<void> {
    const sound = this.#sound;
    if (deviceId === sound.speaker) return;
    // Tells whether the speaker is there before anything that sounds is touched.
    await new Audio().setSinkId(deviceId);
    sound.speaker = deviceId;
    await Promise.all(sound.outputs.map((audio) => audio.setSinkId(deviceId)));
  }
}
