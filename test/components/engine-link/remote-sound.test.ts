import { expect } from '@open-wc/testing';
import { RemoteSound } from '../../../components/engine-link/remote-sound.ts';
import { SpeakerChoice } from '../../../components/engine-link/speaker-choice.ts';
import { StandIns } from '../attention/stand-ins.ts';
import { SoundingStream } from './sounding-stream.ts';
import { until } from '../../until.ts';

const blocked = () => Promise.reject(new DOMException('click first', 'NotAllowedError'));
const plays = ({ paused, currentTime }: HTMLAudioElement): boolean => !paused && currentTime > 0;

describe('the sound of the other side', () => {
  const standIns = new StandIns();
  /** The elements that sound is played by; made by `new Audio()`. */
  let elements: HTMLAudioElement[];
  let made: (element: HTMLAudioElement) => void;
  let changes: number;
  let sound: RemoteSound;
  let speaker: SpeakerChoice;
  let sources: SoundingStream[];

  beforeEach(() => {
    elements = [];
    made = () => undefined;
    changes = 0;
    sources = [];
    standIns.put(globalThis, 'Audio', {
      value: function RecordedAudio() {
        const element = document.createElement('audio');
        elements.push(element);
        made(element);
        return element;
      },
    });
    sound = new RemoteSound(() => (changes += 1));
    speaker = new SpeakerChoice(sound);
  });
  afterEach(() => {
    sound.setStreams([]);
    for (const source of sources) source.close();
    standIns.restore();
  });

  function source(): SoundingStream {
    const one = new SoundingStream(0.1);
    sources.push(one);
    return one;
  }

  it('plays voice and screen outside the document, at full volume', async () => {
    sound.setStreams([source().stream, source().stream]);
    await until(() => elements.every(plays), 'both play');
    expect(elements).to.have.length(2);
    expect(elements.some(({ isConnected }) => isConnected)).to.equal(false);
    expect(elements.map(({ volume, muted }) => [volume, muted])).to.deep.equal([
      [1, false],
      [1, false],
    ]);
    expect(sound.blocked).to.equal(false);
    expect(changes).to.equal(0);
  });

  it('goes on without a gap when a stream comes or goes beside it', async () => {
    const [voice, screen] = [source().stream, source().stream];
    sound.setStreams([voice]);
    await until(() => plays(elements[0]!), 'voice');
    let interrupted = false;
    elements[0]!.addEventListener('pause', () => (interrupted = true));
    elements[0]!.addEventListener('emptied', () => (interrupted = true));
    sound.setStreams([voice, screen]);
    await until(() => plays(elements[1]!), 'screen');
    sound.setStreams([voice]);
    await until(() => elements[1]!.paused, 'the screen is silent');
    expect(elements[1]!.srcObject).to.equal(null);
    expect(elements).to.have.length(2);
    expect(interrupted).to.equal(false);
    expect(plays(elements[0]!)).to.equal(true);
  });

  it('plays sound that was added when it is told the streams again', async () => {
    const stream = new MediaStream();
    sound.setStreams([stream]);
    expect(elements[0]!.paused).to.equal(true);
    stream.addTrack(source().track);
    sound.setStreams([stream]);
    await until(() => plays(elements[0]!), 'sound');
    expect(elements).to.have.length(1);
  });

  it('plays again after the other side held its sound back', async () => {
    const [here, there] = [new RTCPeerConnection(), new RTCPeerConnection()];
    here.onicecandidate = ({ candidate }) => void there.addIceCandidate(candidate);
    there.onicecandidate = ({ candidate }) => void here.addIceCandidate(candidate);
    there.ontrack = ({ streams }) => sound.setStreams(streams);
    const { stream, track } = source();
    const sender = here.addTransceiver(track, { streams: [stream] });
    const negotiate = async (direction: 'sendonly' | 'inactive'): Promise<void> => {
      sender.direction = direction;
      await here.setLocalDescription();
      await there.setRemoteDescription(here.localDescription!);
      await there.setLocalDescription();
      await here.setRemoteDescription(there.localDescription!);
    };
    await negotiate('sendonly');
    await until(() => plays(elements[0]!), 'sound');
    await negotiate('inactive');
    await negotiate('sendonly');
    // Chromium has a new stream for it.
    await until(() => elements.length === 2 && plays(elements[1]!), 'sound again');
    expect(elements[0]!.srcObject).to.equal(null);
    here.close();
    there.close();
  });

  it('is not blocked by a stream without sound', () => {
    made = (element) => (element.play = blocked);
    sound.setStreams([new MediaStream()]);
    expect(sound.blocked).to.equal(false);
  });

  it('says that the browser holds it back, and plays when allowed', async () => {
    made = (element) => (element.play = blocked);
    sound.setStreams([source().stream, source().stream]);
    await until(() => sound.blocked, 'held back');
    expect(changes).to.equal(1);
    await sound.allow();
    expect(sound.blocked, 'without a click it stays so').to.equal(true);
    for (const element of elements) Reflect.deleteProperty(element, 'play');
    await sound.allow();
    expect(sound.blocked).to.equal(false);
    expect(changes).to.equal(2);
    await until(() => elements.every(plays), 'both play');
  });

  it('is not held back by what is refused when its stream has gone', async () => {
    let refuse: () => void = () => undefined;
    const refused = new Promise<void>((_, reject) => {
      refuse = () => reject(new DOMException('click first', 'NotAllowedError'));
    });
    made = (element) => (element.play = () => refused);
    sound.setStreams([source().stream]);
    sound.setStreams([]);
    refuse();
    await refused.catch(() => undefined);
    await Promise.resolve();
    expect([sound.blocked, changes]).to.deep.equal([false, 0]);
  });

  it('is not held back any more when the stream that was has gone', async () => {
    made = (element) => (element.play = blocked);
    sound.setStreams([source().stream]);
    await until(() => sound.blocked, 'held back');
    sound.setStreams([]);
    expect(sound.blocked).to.equal(false);
    expect(changes).to.equal(2);
  });

  it('is played by one of those who would, all of it, and by another when that has done', async () => {
    const [voice, screen] = [source().stream, source().stream];
    const wanted = new Map<RemoteSound, readonly MediaStream[]>();
    const show = (): RemoteSound => {
      const one: RemoteSound = new RemoteSound(() => one.setStreams(wanted.get(one) ?? []));
      return one;
    };
    const want = (one: RemoteSound, streams: readonly MediaStream[]): void => {
      wanted.set(one, streams);
      one.setStreams(streams);
    };
    const sounds = [show(), show(), show()] as const;
    const outputs = (): readonly number[] => sounds.map(({ outputs }) => outputs.length);
    for (const one of sounds) want(one, [voice]);
    expect(outputs()).to.deep.equal([1, 0, 0]);
    // Whoever is told first of what comes takes none of it away.
    for (const one of sounds.toReversed()) want(one, [screen, voice]);
    expect(outputs()).to.deep.equal([2, 0, 0]);
    want(sounds[0], []);
    await until(() => elements.filter(plays).length === 2, 'both play on');
    expect(outputs()).to.deep.equal([0, 2, 0]);
    want(sounds[1], []);
    expect(outputs()).to.deep.equal([0, 0, 2]);
    for (const one of sounds) want(one, []);
    expect(outputs()).to.deep.equal([0, 0, 0]);
  });

  describe('speaker', () => {
    let missing: string;
    let chosen: Map<HTMLAudioElement, string>;
    beforeEach(() => {
      missing = 'unplugged';
      chosen = new Map();
      made = (element) => {
        element.setSinkId = (deviceId) => {
          if (deviceId === missing) return Promise.reject(new DOMException('gone', 'NotFoundError'));
          chosen.set(element, deviceId);
          return Promise.resolve();
        };
      };
    });
    const speakers = () => elements.filter(({ srcObject }) => srcObject).map((one) => chosen.get(one));

    it('is the chosen one for what plays and for what comes', async () => {
      const [voice, screen] = [source().stream, source().stream];
      sound.setStreams([voice]);
      expect(speakers()).to.deep.equal([undefined]);
      await speaker.choose('headset');
      sound.setStreams([voice, screen]);
      expect(speakers()).to.deep.equal(['headset', 'headset']);
      await speaker.choose('');
      expect(speakers()).to.deep.equal(['', '']);
    });

    it('stays when the chosen one is not there', async () => {
      const [voice, screen] = [source().stream, source().stream];
      sound.setStreams([voice]);
      await speaker.choose('headset');
      const error: unknown = await speaker.choose('unplugged').catch((reason: unknown) => reason);
      expect((error as DOMException).name).to.equal('NotFoundError');
      sound.setStreams([voice, screen]);
      expect(speakers()).to.deep.equal(['headset', 'headset']);
      await speaker.choose('hall');
      expect(speakers()).to.deep.equal(['hall', 'hall']);
    });

    it('is the last one asked for', async () => {
      sound.setStreams([source().stream]);
      await Promise.all([speaker.choose('headset'), speaker.choose('hall')]);
      expect(speakers()).to.deep.equal(['hall']);
    });

    it('that went away does not keep a new stream from sounding', async () => {
      await speaker.choose('headset');
      missing = 'headset';
      sound.setStreams([source().stream]);
      await until(() => elements.some((one) => one.srcObject !== null && plays(one)), 'sound');
    });
  });

  it('asks the real browser for a speaker that is there, and rejects one that is not', async () => {
    sound.setStreams([source().stream]);
    const error: unknown = await speaker.choose('no such device').catch((reason: unknown) => reason);
    expect((error as DOMException).name).to.equal('NotFoundError');
    await speaker.choose('default');
    expect(elements[0]!.sinkId).to.equal('default');
  });

  it('is silent without streams', async () => {
    sound.setStreams([source().stream]);
    await until(() => elements.every(plays), 'sound');
    sound.setStreams([]);
    expect(elements.map(({ paused, srcObject }) => [paused, srcObject])).to.deep.equal([[true, null]]);
  });
});
