/** SDP as it crosses Matrix; never logged. */
export interface SessionDescription {
  readonly type: 'offer' | 'answer';
  readonly sdp: string;
}

/** As on the wire; `candidate: ''` marks the end of a generation. */
export interface IceCandidate {
  readonly candidate: string;
  readonly sdpMid?: string | undefined;
  readonly sdpMLineIndex?: number | undefined;
}
