import { expect, waitUntil } from '@open-wc/testing';

const example = '/readme-example.ts';

describe('the example in the README', () => {
  it('calls, shows the other side, and hangs up', async () => {
    document.body.innerHTML = '<video autoplay playsinline muted></video><button>Hang up</button>';
    const [video] = document.getElementsByTagName('video');
    const [button] = document.getElementsByTagName('button');
    await import(example);
    await waitUntil(() => video!.videoWidth > 2 && video!.currentTime > 0, 'no picture came', {
      timeout: 15_000,
    });
    expect((video!.srcObject as MediaStream).getAudioTracks()).to.have.length(1);

    button!.click();
    await waitUntil(() => video!.srcObject === null, 'the call did not end', { timeout: 5_000 });
  });
});
