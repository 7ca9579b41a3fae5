/** kbit/s that we take the path for until it is measured: enough for the first frames at `START_ENCODING`. */
export const START_BITRATE = 1000;

/** How the camera is sent at first: one that starts large waits for the bandwidth estimate to let its frames through. */
export const START_ENCODING = { scaleResolutionDownBy: 2 } as const satisfies RTCRtpEncodingParameters;

/** ms from the connection to the full resolution: the bandwidth estimate has grown by then. */
export const GROWS_AFTER = 1000;
