import { expect } from '@open-wc/testing';
import { inState, rings } from '../../session/world.ts';
import { until } from '../../until.ts';
import { button, inScene, Stage, text } from './stage.ts';

describe('famedly-call: a transfer', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.close());

  /** Alice asks Bob, whose element shows their call, to talk to Carol instead. */
  async function asked() {
    const { world } = stage;
    const { alice, roomId, port, call } = await stage.pair();
    const carol = await world.person('@carol:memory', 'C1');
    await carol.matrix.ensureDirectRoom('@bob:memory');
    const element = stage.show({ roomId, client: port });
    await inScene(element, 'idle');
    const outgoing = call();
    await inScene(element, 'incoming');
    element.answer();
    await inState(outgoing, 'connected');
    await inScene(element, 'voice');
    outgoing.transfer({ userId: '@carol:memory', displayName: 'Carol', avatarUrl: null });
    await until(() => text(element).includes('wants to connect you with'), 'the question');
    return { alice, carol, element, outgoing };
  }

  it('is declined by one press, and the call goes on', async () => {
    const { element, outgoing } = await asked();
    let rejected = 0;
    outgoing.on('transferrejected', () => (rejected += 1));
    button(element, 'Decline').click();
    await until(() => rejected > 0, 'alice is told');
    await until(() => !text(element).includes('wants to connect you with'), 'no question any more');
    expect(outgoing.state).to.equal('connected');
    expect(element.matches(':state(voice)')).to.be.true;
  });

  it('is followed by one press', async () => {
    const { carol, element, outgoing } = await asked();
    button(element, 'Connect').click();
    (await rings(carol)).answer();
    await inState(outgoing, 'ended');
    await inScene(element, 'voice');
    expect(element.session?.snapshot.peer.userId).to.equal('@carol:memory');
  });
});
