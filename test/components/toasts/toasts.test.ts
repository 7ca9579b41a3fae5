import { expect, html } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { FamedlyToasts } from '../../../components/parts/toasts/toasts.ts';
import type { Toast } from '../../../components/parts/toasts/toasts.ts';
import { holdTimers } from './held-timers.ts';
import type { HeldTimers } from './held-timers.ts';
import { stageWith } from '../sheet/stage.ts';
import type { TestStage } from '../sheet/stage.ts';

before(async () => {
  if (!customElements.get('famedly-toasts')) customElements.define('famedly-toasts', FamedlyToasts);
  // They stand where they stand at once.
  await emulateMedia({ reducedMotion: 'reduce' });
});
after(() => emulateMedia({ reducedMotion: 'no-preference' }));
let timers: HeldTimers;
beforeEach(() => {
  timers = holdTimers(4000, 8000);
});
afterEach(async () => {
  timers.release();
  hide(false);
  await resetMouse();
});

const toast = (id: number): Toast => ({ id, text: `News ${id}` });
const withAction = (id: number): Toast => ({
  ...toast(id),
  action: { label: 'Try again', request: { do: 'retry', slot: 'camera' } },
});

async function show(
  toasts: readonly Toast[],
  width = 800,
): Promise<{ stage: TestStage; part: FamedlyToasts }> {
  const stage = await stageWith(html`<famedly-toasts></famedly-toasts>`, width);
  const part = stage.find('famedly-toasts');
  part.toasts = toasts;
  await part.updateComplete;
  return { stage, part };
}

const plates = (part: FamedlyToasts) => [...part.renderRoot.querySelectorAll<HTMLElement>('[part=toast]')];
const seen = (part: FamedlyToasts) =>
  plates(part)
    .filter(({ offsetHeight }) => offsetHeight > 0)
    .map((plate) => plate.querySelector('p')!.textContent);

function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

function middleOf(element: Element): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

async function timePasses(part: FamedlyToasts): Promise<void> {
  timers.pass();
  await part.updateComplete;
}

describe('famedly-toasts', () => {
  it('says what happened, as text, and 4 s later no more', async () => {
    const { part } = await show([{ id: 1, text: '<b>News</b>' }]);
    expect(seen(part)).to.deep.equal(['<b>News</b>']);
    expect(timers.running).to.deep.equal([4000]);
    await timePasses(part);
    expect(part.renderRoot.querySelector('.toasts')).to.be.null;
  });

  it('leaves 8 s to press something, and asks for it', async () => {
    const { stage, part } = await show([withAction(1)]);
    expect(timers.running).to.deep.equal([8000]);
    part.renderRoot.querySelector('button')!.click();
    expect(stage.requests).to.deep.equal([{ do: 'retry', slot: 'camera' }]);
  });

  it('shows nothing again that has gone', async () => {
    const { part } = await show([toast(1)]);
    await timePasses(part);
    part.toasts = [toast(1), toast(2)];
    await part.updateComplete;
    expect(seen(part)).to.deep.equal(['News 2']);
  });

  it('shows the newest two, and the oldest of them goes first', async () => {
    const { part } = await show([toast(1), toast(2), withAction(3)]);
    expect(seen(part)).to.deep.equal(['News 2', 'News 3']);
    await timePasses(part);
    expect(seen(part)).to.deep.equal(['News 3']);
    expect(timers.running).to.deep.equal([8000]);
    await timePasses(part);
    expect(seen(part)).to.deep.equal([]);
    expect(timers.running).to.deep.equal([]);
  });

  it('begins no time again because of more news', async () => {
    const { part } = await show([toast(1)]);
    part.toasts = [toast(1), toast(2)];
    await part.updateComplete;
    expect(seen(part)).to.have.lengthOf(2);
    expect(timers.begun).to.equal(1);
    expect(timers.running).to.deep.equal([4000]);
  });
});

