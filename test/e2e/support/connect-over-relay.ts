/** Runs in the page: joins two bare peer connections by a data channel, over the homeserver's TURN server alone. */
export async function connectOverRelay() {
  const { uris, username, password } = await window.client.turnServer();
  const configuration: RTCConfiguration = {
    iceTransportPolicy: 'relay',
    iceServers: [{ urls: uris, username, credential: password }],
  };
  const caller = new RTCPeerConnection(configuration);
  const callee = new RTCPeerConnection(configuration);
  const channel = caller.createDataChannel('relay');

  await caller.setLocalDescription();
  await gathered(caller);
  await callee.setRemoteDescription(caller.localDescription!);
  await callee.setLocalDescription();
  await gathered(callee);
  await caller.setRemoteDescription(callee.localDescription!);

  /** Candidates travel inside the descriptions, so that none arrives before the description that it belongs to. */
  function gathered(connection: RTCPeerConnection) {
    return new Promise<void>((resolve) => {
      const look = () => connection.iceGatheringState === 'complete' && resolve();
      connection.addEventListener('icegatheringstatechange', look);
      look();
    });
  }

  return {
    channel,
    states: () => [caller.connectionState, callee.connectionState],
    candidateTypes: () => {
      const pair = caller.sctp?.transport.iceTransport.getSelectedCandidatePair();
      return [pair?.local.type, pair?.remote.type];
    },
  };
}
