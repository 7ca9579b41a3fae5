/** kbit/s that we take the path for until it is measured: enough for the first frames at `START_ENCODING`. */
export const START_BITRATE = 1000;

/** How the camera is sent at first: one that starts large waits for the bandwidth estimate to let its frames through. */
export const START_ENCODING: RTCRtpEncodingParameters = { scaleResolutionDownBy: 2 };
