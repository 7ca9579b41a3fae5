import * as v from 'valibot';
import { keep, kept } from './kept.ts';

const NAME = 'group devices';
const USUAL = {
  microphone: true,
  camera: true,
  blur: false,
  microphoneId: '',
  cameraId: '',
  speakerId: '',
};
type Choices = Readonly<typeof USUAL>;

/** Those that were offered when it was kept. */
const SCHEMA = v.custom<Partial<Choices>>((value) =>
  Object.entries(value as object).every(
    ([name, choice]) => typeof choice === typeof USUAL[name as keyof Choices],
  ),
);

/** With what a person went into a call last, on this device. */
export class KeptDevices {
  #choices: Choices = USUAL;

  /** Of whichever page they were made in last. */
  get choices(): Choices {
    return (this.#choices = { ...this.#choices, ...kept(NAME, SCHEMA) });
  }

  set(changes: Partial<Choices>): void {
    this.#choices = { ...this.choices, ...changes };
    keep(NAME, this.#choices);
  }
}
