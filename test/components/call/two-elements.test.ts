import { expect } from '@open-wc/testing';
import { inState, rings } from '../../session/world.ts';
import { until } from '../../until.ts';
import { HeardAudio } from '../engine-link/heard-audio.ts';
import { inScene, Stage } from './stage.ts';

describe('two famedly-calls for one call', () => {
  let stage: Stage;
  let heard: HeardAudio;
  beforeEach(() => {
    stage = new Stage();
    heard = new HeardAudio();
  });
  afterEach(() => {
    heard.restore();
    stage.close();
  });

  it('are heard once, and still when the one that played has gone', async () => {
    const { alice, bob, roomId } = await stage.world.pair();
    const session = bob.voip.inviteToCall(roomId, 'voice', { userId: '@alice:memory' });
    const one = stage.show({ session });
    (await rings(alice)).answer();
    await inScene(one, 'voice');
    const stream = session.remoteUserMediaStream;
    await until(() => heard.of(stream).some(({ paused }) => !paused), 'alice is heard');
    const [before] = heard.of(stream);
    const other = stage.show({ session });
    await inScene(other, 'voice');
    await session.setMicrophoneMuted(true);
    await Promise.all([one.updateComplete, other.updateComplete]);
    expect(heard.of(stream)).to.deep.equal([before]);

    one.remove();
    await until(() => heard.of(stream).some((each) => each !== before && !each.paused), 'the other plays');
    expect(heard.of(stream)).to.have.lengthOf(1);
    session.hangup();
    await inState(session, 'ended');
    await until(() => heard.of(stream).length === 0, 'silence');
  });
});
