import { expect } from '@open-wc/testing';
import { deepActiveElement } from '../../../components/parts/focus/deep-focus.ts';
import type { FamedlyGroupCall } from '../../../components/group-call/famedly-group-call.ts';
import type { GroupCallEventMap } from '../../../components/group-call/group-call-events.ts';
import { until } from '../../until.ts';
import { button, deep, inScene, text } from '../call/stage.ts';
import { GroupStage, whole } from './group-stage.ts';

/** What a page hears of one kind, from now on. */
function heard<Name extends keyof GroupCallEventMap>(
  target: FamedlyGroupCall,
  name: Name,
): GroupCallEventMap[Name]['detail'][] {
  const details: GroupCallEventMap[Name]['detail'][] = [];
  target.addEventListener(name, (event) => details.push(event.detail));
  return details;
}

const tiles = (element: FamedlyGroupCall) =>
  [
    ...(element.shadowRoot
      ?.querySelector('famedly-grid')
      ?.renderRoot.querySelectorAll('famedly-group-tile') ?? []),
  ].map(({ tile }) => tile);

function says(element: FamedlyGroupCall, words: string): Promise<void> {
  return until(() => text(element).includes(words), `the words ${words}: ${text(element)}`);
}

describe('famedly-group-call', () => {
  let stage: GroupStage;
  /** What is heard, the newest last. */
  let played: HTMLAudioElement[];
  const { Audio } = window;
  beforeEach(() => {
    localStorage.clear();
    played = [];
    window.Audio = class extends Audio {
      constructor() {
        super();
        played.push(this);
      }
    };
    stage = new GroupStage();
  });
  afterEach(() => {
    window.Audio = Audio;
    stage.close();
  });

  /** We are in a call with these. */
  async function talking(...others: readonly string[]) {
    const room = await stage.room(...others);
    await Promise.all(room.sessions.map((session) => session.enter({ microphone: true, camera: true })));
    const element = stage.show({ roomId: room.roomId, client: room.port });
    await inScene(element, 'lobby');
    element.join();
    await inScene(element, 'grid');
    const connected = () =>
      element.session?.participants.filter(({ connection }) => connection === 'connected').length;
    await until(() => connected() === others.length, 'everybody is connected');
    await whole(element);
    await element.updateComplete;
    return { ...room, element };
  }

  it('shows a lobby with who is in, and joins them', async () => {
    const { port, roomId, sessions } = await stage.room('anna');
    await sessions[0]?.enter({ microphone: true, camera: false });
    const element = stage.show({ roomId, client: port });
    const starts = heard(element, 'famedly-call-start');
    const states = heard(element, 'famedly-call-state');
    const participants = heard(element, 'famedly-participants');
    await inScene(element, 'lobby');
    await says(element, 'anna is here');
    await until(() => element.session?.snapshot.local.camera === 'on', 'the preview');
    button(element, 'Join').click();
    await inScene(element, 'grid');
    expect(states.map(({ state }) => state)).to.deep.equal(['entering', 'entered']);
    expect(starts).to.deep.equal([{ roomId, callId: element.session?.callId }]);
    await until(() => sessions[0]?.participants.length === 1, 'anna sees us');
    expect(tiles(element).map(({ name, self }) => [name, self])).to.deep.equal([
      ['anna', false],
      ['me', true],
    ]);
    await sessions[0]?.leave();
    await until(() => tiles(element).length === 1, 'anna has gone');
    expect(participants.at(-1)?.participants).to.deep.equal([]);
    await says(element, 'anna left');
  });

  it('is heard and seen, and hears and sees', async () => {
    const { element, sessions } = await talking('anna', 'ben');
    const [anna] = sessions;
    const own = anna?.participants.find(({ userId }) => userId === '@me:memory');
    expect(own).to.include({ microphoneMuted: false, cameraMuted: false });
    await until(() => tiles(element).filter(({ stream }) => stream !== null).length === 3, 'three pictures');
    button(element, 'Mute microphone').click();
    await until(
      () => anna?.participants.find(({ userId }) => userId === '@me:memory')?.microphoneMuted === true,
      'anna knows',
    );
    await anna?.setLocalVideoMuted(true);
    await until(() => tiles(element)[0]?.stream === null, 'an avatar in place of anna');
  });

  it('leaves with its button, says so, and can come back', async () => {
    const { element, sessions } = await talking('anna');
    const ends = heard(element, 'famedly-call-end');
    button(element, 'Leave').click();
    await inScene(element, 'left');
    await says(element, 'You left the call');
    await until(() => sessions[0]?.participants.length === 0, 'anna sees it');
    await until(() => ends.length > 0, 'the page is told');
    expect(ends[0]?.reason).to.equal('left');
    expect(ends[0]?.duration).to.be.greaterThan(0);
    button(element, 'Join again').click();
    await inScene(element, 'grid');
    await until(() => sessions[0]?.participants.length === 1, 'anna sees us again');
  });

  it('comes back as muted as it left', async () => {
    const { element } = await talking('anna');
    button(element, 'Mute microphone').click();
    await until(() => deep(element).some(({ ariaLabel }) => ariaLabel === 'Unmute microphone'), 'it is seen');
    button(element, 'Leave').click();
    await says(element, 'You left the call');
    button(element, 'Join again').click();
    await inScene(element, 'grid');
    await until(() => element.session?.snapshot.local.camera === 'on', 'the camera is open');
    expect(element.session?.snapshot.local.microphone).to.equal('off');
  });

  it('goes back to the lobby, where it is ready again', async () => {
    const { element } = await talking('anna');
    element.leave();
    await inScene(element, 'left');
    await says(element, 'Back');
    button(element, 'Back').focus();
    button(element, 'Back').click();
    await inScene(element, 'lobby');
    await until(() => element.session?.snapshot.local.microphone === 'on', 'the preview');
    await until(() => deepActiveElement() === button(element, 'Join'), 'focus stays in the element');
  });

  it('leaves the call when it is taken from the page', async () => {
    const { element, sessions } = await talking('anna');
    element.remove();
    await until(() => sessions[0]?.participants.length === 0, 'anna sees it');
  });

  it('moved in the page it stays in the call', async () => {
    const { element, sessions } = await talking('anna');
    const section = document.createElement('section');
    document.body.append(section);
    section.append(element);
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    expect(element.session?.state).to.equal('entered');
    expect(sessions[0]?.participants).to.have.lengthOf(1);
    section.remove();
  });

  it('raises a hand and takes it down, and says whose hand is up', async () => {
    const { element, sessions } = await talking('anna');
    const [anna] = sessions;
    button(element, 'Raise hand').click();
    await until(() => anna?.snapshot.hands.length === 1, 'anna sees the hand');
    await until(() => tiles(element).at(-1)?.hand === 1, 'so do we');
    await anna?.sendReactionEvent('🖐️', { ephemeral: false });
    await until(() => tiles(element)[0]?.hand === 2, 'hers is the second');
    await says(element, 'anna raised a hand');
    button(element, 'Lower hand').click();
    await until(() => anna?.snapshot.hands.length === 1 && tiles(element)[0]?.hand === 1, 'it is down');
  });

  it('shows reactions of everybody for a moment', async () => {
    const { element, sessions } = await talking('anna');
    const shown: string[] = [];
    sessions[0]?.on('reaction', ({ key }) => shown.push(key));
    button(element, 'React').click();
    await until(() => element.shadowRoot?.querySelector('famedly-reactions') != null, 'the reactions');
    await element.updateComplete;
    button(element, 'Applause').click();
    await until(() => shown.includes('👏'), 'anna sees it');
    await sessions[0]?.sendReactionEvent('🎉', { ephemeral: true });
    await until(() => tiles(element)[0]?.reaction === '🎉', 'we see hers');
  });

  it('plays everybody, each as loud as the person wants, and remembers that', async () => {
    const { element, port, roomId } = await talking('anna');
    button(element, 'People: 2').click();
    await until(() => element.shadowRoot?.querySelector('famedly-people-list') != null, 'the list');
    await says(element, 'Copy invite link');
    button(element, 'More about anna').click();
    await says(element, 'Mute for me');
    const slider = deep(element).find((each) => each instanceof HTMLInputElement && each.type === 'range');
    if (!(slider instanceof HTMLInputElement)) throw new Error('no slider');
    slider.value = '30';
    slider.dispatchEvent(new Event('input'));
    await until(() => played.at(-1)?.volume === 0.3, 'it is less loud');
    expect(played.at(-1)?.muted).to.equal(false);
    button(element, 'Mute for me').click();
    await says(element, 'Quiet for you');
    expect(played.at(-1)?.muted).to.equal(true);
    element.remove();
    await until(() => element.session === null, 'it has let go');
    const other = stage.show({ roomId, client: port });
    await inScene(other, 'lobby');
    other.join();
    await inScene(other, 'grid');
    await whole(other);
    button(other, 'People: 2').click();
    await says(other, 'Quiet for you');
    await until(() => played.at(-1)?.srcObject !== null, 'anna plays again');
    expect(played.at(-1)).to.include({ volume: 0.3, muted: true });
  });

  it('offers to turn the sound on where the browser holds it back', async () => {
    const held = new DOMException('nobody has clicked', 'NotAllowedError');
    HTMLAudioElement.prototype.play = () => Promise.reject(held);
    try {
      const { element } = await talking('anna');
      await says(element, 'Turn sound on');
      expect(played.at(-1)?.paused).to.equal(true);
      Reflect.deleteProperty(HTMLAudioElement.prototype, 'play');
      button(element, 'Turn sound on').click();
      await until(() => !text(element).includes('Turn sound on'), 'nothing is held back');
      expect(played.at(-1)?.paused).to.equal(false);
    } finally {
      Reflect.deleteProperty(HTMLAudioElement.prototype, 'play');
    }
  });

  it('brings a tile to the stage, and back', async () => {
    const { element } = await talking('anna', 'ben');
    button(element, 'Pin ben').click();
    await inScene(element, 'spotlight');
    expect(element.shadowRoot?.querySelector('famedly-grid')?.stage).to.deep.equal(['@ben:memory:BEN']);
    button(element, 'Grid').click();
    await inScene(element, 'grid');
  });

  it('says which power is missing, and lets everybody join where it may', async () => {
    const { port, roomId, people } = await stage.room('anna');
    await people[0]?.matrix
      .sendState(roomId, 'm.room.power_levels', '', { users: { '@me:memory': 100 }, state_default: 100 })
      .catch(() => undefined);
    await port.sendState(roomId, 'm.room.power_levels', '', {
      users: { '@me:memory': 100 },
      events: { 'com.famedly.call.member': 101 },
    });
    const element = stage.show({ roomId, client: port });
    await inScene(element, 'lobby');
    const errors = heard(element, 'famedly-call-error');
    element.join();
    await inScene(element, 'forbidden');
    await says(element, 'Joining needs the power level 101; yours is 100.');
    expect(errors.map(({ code }) => code)).to.include('forbidden');
    await port.sendState(roomId, 'm.room.power_levels', '', { users: { '@me:memory': 100 } });
  });

  it('is in the lobby of another client without having left', async () => {
    const { port, roomId, people } = await stage.room('anna');
    const element = stage.show({ roomId, client: port });
    await inScene(element, 'lobby');
    const states = heard(element, 'famedly-call-state');
    const { matrix, voip } = people[0]!;
    let read = (): void => undefined;
    const isRead = new Promise<void>((resolve) => (read = resolve));
    const state = matrix.state.bind(matrix);
    matrix.state = async (...which) => {
      await isRead;
      return state(...which);
    };
    voip.dispose();
    element.client = matrix;
    await until(() => element.voip?.port === matrix, 'the other client');
    await inScene(element, 'loading');
    expect(text(element)).not.to.include('You left');
    read();
    await inScene(element, 'lobby');
    expect(states).to.deep.equal([]);
  });

  it('says why there is nothing to join', async () => {
    const { port } = await stage.room('anna');
    const element = stage.show({ roomId: '!nowhere:memory', client: port });
    await inScene(element, 'problem');
    await says(element, 'This room is not open to you');
    await expect(element).to.be.accessible();
  });

  it('joins at once without a lobby', async () => {
    const { port, roomId, sessions } = await stage.room('anna');
    await sessions[0]?.enter({ microphone: true, camera: false });
    const element = stage.show({ roomId, client: port, lobby: 'off' });
    await inScene(element, 'grid');
    await until(() => sessions[0]?.participants.length === 1, 'anna sees us');
  });

  it('goes in as the lobby was left, the next time too', async () => {
    const { port, roomId } = await stage.room('anna');
    const element = stage.show({ roomId, client: port });
    await inScene(element, 'lobby');
    const lobby = element.shadowRoot?.querySelector('famedly-lobby');
    await until(() => lobby?.camera === 'on', 'the preview');
    await lobby?.updateComplete;
    button(element, 'Turn camera off').click();
    await until(() => element.session?.snapshot.local.camera !== 'on', 'the camera is off');
    element.join();
    await inScene(element, 'grid');
    expect(element.session?.snapshot.local.camera).to.not.equal('on');
    element.remove();
    await until(() => element.session === null, 'it has let go');
    const other = stage.show({ roomId, client: port });
    await inScene(other, 'lobby');
    await until(() => other.session?.snapshot.local.microphone === 'on', 'the preview');
    expect(other.session?.snapshot.local.camera).to.equal('off');
  });

  it('is accessible in the lobby and in the call', async () => {
    const { element } = await talking('anna', 'ben');
    await expect(element).to.be.accessible();
    element.leave();
    await inScene(element, 'left');
    await says(element, 'Back');
    await expect(element).to.be.accessible();
    button(element, 'Back').click();
    await inScene(element, 'lobby');
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });
});