describe('a toast waits', () => {
  it('under the pointer, also when news come meanwhile', async () => {
    const { part } = await show([toast(1)]);
    await sendMouse({ type: 'move', position: middleOf(plates(part)[0]!) });
    expect(timers.running).to.deep.equal([]);
    part.toasts = [toast(1), toast(2)];
    await part.updateComplete;
    expect(timers.running).to.deep.equal([]);
    await sendMouse({ type: 'move', position: [1, 500] });
    expect(timers.running).to.deep.equal([4000]);
  });

  it('for a finger only as long as it touches', async () => {
    const { part } = await show([toast(1)]);
    part.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'touch' }));
    expect(timers.running).to.deep.equal([]);
    part.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'touch' }));
    expect(timers.running).to.deep.equal([4000]);
  });

  it('under the focus, though the pointer leaves it', async () => {
    const { part } = await show([withAction(1)]);
    await sendMouse({ type: 'move', position: middleOf(plates(part)[0]!) });
    part.renderRoot.querySelector('button')!.focus();
    await sendMouse({ type: 'move', position: [1, 500] });
    expect(timers.running).to.deep.equal([]);
    await sendKeys({ press: 'Tab' });
    expect(timers.running).to.deep.equal([8000]);
  });

  it('while the page is hidden', async () => {
    const { part } = await show([toast(1)]);
    hide(true);
    expect(timers.running).to.deep.equal([]);
    part.toasts = [toast(1), toast(2)];
    await part.updateComplete;
    expect(timers.running).to.deep.equal([]);
    hide(false);
    expect(timers.running).to.deep.equal([4000]);
  });

  it('while it is nowhere, and goes after it was put back', async () => {
    const { stage, part } = await show([toast(1)]);
    part.remove();
    hide(true);
    hide(false);
    expect(timers.running).to.deep.equal([]);
    stage.renderRoot.append(part);
    expect(timers.running).to.deep.equal([4000]);
    await timePasses(part);
    expect(seen(part)).to.deep.equal([]);
  });
});

describe('the place of toasts', () => {
  const place = async (width: number) => {
    const { stage, part } = await show([toast(1), toast(2)], width);
    const box = stage.getBoundingClientRect();
    const rect = plates(part).at(-1)!.getBoundingClientRect();
    return {
      part,
      top: rect.top - box.top,
      left: rect.left - box.left,
      bottom: box.bottom - rect.bottom,
      rect,
    };
  };

  it('is over the top row where it is narrow, for one at a time', async () => {
    const { part, top, rect } = await place(390);
    expect(seen(part)).to.deep.equal(['News 2']);
    expect(top).to.be.lessThan(20);
    expect(rect.width).to.be.greaterThan(340);
  });

  it('is under the top row from 600', async () => {
    const { part, top } = await place(800);
    expect(seen(part)).to.have.lengthOf(2);
    expect(top).to.be.greaterThan(60);
  });

  it('is beside the dock from 1024', async () => {
    const { left, bottom } = await place(1440);
    expect(left).to.be.lessThan(30);
    expect(bottom).to.be.lessThan(40);
  });

  it('is off the dock, however long a name is', async () => {
    for (const width of [1024, 1100, 1440]) {
      const { stage, part } = await show([{ id: 1, text: `@${'x'.repeat(80)}:one.test joined` }], width);
      const box = stage.getBoundingClientRect();
      const plate = plates(part)[0]!;
      // Half a dock of five buttons.
      const free = width / 2 - 290 + 16;
      expect(plate.getBoundingClientRect().right - box.left, `${width}`).to.be.at.most(free);
      expect(plate.scrollWidth).to.equal(plate.clientWidth);
    }
  });

  it('takes no click from what is beside them', async () => {
    const { stage, part } = await show([toast(1)]);
    const [, y] = middleOf(plates(part)[0]!);
    const left = stage.getBoundingClientRect().left + 30;
    expect(stage.shadowRoot!.elementFromPoint(left, y)).not.to.equal(part);
  });
});

describe('famedly-toasts for everybody', () => {
  for (const theme of ['light', 'dark', 'high-contrast']) {
    it(`are accessible: ${theme}`, async () => {
      const { stage, part } = await show([toast(1), withAction(2)]);
      stage.setAttribute('theme', theme);
      await expect(part).to.be.accessible();
      expect(plates(part)[1]!.querySelector('button')!.offsetHeight).to.be.at.least(44);
    });
  }
});
