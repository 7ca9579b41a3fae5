import * as v from 'valibot';
import { flag, keep, kept, text } from './kept.ts';

const NAME = 'group devices';
const SCHEMA = v.object({
  microphone: flag,
  camera: flag,
  blur: flag,
  microphoneId: text,
  cameraId: text,
  speakerId: text,
});
type Choices = v.InferOutput<typeof SCHEMA>;

/** With what a person went into a call last, on this device. */
export class KeptDevices {
  #choices: Choices = kept(NAME, SCHEMA) ?? {
    microphone: true,
    camera: true,
    blur: false,
    ...{ microphoneId: '', cameraId: '', speakerId: '' },
  };

  get choices(): Choices {
    return this.#choices;
  }

  set(changes: Partial<Choices>): void {
    this.#choices = { ...this.#choices, ...changes };
    keep(NAME, this.#choices);
  }
}
