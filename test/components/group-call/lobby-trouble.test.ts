import '../../../components/define-group.ts';
import { expect } from '@open-wc/testing';
import type { FamedlyGroupCall } from '../../../components/group-call/famedly-group-call.ts';
import type { GroupCallSnapshot } from '../../../src/index.ts';
import { until } from '../../until.ts';
import { button, inScene, text } from '../call/stage.ts';
import { focused } from '../sheet/stage.ts';
import { ScriptedSession } from './scripted-session.ts';

const on = { microphone: 'on', camera: 'on', screen: 'off', 'screen-audio': 'off' } as const;
const failed = { ...on, microphone: 'failed', camera: 'failed' } as const;
const opening = { ...on, microphone: 'opening', camera: 'opening' } as const;
const refused = [
  { slot: 'microphone', code: 'permission-denied' },
  { slot: 'camera', code: 'permission-denied' },
] as const;

describe('a lobby in which something is wrong', () => {
  let element: FamedlyGroupCall;
  let session: ScriptedSession;
  beforeEach(() => localStorage.clear());
  afterEach(() => element.remove());

  async function show(changes: Partial<GroupCallSnapshot>): Promise<void> {
    session = new ScriptedSession(changes);
    element = document.createElement('famedly-group-call');
    element.session = session.shown;
    document.body.append(element);
    await inScene(element, changes.state === 'entering' ? 'entering' : 'lobby');
  }

  const says = (words: string) =>
    until(() => text(element).includes(words), `the words ${words}: ${text(element)}`);
  const saysNoMore = (words: string) => until(() => !text(element).includes(words), `not ${words}`);
  const heard = (): string =>
    [...(element.shadowRoot?.querySelectorAll('[aria-live] p') ?? [])].map((p) => p.textContent).join('|');
  const asked = (what: string) => session.asked.filter(([name]) => name === what);

  it('says that devices are blocked until they are allowed, at any width', async () => {
    await show({ local: failed, problems: refused });
    for (const width of [240, 390, 800, 1440]) {
      element.style.setProperty('inline-size', `${width}px`);
      await says('Camera and microphone are blocked');
      const again = button(element, 'Try again').getBoundingClientRect();
      const join = button(element, 'Join').getBoundingClientRect();
      expect(again.height, 'it can be pressed').to.be.at.least(44);
      expect(again.bottom, `nothing lies on it at ${width}`).to.be.at.most(join.top);
    }
    expect(heard()).to.contain('Camera and microphone are blocked');
    button(element, 'Try again').focus();
    button(element, 'Try again').click();
    await until(() => asked('camera').length > 0, 'it is tried');
    expect([asked('microphone').at(-1), asked('camera').at(-1)]).to.deep.equal([
      ['microphone', false],
      ['camera', false],
    ]);
    session.become({ local: opening, problems: [] });
    session.become({ local: on });
    await saysNoMore('Camera and microphone are blocked');
    await until(() => focused()?.textContent.trim() === 'Join', 'the focus is where one goes on');
  });

  it('says while joining that signalling is interrupted, and lets the person leave', async () => {
    await show({ state: 'entering' });
    session.become({ signallingInterrupted: true });
    await says('Signalling is interrupted');
    await until(() => heard().includes('Signalling is interrupted'), 'it is said');
    button(element, 'Cancel').click();
    expect(asked('leave')).to.have.length(1);
    session.become({ signallingInterrupted: false });
    await saysNoMore('Signalling is interrupted');
  });
});
