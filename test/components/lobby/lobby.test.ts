import { expect, html } from '@open-wc/testing';
import { FamedlyAvatar } from '../../../components/parts/avatar/avatar.ts';
import { GroupRequestEvent } from '../../../components/parts/group-request.ts';
import type { GroupRequest } from '../../../components/parts/group-request.ts';
import { FamedlyLevelMeter } from '../../../components/parts/level-meter/level-meter.ts';
import { FamedlyLobby } from '../../../components/parts/lobby/lobby.ts';
import { FamedlyTile } from '../../../components/parts/tile/tile.ts';
import { register } from '../../../components/register.ts';
import type { MediaDevice } from '../../../src/index.ts';
import { words } from '../group-tile/group-tile-of.ts';
import { focused, stageWith } from '../sheet/stage.ts';
import type { TestStage } from '../sheet/stage.ts';
import { pictures, stopPictures } from '../tile/moving-picture.ts';

before(() =>
  register({
    'famedly-avatar': FamedlyAvatar,
    'famedly-tile': FamedlyTile,
    'famedly-level-meter': FamedlyLevelMeter,
    'famedly-lobby': FamedlyLobby,
  }),
);

afterEach(stopPictures);

const devices: readonly MediaDevice[] = [
  { kind: 'audioinput', deviceId: 'headset', label: 'Headset' },
  { kind: 'audioinput', deviceId: 'inside', label: 'Built in' },
  { kind: 'videoinput', deviceId: 'eye', label: 'Eye' },
  { kind: 'audiooutput', deviceId: 'box', label: 'Box' },
];

interface Standing {
  readonly stage: TestStage;
  readonly lobby: FamedlyLobby;
  readonly asked: GroupRequest[];
}

async function lobbyWith(more: Partial<FamedlyLobby> = {}, width = 800): Promise<Standing> {
  const stage = await stageWith(html`<famedly-lobby .words=${words}></famedly-lobby>`, width);
  const lobby = stage.find('famedly-lobby');
  const asked: GroupRequest[] = [];
  stage.addEventListener(GroupRequestEvent.type, ({ request }) => asked.push(request));
  const usual = { heading: 'Ward 3', encrypted: true, devices, name: 'Max', userId: '@max:one.test' };
  Object.assign(lobby, usual, more);
  await lobby.updateComplete;
  return { stage, lobby, asked };
}

const people = (...names: string[]) =>
  names.map((firstName) => ({ firstName, userId: `@${firstName}:one.test`, avatar: '' }));
const find = (of: FamedlyLobby, selector: string) => of.renderRoot.querySelector<HTMLElement>(selector);
const tile = (of: FamedlyLobby) => of.renderRoot.querySelector('famedly-tile')!;
const meter = (of: FamedlyLobby) => of.renderRoot.querySelector('famedly-level-meter')!;
const text = (of: FamedlyLobby, selector: string) =>
  find(of, selector)?.innerText.replace(/\s+/gu, ' ').trim() ?? null;
const named = (of: FamedlyLobby, label: string) => find(of, `button[aria-label="${label}"]`);
const list = (of: FamedlyLobby, place: number) =>
  of.renderRoot.querySelectorAll<HTMLSelectElement>('select')[place]!;

