import { expect, html } from '@open-wc/testing';
import { liveRegions } from '../../../components/parts/announcer/announce.ts';
import { FamedlyLobbyNote } from '../../../components/parts/lobby/lobby-note.ts';
import { register } from '../../../components/register.ts';
import type { GroupCallSnapshot, MediaProblem } from '../../../src/index.ts';
import { until } from '../../until.ts';
import { participant, ScriptedSession } from '../group-call/scripted-session.ts';
import { words } from '../group-tile/group-tile-of.ts';
import { stageWith } from '../sheet/stage.ts';
import type { TestStage } from '../sheet/stage.ts';

before(() => register({ 'famedly-lobby-note': FamedlyLobbyNote }));

const refused = (slot: 'microphone' | 'camera'): MediaProblem => ({ slot, code: 'permission-denied' });
const failed = { microphone: 'failed', camera: 'failed', screen: 'off', 'screen-audio': 'off' } as const;
const opening = { ...failed, microphone: 'opening', camera: 'opening' } as const;
const people = (count: number) =>
  Array.from({ length: count }, (_, place) => participant(`person${String(place)}`));

describe('famedly-lobby-note', () => {
  let stage: TestStage;
  let note: FamedlyLobbyNote;
  let session: ScriptedSession;

  async function become(
    changes: Partial<GroupCallSnapshot>,
    more: Partial<FamedlyLobbyNote> = {},
  ): Promise<string | null> {
    session.become(changes);
    Object.assign(note, { snapshot: session.snapshot, ...more });
    await note.updateComplete;
    return said();
  }

  async function show(changes: Partial<GroupCallSnapshot>, width = 800): Promise<string | null> {
    session = new ScriptedSession();
    stage = await stageWith(
      html`<famedly-lobby-note hidden .words=${words}></famedly-lobby-note>${liveRegions}`,
      width,
    );
    note = stage.find('famedly-lobby-note');
    return become(changes);
  }

  const said = (): string | null =>
    note.checkVisibility()
      ? note.renderRoot.querySelector<HTMLElement>('.note')!.innerText.replace(/\s+/gu, ' ').trim()
      : null;
  const button = () => note.renderRoot.querySelector('button');
  const heard = (): string[] =>
    [...stage.renderRoot.querySelectorAll('[aria-live] p')].map(({ textContent }) => textContent);

  it('is silent, and takes no room, while nothing is wrong', async () => {
    expect(await show({})).to.be.null;
    expect(await become({ state: 'entering' })).to.be.null;
    expect(heard()).to.deep.equal([]);
  });

  it('says which devices are blocked and how to allow them here, to eye and ear', async () => {
    const both = await show({ local: failed, problems: [refused('microphone'), refused('camera')] });
    expect(both).to.match(/^Camera and microphone are blocked Open the site settings .* Try again$/);
    expect(heard()).to.have.length(1);
    expect(heard()[0]).to.match(/^Camera and microphone are blocked\. Open the site settings/);
    expect(await become({ problems: [refused('camera')] })).to.match(/^The camera is blocked Open/);
    expect(await become({ problems: [refused('microphone')] })).to.match(/^The microphone is blocked Open/);
    expect(await become({ problems: [] })).to.be.null;
  });

  it('says what is missing and what is busy, and not how to allow it', async () => {
    const text = await show({
      local: failed,
      problems: [
        { slot: 'camera', code: 'device-busy' },
        { slot: 'microphone', code: 'device-missing' },
        { slot: 'screen', code: 'permission-denied' },
      ],
    });
    expect(text).to.equal(
      'No microphone found. Others cannot hear you. The camera is used by another program. Close it there and try again. Try again',
    );
  });

  it('tries what failed again, stays until that is decided, and says it again if in vain', async () => {
    const problems = [refused('microphone'), refused('camera')];
    const text = await show({ local: failed, problems });
    button()!.click();
    const both = [
      { do: 'mute-microphone', muted: false },
      { do: 'mute-camera', muted: false },
    ];
    expect(stage.requests).to.deep.equal(both);
    expect(await become({ local: opening, problems: [] })).to.equal(text);
    expect(button()!.ariaBusy).to.equal('true');
    button()!.click();
    expect(stage.requests, 'once').to.deep.equal(both);
    expect(await become({ local: failed, problems })).to.equal(text);
    expect(heard()).to.have.length(2);
    await become({ local: { ...opening, microphone: 'on' }, problems: [] });
    expect(said()).to.match(/^The camera is blocked/);
    expect(await become({ local: { ...opening, microphone: 'on', camera: 'on' } })).to.be.null;
  });

  it('says that the server does not answer; a way out is offered who is going in', async () => {
    expect(await show({ signallingInterrupted: true })).to.equal(
      'Signalling is interrupted The server is asked again until it answers.',
    );
    expect(heard()[0]).to.contain('Signalling is interrupted');
    expect(await become({ state: 'entering', problems: [refused('camera')] })).to.match(
      /^Signalling is interrupted .* Cancel$/,
    );
    button()!.click();
    expect(stage.requests).to.deep.equal([{ do: 'hangup' }]);
    expect(await become({ state: 'lobby', signallingInterrupted: false })).to.match(/^The camera is blocked/);
  });

  it('offers a way out where going in takes long', async () => {
    expect(await show({ state: 'entering' })).to.be.null;
    await until(() => said() !== null, 'a way out');
    expect(said()).to.equal('Joining takes long Cancel');
    expect(await become({ state: 'lobby' })).to.be.null;
    expect(await become({ state: 'entering' }), 'it has just begun').to.be.null;
  });

  it('says from how many people on a server would serve better, and offers it where there is one', async () => {
    expect(await show({ participants: people(6) })).to.be.null;
    expect(await become({}, { directLimit: 8 })).to.be.null;
    expect(await become({ participants: people(7) })).to.equal(
      'Eight is a lot for direct connections. A server keeps it smooth.',
    );
    await become({ participants: people(8) });
    expect(heard(), 'once').to.have.length(1);
    await become({}, { canUseServer: true });
    button()!.click();
    expect(stage.requests).to.deep.equal([{ do: 'use-server' }]);
    expect(await become({}, { directLimit: null }), 'a server is in use').to.be.null;
  });

  it('is accessible, wide and narrow', async () => {
    for (const width of [800, 240]) {
      await show({ local: failed, problems: [refused('microphone'), refused('camera')] }, width);
      expect(said()).to.contain('blocked');
      await expect(note).to.be.accessible();
    }
  });
});
