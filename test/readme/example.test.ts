import { expect } from '@open-wc/testing';
import { until } from '../until.ts';

const example = '/readme-example.ts';

describe('the example in the README', () => {
  it('calls, shows the other side, and hangs up', async () => {
    document.body.innerHTML = '<video autoplay playsinline muted></video><button>Hang up</button>';
    const [video] = document.getElementsByTagName('video');
    const [button] = document.getElementsByTagName('button');
    await import(example);
    await until(() => video!.videoWidth > 2 && video!.currentTime > 0, 'no picture came');
    expect((video!.srcObject as MediaStream).getAudioTracks()).to.have.length(1);

    button!.click();
    await until(() => video!.srcObject === null, 'the call did not end');
  });
});