describe('famedly-lobby', () => {
  it('says who is in already', async () => {
    const said = async (...names: string[]) =>
      text((await lobbyWith({ people: people(...names) })).lobby, '.here') ?? 'nobody';
    expect(await said()).to.equal('nobody');
    expect(await said('Anna')).to.contain('Anna is here');
    expect(await said('Anna', 'Ben', 'Carla')).to.contain('Anna, Ben and Carla are here');
    expect(await said('Anna', 'Ben', 'Carla', 'Dora')).to.contain('Anna, Ben and 2 others are here');
    expect(text((await lobbyWith()).lobby, '.panel > .caption')).to.equal('Nobody is here yet');
  });

  it('shows at most three faces', async () => {
    const { lobby } = await lobbyWith({ people: people('Anna', 'Ben', 'Carla', 'Dora') });
    expect(lobby.renderRoot.querySelectorAll('.stack famedly-avatar')).to.have.length(3);
  });

  it('shows our camera while it is on, else who we are', async () => {
    const { stream } = pictures();
    const { lobby } = await lobbyWith({ stream, camera: 'on' });
    expect(tile(lobby).stream).to.equal(stream);
    lobby.camera = 'muted';
    await lobby.updateComplete;
    expect(tile(lobby).stream).to.be.null;
  });

  it('listens to our microphone while it is on', async () => {
    const { stream } = pictures();
    const { lobby } = await lobbyWith({ stream, microphone: 'on' });
    expect(meter(lobby).stream).to.equal(stream);
    lobby.microphone = 'muted';
    await lobby.updateComplete;
    expect(meter(lobby).stream).to.be.null;
  });

  it('asks for microphone and camera on and off, and not while one is being opened', async () => {
    const { stage, lobby } = await lobbyWith({ microphone: 'on', camera: 'off' });
    named(lobby, 'Mute microphone')!.click();
    named(lobby, 'Turn camera on')!.click();
    lobby.camera = 'opening';
    await lobby.updateComplete;
    named(lobby, 'Turn camera off')!.click();
    expect(stage.requests).to.deep.equal([
      { do: 'mute-microphone', muted: true },
      { do: 'mute-camera', muted: false },
    ]);
  });

  it('asks for another device, and shows the one in use until it has changed', async () => {
    const { stage, lobby } = await lobbyWith({
      selected: { microphone: 'headset', camera: 'eye', speaker: null },
    });
    const microphones = list(lobby, 0);
    expect(microphones.selectedOptions[0]!.label).to.equal('Headset');
    microphones.selectedIndex = 1;
    microphones.dispatchEvent(new Event('change'));
    expect(stage.requests).to.deep.equal([{ do: 'select-device', slot: 'microphone', deviceId: 'inside' }]);
    expect(microphones.selectedOptions[0]!.label).to.equal('Headset');
    lobby.selected = { ...lobby.selected, microphone: 'inside' };
    await lobby.updateComplete;
    expect(microphones.selectedOptions[0]!.label).to.equal('Built in');
  });

  it('has a choice of speakers where there is one, the system’s own first', async () => {
    const { lobby } = await lobbyWith();
    expect(lobby.renderRoot.querySelectorAll('select')).to.have.length(2);
    lobby.canChooseSpeaker = true;
    await lobby.updateComplete;
    expect([...list(lobby, 2).options].map(({ label }) => label)).to.deep.equal(['System default', 'Box']);
    expect(list(lobby, 2).selectedIndex).to.equal(0);
  });

  it('says that there is no camera where one was wanted and is missing, not where none is named', async () => {
    const { lobby } = await lobbyWith({ devices: devices.filter(({ kind }) => kind !== 'videoinput') });
    const said = async (...problems: FamedlyLobby['problems']) => {
      lobby.problems = problems;
      await lobby.updateComplete;
      expect(list(lobby, 1).disabled).to.be.true;
      return list(lobby, 1).selectedOptions[0]!.label;
    };
    expect(await said()).to.equal('System default');
    expect(await said({ slot: 'camera', code: 'permission-denied' })).to.equal('System default');
    expect(await said({ slot: 'microphone', code: 'device-missing' })).to.equal('System default');
    expect(await said({ slot: 'camera', code: 'device-missing' })).to.equal('No camera found');
    expect(await said({ slot: 'camera', code: 'device-lost' })).to.equal('No camera found');
  });

  it('has the device menu in place of the choices where there is little room', async () => {
    const { stage, lobby } = await lobbyWith({}, 390);
    expect(list(lobby, 0).checkVisibility()).to.be.false;
    named(lobby, 'Devices')!.click();
    expect(stage.requests).to.deep.equal([{ do: 'open', overlay: 'devices' }]);
    stage.style.setProperty('inline-size', '800px');
    expect(list(lobby, 0).checkVisibility()).to.be.true;
    expect(named(lobby, 'Devices')!.checkVisibility()).to.be.false;
  });

  it('joins, once', async () => {
    const { lobby, asked } = await lobbyWith();
    const join = find(lobby, '.join .button')!;
    lobby.focus();
    expect(focused()).to.equal(join);
    join.click();
    lobby.joining = true;
    await lobby.updateComplete;
    join.click();
    expect(asked).to.deep.equal([{ do: 'join' }]);
    expect(join.ariaBusy).to.equal('true');
    expect(join.innerText).to.equal('Joining…');
  });

  it('says for whom it is encrypted', async () => {
    const { lobby } = await lobbyWith();
    const said = async (more: Partial<FamedlyLobby>) => {
      Object.assign(lobby, more);
      await lobby.updateComplete;
      return text(lobby, '.join .caption');
    };
    expect(await said({})).to.equal('End-to-end encrypted for everybody');
    expect(await said({ notEncryptedFor: ['Ben', 'Carla'] })).to.equal('Not encrypted for Ben and Carla');
    expect(await said({ encrypted: false })).to.equal('Not encrypted');
    expect(await said({ encrypted: null })).to.be.null;
  });

  it('can be joined where it is low: all of it is reached by scrolling', async () => {
    const { stage, lobby } = await lobbyWith({ people: people('Anna') }, 600);
    stage.style.setProperty('block-size', '260px');
    lobby.style.setProperty('block-size', '100%');
    const top = lobby.getBoundingClientRect().top;
    expect(find(lobby, 'h2')!.getBoundingClientRect().top).to.be.at.least(top);
    const join = find(lobby, '.join .button')!.getBoundingClientRect();
    expect(join.bottom).to.be.at.most(stage.getBoundingClientRect().bottom);
  });

  it('shows names and rooms as text', async () => {
    const { lobby } = await lobbyWith({ heading: '<b>Ward</b>', people: people('<i>Anna</i>') });
    expect(text(lobby, 'h2')).to.equal('<b>Ward</b>');
    expect(text(lobby, '.here')).to.contain('<i>Anna</i> is here');
  });

  it('is accessible, wide and narrow, with everything there is to say', async () => {
    for (const width of [800, 240]) {
      const { lobby } = await lobbyWith(
        {
          people: people('A', 'B', 'C', 'D', 'E'),
          canChooseSpeaker: true,
        },
        width,
      );
      await expect(lobby).to.be.accessible();
    }
  });
});
