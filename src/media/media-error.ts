export type MediaErrorCode =
  /** The person or the browser's settings refuse microphone, camera or screen. */
  | 'permission-denied'
  /** There is no device of this kind. */
  | 'device-missing'
  /** Another program or page holds the device. */
  | 'device-busy'
  /** The device was unplugged or failed during the call, and no other of its kind took over. */
  | 'device-lost'
  /** No secure context, or an iframe without the permission policy: the browser offers no devices at all. */
  | 'insecure-context'
  /** The person closed the browser's own picker. */
  | 'cancelled'
  /** The background was to be blurred and cannot be. */
  | 'not-blurred'
  /** The other side's description or candidate could not be used. */
  | 'bad-description'
  | 'unknown';

export type MediaSlot = 'microphone' | 'camera' | 'screen' | 'screen-audio';

/** What goes wrong with devices and media. */
export class MediaError extends Error {
  override readonly name = 'MediaError';
  readonly code: MediaErrorCode;
  /** What is missing because of it; `null` where it is not about one device. */
  readonly slot: MediaSlot | null;
  constructor(code: MediaErrorCode, slot: MediaSlot | null = null, cause?: unknown) {
    super(slot === null ? code : `${code}: ${slot}`, { cause });
    this.code = code;
    this.slot = slot;
  }
}
