import { expect } from '@open-wc/testing';
import { receivesNothing } from '../../src/media/peer/receives-nothing.ts';
import {
  candidatesIn,
  candidateUfrag,
  isUsable,
  iceUfrags,
  withoutCandidates,
  withStartBitrate,
} from '../../src/media/peer/sdp-text.ts';

const lines = (...all: string[]): string => all.join('\r\n') + '\r\n';

const SESSION = ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0 v'];
const AUDIO = [
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=mid:0',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:abcdefghijklmnopqrstuvwx',
  'a=msid:one track',
  'a=candidate:1 1 udp 1 192.0.2.1 9 typ host ufrag abcd',
  'a=end-of-candidates',
  'a=sendonly',
];
const VIDEO = [
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97 98',
  'a=mid:v',
  'a=ice-ufrag:abcd',
  'a=msid:one track2',
  'a=msid:two track2',
  'a=candidate:2 1 udp 1 192.0.2.2 9 typ host',
  'a=inactive',
  'a=rtpmap:96 VP8/90000',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=rtpmap:98 H264/90000',
  'a=fmtp:98 packetization-mode=1',
];
const SDP = lines(...SESSION, ...AUDIO, ...VIDEO);

describe('the text of a description', () => {
  it('gives up its candidates, each with its line', () => {
    expect(withoutCandidates(SDP)).not.to.match(/candidate/);
    expect(candidatesIn(SDP)).to.deep.equal([
      { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host ufrag abcd', sdpMLineIndex: 0 },
      { candidate: 'candidate:2 1 udp 1 192.0.2.2 9 typ host', sdpMLineIndex: 1 },
    ]);
    expect(candidatesIn(SDP).map(({ candidate }) => candidateUfrag(candidate))).to.deep.equal([
      'abcd',
      undefined,
    ]);
    expect([...iceUfrags(SDP)]).to.deep.equal(['abcd']);
  });

  it('means hold when no line that lives receives', () => {
    expect(receivesNothing(SDP)).to.equal(true);
    expect(receivesNothing(SDP.replace('a=inactive', 'a=recvonly'))).to.equal(false);
    expect(receivesNothing(SDP.replace('a=inactive\r\n', ''))).to.equal(false);
    const refused = SDP.replace('a=inactive\r\n', '').replace('m=video 9', 'm=video 0');
    expect(receivesNothing(refused)).to.equal(true);
    expect(receivesNothing(lines(...SESSION))).to.equal(false);
  });

  it('gets a start bitrate for each video codec, once', () => {
    const changed = withStartBitrate(SDP, 900);
    expect(changed).to.contain('a=rtpmap:96 VP8/90000\r\na=fmtp:96 x-google-start-bitrate=900\r\n');
    expect(changed).to.contain('a=fmtp:98 packetization-mode=1;x-google-start-bitrate=900\r\n');
    expect(changed).to.contain('a=fmtp:97 apt=96\r\n');
    expect(withStartBitrate(changed, 900)).to.equal(changed);
  });

  it('is refused where it would break the browser', () => {
    expect(isUsable(SDP.replace('a=group:BUNDLE 0 v\r\n', ''))).to.equal(false);
    expect(isUsable(SDP)).to.equal(true);
    expect(isUsable(SDP.replace('a=ice-ufrag:abcd', 'a=ice-ufrag:abc'))).to.equal(false);
    expect(isUsable(SDP.replace('qrstuvwx', ''))).to.equal(false);
    expect(isUsable(SDP.replace('qrstuvwx', 'qrstuvw x'))).to.equal(false);
  });
});
