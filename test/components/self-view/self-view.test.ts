import { expect, html } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { en } from '../../../components/locales/en.ts';
import { FamedlyAvatar } from '../../../components/parts/avatar/avatar.ts';
import '../../../components/parts/self-view/moves.ts';
import { FamedlySelfView } from '../../../components/parts/self-view/self-view.ts';
import type { Corner } from '../../../components/parts/self-view/corner.ts';
import { FamedlyTile } from '../../../components/parts/tile/tile.ts';
import { stageWith } from '../sheet/stage.ts';
import { pictures, stopPictures } from '../tile/moving-picture.ts';
import { until } from '../../until.ts';

before(async () => {
  if (!customElements.get('famedly-avatar')) customElements.define('famedly-avatar', FamedlyAvatar);
  if (!customElements.get('famedly-tile')) customElements.define('famedly-tile', FamedlyTile);
  if (!customElements.get('famedly-self-view')) customElements.define('famedly-self-view', FamedlySelfView);
  await setViewport({ width: 1300, height: 700 });
});

afterEach(async () => {
  stopPictures();
  await resetMouse();
  await emulateMedia({ reducedMotion: 'no-preference' });
});

const pad = 16;
const top = pad + 44 + 12;
const aboveDock = pad + 48 + 2 * 8 + 12 + 2;

async function selfView(width = 800, dir: 'ltr' | 'rtl' = 'ltr'): Promise<FamedlySelfView> {
  const stage = await stageWith(
    html`<famedly-self-view .words=${en}
      ><famedly-tile .name=${'Me'} .userId=${'@me:one.test'}></famedly-tile
    ></famedly-self-view>`,
    width,
  );
  stage.dir = dir;
  const element = stage.find('famedly-self-view');
  await element.updateComplete;
  return element;
}

/** Where it lies, by its distance from the edges of the stage. */
function place(of: FamedlySelfView) {
  const stage = (of.getRootNode() as ShadowRoot).host.getBoundingClientRect();
  const box = of.getBoundingClientRect();
  return {
    left: box.left - stage.left,
    right: stage.right - box.right,
    top: box.top - stage.top,
    bottom: stage.bottom - box.bottom,
  };
}

const middle = (of: FamedlySelfView): [number, number] => {
  const { x, y, width, height } = of.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
};

async function grab(element: FamedlySelfView, button: 'left' | 'right' = 'left'): Promise<[number, number]> {
  const at = middle(element);
  await sendMouse({ type: 'move', position: at });
  await sendMouse({ type: 'down', button });
  return at;
}

async function moveTo(...path: [number, number][]): Promise<void> {
  for (const position of path) await sendMouse({ type: 'move', position });
}

const drop = () => sendMouse({ type: 'up' });
const still = (element: FamedlySelfView) =>
  until(() => element.getAnimations().length === 0 && element.style.translate === '', 'it lies still');

