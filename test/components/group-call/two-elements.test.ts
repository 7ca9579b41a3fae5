import { expect } from '@open-wc/testing';
import { nextTask } from '../../../components/engine-link/next-task.ts';
import { until } from '../../until.ts';
import { inScene } from '../call/stage.ts';
import { GroupStage } from './group-stage.ts';

describe('two elements for one room', () => {
  let stage: GroupStage;
  beforeEach(() => {
    localStorage.clear();
    stage = new GroupStage();
  });
  afterEach(() => stage.close());

  it('show the same call, which goes on until the last of them has gone', async () => {
    const { port, roomId, sessions } = await stage.room('anna');
    const [anna] = sessions;
    await anna?.enter({ microphone: true, camera: false });
    const one = stage.show({ roomId, client: port });
    const other = stage.show({ roomId, client: port });
    await Promise.all([inScene(one, 'lobby'), inScene(other, 'lobby')]);
    one.join();
    await Promise.all([inScene(one, 'grid'), inScene(other, 'grid')]);
    expect(other.session).to.equal(one.session);
    const session = other.session!;
    await until(() => anna?.participants[0]?.connection === 'connected', 'anna is with us');
    one.remove();
    await until(() => one.session === null, 'the first has let go');
    expect(session.state).to.equal('entered');
    await session.setMicrophoneMuted(true);
    await until(() => anna?.participants[0]?.microphoneMuted === true, 'it goes on');
    expect(other.matches(':state(grid)')).to.equal(true);
    other.remove();
    await until(() => session.state === 'left', 'we leave');
    await until(() => anna?.participants.length === 0, 'anna is alone');
  });

  it('without a lobby go in together', async () => {
    const { port, roomId } = await stage.room();
    const errors: string[] = [];
    const show = () => {
      const element = stage.show({ roomId, client: port, lobby: 'off' });
      element.addEventListener('famedly-call-error', ({ detail }) => errors.push(detail.code));
      return element;
    };
    const [one, other] = [show(), show()];
    await Promise.all([inScene(one, 'grid'), inScene(other, 'grid')]);
    const third = show();
    await inScene(third, 'grid');
    await nextTask();
    expect(errors).to.deep.equal([]);
  });

  it('keep the preview of a lobby while one of them shows it', async () => {
    const { port, roomId } = await stage.room();
    const one = stage.show({ roomId, client: port });
    const other = stage.show({ roomId, client: port });
    await Promise.all([inScene(one, 'lobby'), inScene(other, 'lobby')]);
    const session = other.session!;
    await until(() => session.localUserMediaStream !== null, 'the preview');
    one.remove();
    await until(() => one.session === null, 'the first has let go');
    expect(session.localUserMediaStream).not.to.equal(null);
    other.remove();
    await until(() => session.localUserMediaStream === null, 'the preview is over');
  });
});
