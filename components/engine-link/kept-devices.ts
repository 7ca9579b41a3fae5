import * as v from 'valibot';
import { flag, keep, kept, text } from './kept.ts';

const NAME = 'group devices';
const SCHEMA = v.object({
  microphone: flag,
  camera: flag,
  // Not offered from the beginning.
  blur: v.optional(flag, false),
  microphoneId: text,
  cameraId: text,
  speakerId: text,
});
type Choices = v.InferOutput<typeof SCHEMA>;

/** With what a person went into a call last, on this device. */
export class KeptDevices {
  #choices: Choices = {
    microphone: true,
    camera: true,
    blur: false,
    ...{ microphoneId: '', cameraId: '', speakerId: '' },
  };

  /** Of whichever page they were made in last. */
  get choices(): Choices {
    return (this.#choices = kept(NAME, SCHEMA) ?? this.#choices);
  }

  set(changes: Partial<Choices>): void {
    this.#choices = { ...this.choices, ...changes };
    keep(NAME, this.#choices);
  }
}
