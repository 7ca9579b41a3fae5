import { expect } from '@open-wc/testing';
import { inState } from '../../session/world.ts';
import { until } from '../../until.ts';
import { button, deep, inScene, Stage } from './stage.ts';

/** ms that what rings stays where no picture comes, but for the clocks' coarseness. */
const LONGEST = 295;

function videos(element: Element): HTMLVideoElement[] {
  return deep(element).filter((each) => each instanceof HTMLVideoElement);
}

describe('famedly-call that was answered', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.close());

  async function ringing() {
    const { roomId, port, call } = await stage.pair();
    const element = stage.show({ roomId, client: port });
    await inScene(element, 'idle');
    const outgoing = call('video');
    await inScene(element, 'incoming');
    const errors: string[] = [];
    element.addEventListener('famedly-call-error', ({ detail }) => errors.push(detail.code));
    return { element, outgoing, errors };
  }

  it('goes from the ring to the picture, or says after a moment that it connects', async () => {
    const { element } = await ringing();
    await until(() => videos(element).length > 0, 'a video that stands ready');
    const pressed = performance.now();
    button(element, 'Answer').click();
    while (element.matches(':state(incoming)')) await new Promise(requestAnimationFrame);
    const pictured = videos(element).some(({ videoWidth }) => videoWidth > 0);
    expect(pictured || performance.now() - pressed > LONGEST).to.be.true;
    await inScene(element, 'video');
  });

  it('is still under the finger: a second press is not another answer', async () => {
    const { element, outgoing, errors } = await ringing();
    const answer = button(element, 'Answer');
    answer.click();
    answer.click();
    await inState(outgoing, 'connected');
    await inScene(element, 'video');
    expect(errors).to.deep.equal([]);
  });

  it('can be declined after all', async () => {
    const { element, outgoing, errors } = await ringing();
    button(element, 'Answer').click();
    button(element, 'Decline').click();
    await inState(outgoing, 'ended');
    await inScene(element, 'ended');
    expect(errors).to.deep.equal([]);
  });
});
