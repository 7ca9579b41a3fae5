import { expect } from '@open-wc/testing';
import { nextTask } from '../../../components/engine-link/next-task.ts';
import { until } from '../../until.ts';
import { RequestEvent } from '../../../components/parts/request.ts';
import { inScene, text } from '../call/stage.ts';
import { HeardAudio } from '../engine-link/heard-audio.ts';
import { SoundingStream } from '../engine-link/sounding-stream.ts';
import { GroupStage, whole } from './group-stage.ts';
import { participant, ScriptedSession } from './scripted-session.ts';

const [anna, ben] = [participant('anna'), participant('ben')];

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

describe('two elements for one call', () => {
  let stage: GroupStage;
  let heard: HeardAudio;
  let sources: ReadonlyMap<string, SoundingStream>;
  let session: ScriptedSession;
  beforeEach(() => {
    localStorage.clear();
    stage = new GroupStage();
    heard = new HeardAudio();
    sources = new Map([anna, ben].map(({ id }) => [id, new SoundingStream(0.1)]));
    session = new ScriptedSession({ state: 'entered', enteredAt: Date.now(), participants: [anna] });
    session.streamsOf = (id) => ({ userMediaStream: sources.get(id)?.stream ?? null, screenStream: null });
  });
  afterEach(() => {
    heard.restore();
    stage.close();
    for (const source of sources.values()) source.close();
  });

  /** The first plays already. */
  async function both() {
    const one = stage.show({ session: session.shown });
    await whole(one);
    const other = stage.show({ session: session.shown });
    await whole(other);
    return [one, other] as const;
  }

  const soundOf = ({ id }: { readonly id: string }) => heard.of(sources.get(id)?.stream);
  const plays = (person: { readonly id: string }) =>
    until(() => soundOf(person).some(({ paused }) => !paused), 'they are heard');

  it('are heard once, and still when the one that played has gone or shows another', async () => {
    const [one, other] = await both();
    await plays(anna);
    expect(soundOf(anna)).to.have.lengthOf(1);
    session.become({ participants: [anna, ben] });
    await plays(ben);
    await Promise.all([one.updateComplete, other.updateComplete]);
    expect(soundOf(ben)).to.have.lengthOf(1);

    const [before] = soundOf(anna);
    one.session = new ScriptedSession().shown;
    await until(() => soundOf(anna).length > 0 && soundOf(anna)[0] !== before, 'the other plays');
    await Promise.all([plays(anna), plays(ben)]);
    expect([soundOf(anna).length, soundOf(ben).length]).to.deep.equal([1, 1]);

    one.session = session.shown;
    await whole(one);
    expect(soundOf(anna)).to.have.lengthOf(1);
    const [again] = soundOf(anna);
    other.remove();
    await until(() => soundOf(anna).length > 0 && soundOf(anna)[0] !== again, 'the first plays again');
    await Promise.all([plays(anna), plays(ben)]);
    session.become({ state: 'left', enteredAt: null, endReason: 'left', participants: [] });
    await until(() => soundOf(anna).length + soundOf(ben).length === 0, 'silence');
  });

  it('hear everybody as loud as was chosen in either', async () => {
    const [one, other] = await both();
    await plays(anna);
    other.dispatchEvent(new RequestEvent({ do: 'set-volume', participant: anna.id, volume: 0.3 }));
    await until(() => soundOf(anna)[0]?.volume === 0.3, 'it is less loud');
    session.become({ activeSpeaker: anna.id });
    await Promise.all([one.updateComplete, other.updateComplete]);
    one.dispatchEvent(new RequestEvent({ do: 'mute-for-me', participant: anna.id, muted: true }));
    await until(() => soundOf(anna)[0]?.muted === true, 'it is not heard');
    const [before] = soundOf(anna);
    one.remove();
    await until(() => soundOf(anna)[0] !== before && soundOf(anna).length > 0, 'the other plays');
    expect(soundOf(anna)[0]).to.include({ volume: 0.3, muted: true });
  });

  it('say where it would play that the browser holds sound back', async () => {
    HTMLAudioElement.prototype.play = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    try {
      const [one, other] = await both();
      await until(() => text(one).includes('Turn sound on'), 'it is said');
      expect(text(other)).not.to.include('Turn sound on');
      one.remove();
      await until(() => text(other).includes('Turn sound on'), 'it is said by the other');
    } finally {
      Reflect.deleteProperty(HTMLAudioElement.prototype, 'play');
    }
  });
});
