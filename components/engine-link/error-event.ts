import type { CallErrorCode, GroupCallErrorCode, MatrixErrorCode, MediaErrorCode } from '../../src/index.ts';
import { elementEvent } from './element-event.ts';

/** What kept the element from calling, or what is wrong in a call that goes on. */
export type ElementErrorCode =
  | CallErrorCode
  | GroupCallErrorCode
  | MediaErrorCode
  | MatrixErrorCode
  /** Neither client nor port, engine or account was handed over. */
  | 'no-client'
  /** No room and no person to call. */
  | 'no-callee'
  /** Another tab has calls open with the same device. */
  | 'second-tab'
  /** The account's address is no Matrix homeserver. */
  | 'invalid-homeserver'
  /** A part of the script did not come. */
  | 'not-loaded'
  /** The account's token belongs to another user or device. */
  | 'wrong-user';

export interface CallErrorDetail {
  readonly code: ElementErrorCode;
  /** For a log: text without secrets, in English. */
  readonly message: string;
}

/** Something is wrong; the element says it to the person, too. */
export class FamedlyCallErrorEvent extends elementEvent<'famedly-call-error', CallErrorDetail>(
  'famedly-call-error',
) {}

declare global {
  interface HTMLElementEventMap {
    'famedly-call-error': FamedlyCallErrorEvent;
  }
}