describe('famedly-self-view', () => {
  it('is filled by our own picture, with a name for what it is', async () => {
    const element = await selfView();
    const tile = element.querySelector('famedly-tile')!;
    tile.stream = pictures().stream;
    await until(() => tile.video?.videoWidth === 64);
    const [own, shown] = [element, tile].map((each) => each.getBoundingClientRect());
    expect([shown!.width, shown!.height]).to.deep.equal([own!.width, own!.height]);
    const frame = element.renderRoot.querySelector('[role=group]')!;
    expect(frame.getAttribute('aria-label')).to.equal(en.yourVideo);
    await expect(element).to.be.accessible();
  });

  it('lies above the dock, and beside it where it is wide', async () => {
    expect(place(await selfView(800))).to.include({ right: pad, bottom: aboveDock });
    expect(place(await selfView(1100))).to.include({ right: pad, bottom: pad });
    expect(place(await selfView(800, 'rtl'))).to.include({ left: pad, bottom: aboveDock });
  });

  const corners: [
    Corner,
    [number, number],
    { left?: number; right?: number; top?: number; bottom?: number },
  ][] = [
    ['top-start', [100, 100], { left: pad, top }],
    ['top-end', [700, 100], { right: pad, top }],
    ['bottom-start', [100, 500], { left: pad, bottom: aboveDock }],
    ['bottom-end', [700, 500], { right: pad, bottom: aboveDock }],
  ];
  for (const [corner, at, lies] of corners) {
    it(`is dragged to ${corner}, and lies clear of top row and dock there`, async () => {
      const element = await selfView();
      const from = await grab(element);
      await moveTo([from[0] - 20, from[1] - 20], at);
      expect(middle(element), 'it follows').to.deep.equal(at);
      await drop();
      await still(element);
      expect(element.getAttribute('corner')).to.equal(corner);
      expect(element.corner).to.equal(corner);
      expect(place(element)).to.include(lies);
    });
  }

  it('goes to the other side of where the writing starts from the right', async () => {
    const element = await selfView(800, 'rtl');
    await grab(element);
    await moveTo([400, 300], [700, 100]);
    await drop();
    await still(element);
    expect(element.corner).to.equal('top-start');
    expect(place(element)).to.include({ right: pad, top });
  });

  it('glides to its corner', async () => {
    const element = await selfView();
    await grab(element);
    await moveTo([400, 300], [300, 200]);
    await drop();
    expect(element.getAnimations()).to.have.lengthOf(1);
    await still(element);
    expect(place(element)).to.include({ left: pad, top });
  });

  it('is there at once where motion is reduced', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const element = await selfView();
    await grab(element);
    await moveTo([400, 300], [300, 200]);
    await drop();
    expect(element.getAnimations()).to.be.empty;
    expect(place(element)).to.include({ left: pad, top });
  });

  it('does nothing at a click', async () => {
    const element = await selfView();
    const before = place(element);
    const [x, y] = await grab(element);
    await moveTo([x - 2, y + 1]);
    await drop();
    expect(element.getAnimations()).to.be.empty;
    expect(place(element)).to.deep.equal(before);
  });

  it('does not follow the other button', async () => {
    const element = await selfView();
    const before = place(element);
    await grab(element, 'right');
    await moveTo([400, 300], [100, 100]);
    expect(place(element)).to.deep.equal(before);
    await sendMouse({ type: 'up', button: 'right' });
  });

  it('returns to its corner when the pointer is cancelled, and can be dragged again', async () => {
    const element = await selfView();
    let pointer = 0;
    element.addEventListener('pointerdown', (event) => (pointer = event.pointerId));
    await grab(element);
    await moveTo([400, 300], [100, 100]);
    element.releasePointerCapture(pointer);
    await moveTo([110, 110]);
    await still(element);
    expect(element.corner).to.equal('bottom-end');
    expect(place(element)).to.include({ right: pad, bottom: aboveDock });
    await drop();
    await grab(element);
    await moveTo([400, 300], [100, 100]);
    await drop();
    await still(element);
    expect(element.corner).to.equal('top-start');
  });

  it('finds its corner when its stage gets smaller while it is dragged', async () => {
    const element = await selfView(1100);
    await grab(element);
    await moveTo([500, 300], [300, 100]);
    const stage = (element.getRootNode() as ShadowRoot).host as HTMLElement;
    stage.style.setProperty('inline-size', '390px');
    stage.style.setProperty('--_self', '96px');
    await moveTo([290, 120]);
    await drop();
    await still(element);
    expect(place(element).left >= 0 && place(element).right >= 0).to.be.true;
    expect(place(element)).to.include(element.corner.endsWith('start') ? { left: pad } : { right: pad });
  });

  it('lies in its corner when it is taken away while it is dragged, and put back', async () => {
    const element = await selfView();
    const home = element.parentNode!;
    await grab(element);
    await moveTo([400, 300], [100, 100]);
    element.remove();
    home.append(element);
    expect(place(element)).to.include({ right: pad, bottom: aboveDock });
    await moveTo([200, 200]);
    expect(place(element)).to.include({ right: pad, bottom: aboveDock });
    await drop();
  });

  it('is moved by arrow keys, as they point, and by no other key', async () => {
    const element = await selfView();
    element.renderRoot.querySelector<HTMLElement>('[tabindex]')!.focus();
    const steps: [string, Corner][] = [
      ['ArrowLeft', 'bottom-start'],
      ['ArrowUp', 'top-start'],
      ['ArrowUp', 'top-start'],
      ['ArrowRight', 'top-end'],
      ['ArrowDown', 'bottom-end'],
      ['Home', 'bottom-end'],
    ];
    for (const [key, corner] of steps) {
      await sendKeys({ press: key });
      expect(element.corner, key).to.equal(corner);
    }
    (element.getRootNode() as ShadowRoot).host.setAttribute('dir', 'rtl');
    await sendKeys({ press: 'ArrowRight' });
    expect(element.corner).to.equal('bottom-start');
    await still(element);
    expect(place(element)).to.include({ right: pad });
  });

  it('is thrown', async () => {
    const element = await selfView();
    const at = (x: number, y: number, timeStamp: number, type: string) => {
      const event = new PointerEvent(type, { pointerId, clientX: x, clientY: y, bubbles: true });
      Object.defineProperty(event, 'timeStamp', { value: timeStamp });
      element.dispatchEvent(event);
    };
    let pointerId = 0;
    element.addEventListener('pointerdown', (event) => (pointerId = event.pointerId), { once: true });
    const [x, y] = await grab(element);
    const now = performance.now() + 1000;
    at(x - 50, y - 20, now, 'pointermove');
    at(x - 130, y - 120, now + 30, 'pointermove');
    at(x - 130, y - 120, now + 31, 'pointerup');
    expect(element.corner, 'half the way by hand, the rest by itself').to.equal('top-start');
    await drop();
  });
});
