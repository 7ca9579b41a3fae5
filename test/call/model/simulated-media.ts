import { must } from './violation.ts';

/** A call's microphone and camera, handed from call to call in glare. */
export class SimulatedMedia {
  isOpen = false;
  #opened = 0;
  #closed = false;

  /** Does nothing where they are open. */
  open(): void {
    if (this.isOpen) return;
    this.#opened += 1;
    must('local media is opened once', this.#opened === 1 && !this.#closed, 'opened again');
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
    this.#closed = true;
  }
}
