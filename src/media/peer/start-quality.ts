import type { Clock } from '../../foundation/clock.ts';

/** kbit/s that we take the path for until it is measured: enough for the first frames at `START_SCALE`. */
export const START_BITRATE = 1000;
const START_SCALE = 2;
/** ms from the connection to the full resolution: the estimate has grown by then. */
const GROWS_AFTER = 1000;

/** How the camera is sent at first: one that starts large waits for the bandwidth estimate to let its frames through. */
export const startEncoding: RTCRtpEncodingParameters = { scaleResolutionDownBy: START_SCALE };

interface StartQualityOptions {
  readonly connection: RTCPeerConnection;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly camera: () => RTCRtpSender | null;
}

/** Raises the camera to its full resolution once the connection stands. */
export function growAfterStart({ connection, clock, signal, camera }: StartQualityOptions): void {
  const grown = new AbortController();
  const grow = (): void => {
    const sender = camera();
    if (sender === null) return;
    const parameters = sender.getParameters();
    for (const encoding of parameters.encodings) encoding.scaleResolutionDownBy = 1;
    // Refused only while another change of the same sender is under way; the picture stays small then.
    sender.setParameters(parameters).catch(() => undefined);
  };
  connection.addEventListener(
    'connectionstatechange',
    () => {
      if (connection.connectionState !== 'connected') return;
      grown.abort();
      signal.addEventListener('abort', clock.after(GROWS_AFTER, grow), { once: true });
    },
    { signal: AbortSignal.any([signal, grown.signal]) },
  );
}
