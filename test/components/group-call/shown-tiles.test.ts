import '../../../components/define-group.ts';
import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { FamedlyGroupCall } from '../../../components/group-call/famedly-group-call.ts';
import type { GroupCallParticipant, ShownSizes } from '../../../src/index.ts';
import { until } from '../../until.ts';
import { button, text } from '../call/stage.ts';
import { pictures, stopPictures } from '../tile/moving-picture.ts';
import { whole } from './group-stage.ts';
import { participant, ScriptedSession } from './scripted-session.ts';

const anna = participant('anna', { cameraMuted: false });
const ben = participant('ben', { cameraMuted: false });
const nothing = { camera: 0, screen: 0 };

describe('how large people are in a famedly-group-call', () => {
  const elements: FamedlyGroupCall[] = [];
  let session: ScriptedSession;
  beforeEach(() => localStorage.clear());
  afterEach(() => {
    hide(false);
    for (const element of elements.splice(0)) element.remove();
    stopPictures();
  });

  async function show(width: number, height: number): Promise<FamedlyGroupCall> {
    const element = document.createElement('famedly-group-call');
    elements.push(element);
    Object.assign(element, { session: session.shown });
    element.style.cssText = `display: block; inline-size: ${width}px; block-size: ${height}px`;
    document.body.append(element);
    await whole(element);
    return element;
  }

  async function inCall(participants: readonly GroupCallParticipant[], width = 800, height = 600) {
    session = new ScriptedSession({ state: 'entered', enteredAt: Date.now(), participants });
    return show(width, height);
  }

  /** As when the tab is in the background. */
  function hide(on: boolean): void {
    Reflect.deleteProperty(document, 'hidden');
    if (on) Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }

  const sizes = (of: GroupCallParticipant): ShownSizes | null | undefined => session.sizes.get(of.id);
  const camera = (of: GroupCallParticipant): number => sizes(of)?.camera ?? 0;
  const isGone = (of: GroupCallParticipant) =>
    until(() => JSON.stringify(sizes(of)) === JSON.stringify(nothing), `${of.id} is not shown`);

  /** The tile as it lies in the page, in device pixels. */
  function height(element: FamedlyGroupCall, of: GroupCallParticipant): number {
    const grid = element.shadowRoot!.querySelector('famedly-grid')!;
    const tiles = [...grid.renderRoot.querySelectorAll('famedly-group-tile')];
    return (tiles.find(({ tile }) => tile.id === of.id)?.offsetHeight ?? 0) * devicePixelRatio;
  }

  it('is told to the engine, and again when the element or the number of people is another', async () => {
    const element = await inCall([anna, ben]);
    await until(() => camera(anna) > 0, 'anna is shown');
    expect(camera(anna)).to.be.within(height(element, anna), height(element, anna) * 1.5);
    expect(sizes(anna)?.screen).to.equal(0);
    const before = camera(anna);
    element.style.inlineSize = '300px';
    element.style.blockSize = '400px';
    await until(() => camera(anna) < before && camera(anna) > 0, 'a small anna');
    session.become({ participants: [anna] });
    element.style.inlineSize = '1200px';
    element.style.blockSize = '900px';
    await until(() => camera(anna) > before, 'a large anna');
  });

  it('is nothing for those who find no room', async () => {
    const names = Array.from({ length: 24 }, (_, index) => `p${index}`);
    const people = names.map((name) => participant(name));
    await inCall(people, 260, 400);
    await until(() => people.some((one) => camera(one) > 0), 'some are shown');
    expect(session.sizes.size).to.equal(24);
    expect(people.filter((one) => camera(one) === 0)).not.to.have.length(0);
  });

  it('tells of screens, too', async () => {
    await inCall([anna, { ...ben, screensharing: true }]);
    await until(() => (sizes(ben)?.screen ?? 0) > camera(ben) && camera(ben) > 0, 'a large screen');
    expect(sizes(anna)?.screen).to.equal(0);
  });

  it('is nothing while the page is hidden, or the element is not in view', async () => {
    const element = await inCall([anna]);
    await until(() => camera(anna) > 0, 'anna is shown');
    hide(true);
    await isGone(anna);
    hide(false);
    await until(() => camera(anna) > 0, 'anna is shown again');
    element.style.position = 'absolute';
    element.style.insetBlockStart = '-5000px';
    await isGone(anna);
    element.style.insetBlockStart = '0';
    await until(() => camera(anna) > 0, 'anna is back');
    element.style.display = 'none';
    await isGone(anna);
  });

  it('is the larger of two elements, and nothing is known where there is none any more', async () => {
    const large = await inCall([anna]);
    const small = await show(260, 300);
    await until(() => camera(anna) > 300, 'the large one');
    const most = camera(anna);
    large.remove();
    await until(() => camera(anna) < most && camera(anna) > 0, 'the small one');
    small.remove();
    await until(() => sizes(anna) === null, 'nobody shows her');
  });

  it('is the size of the window where the call is seen over others', async () => {
    const { stream } = pictures(640, 360);
    session = new ScriptedSession({ state: 'entered', enteredAt: Date.now(), participants: [anna, ben] });
    session.streamsOf = (id) => ({ userMediaStream: id === anna.id ? stream : null, screenStream: null });
    const element = await show(800, 600);
    button(element, 'More').click();
    await until(() => text(element).includes('Picture in picture'), 'the menu');
    const { x, y, width, height } = button(element, 'Picture in picture').getBoundingClientRect();
    const opened = sendMouse({
      type: 'click',
      position: [Math.round(x + width / 2), Math.round(y + height / 2)],
    });
    await opened;
    const door = (window as unknown as { documentPictureInPicture: { window: Window | null } })
      .documentPictureInPicture;
    await until(() => door.window !== null, 'the window');
    hide(true);
    await isGone(ben);
    const inWindow = (): number => Math.min(door.window!.innerHeight, (door.window!.innerWidth * 9) / 16);
    await until(() => Math.abs(camera(anna) - inWindow() * devicePixelRatio) < 4, 'the size of the window');
    door.window!.close();
    await isGone(anna);
  });
});
