import { expect, html } from '@open-wc/testing';
import { en } from '../../../components/locales/en.ts';
import type { ControlsState } from '../../../components/parts/controls/controls.ts';
import type { Views } from '../../../components/parts/header/header.ts';
import { FamedlyMoreMenu } from '../../../components/parts/more-menu/more-menu.ts';
import { inCall } from '../controls/states.ts';
import { focused, press, stageWith } from '../sheet/stage.ts';
import type { TestStage } from '../sheet/stage.ts';

before(() => {
  if (!customElements.get('famedly-more-menu')) customElements.define('famedly-more-menu', FamedlyMoreMenu);
});

const allViews: Views = { pictureInPicture: true, fullScreen: true, isFullScreen: false };
const close = { do: 'open', overlay: null };

async function menu(
  state: Partial<ControlsState> = {},
  views: Partial<Views> = {},
  width = 240,
): Promise<TestStage> {
  const stage = await stageWith(
    html`<famedly-more-menu
      .words=${en}
      .state=${{ ...inCall, ...state }}
      .views=${{ ...allViews, ...views }}
    ></famedly-more-menu>`,
    width,
  );
  await stage.find('famedly-more-menu').updateComplete;
  return stage;
}

const rows = (stage: TestStage) =>
  [...stage.find('famedly-more-menu').renderRoot.querySelectorAll('button')].filter((row) =>
    row.checkVisibility(),
  );
const labels = (stage: TestStage) => rows(stage).map((row) => row.textContent.trim());
const row = (stage: TestStage, label: string) =>
  rows(stage).find((each) => each.textContent.trim() === label)!;
const on = () => focused()?.textContent.trim();

describe('famedly-more-menu', () => {
  const own = ['Connection details', 'Keyboard and help'];
  const small = ['Hold', 'Devices', 'Keypad', 'Picture in picture', 'Full screen', ...own];
  const table: [width: number, expected: string[]][] = [
    [240, ['Share screen', ...small]],
    [319, ['Share screen', ...small]],
    [320, small],
    [390, small],
    [599, small],
    [600, ['Keypad', ...own]],
    [800, ['Keypad', ...own]],
    [1023, ['Keypad', ...own]],
    [1024, own],
  ];
  for (const [width, expected] of table) {
    it(`has what dock and top row lack at ${width} px, in rows of 44 px`, async () => {
      const stage = await menu({}, {}, width);
      expect(labels(stage)).to.deep.equal(expected);
      for (const each of rows(stage)) expect(each.offsetHeight).to.be.at.least(44);
      await expect(stage).to.be.accessible();
    });
  }

  it('is without what is not to be had', async () => {
    const stage = await menu(
      { canShare: false, canSendTones: false },
      { pictureInPicture: false, fullScreen: false },
    );
    expect(labels(stage)).to.deep.equal(['Hold', 'Devices', ...own]);
  });

  const presses: [
    state: Partial<ControlsState>,
    views: Partial<Views>,
    label: string,
    requests: unknown[],
  ][] = [
    [{}, {}, 'Share screen', [{ do: 'share-screen', on: true }, close]],
    [{ screen: 'on' }, {}, 'Stop sharing', [{ do: 'share-screen', on: false }, close]],
    [{}, {}, 'Hold', [{ do: 'hold', on: true }, close]],
    [{ onHold: true }, {}, 'Resume', [{ do: 'hold', on: false }, close]],
    [{}, {}, 'Devices', [{ do: 'open', overlay: 'devices' }]],
    [{}, {}, 'Keypad', [{ do: 'open', overlay: 'keypad' }]],
    [{}, {}, 'Picture in picture', [{ do: 'picture-in-picture' }, close]],
    [{}, {}, 'Full screen', [{ do: 'full-screen' }, close]],
    [{}, { isFullScreen: true }, 'Leave full screen', [{ do: 'full-screen' }, close]],
    [{}, {}, 'Connection details', [{ do: 'open', overlay: 'statistics' }]],
    [{}, {}, 'Keyboard and help', [{ do: 'open', overlay: 'help' }]],
  ];
  for (const [state, views, label, requests] of presses) {
    it(`asks for what is pressed, and closes unless something else opens: ${label}`, async () => {
      const stage = await menu(state, views);
      row(stage, label).click();
      expect(stage.requests).to.deep.equal(requests);
    });
  }

  it('ignores a press while the browser is asked', async () => {
    const stage = await menu({ screen: 'opening' });
    row(stage, 'Share screen').click();
    expect(stage.requests).to.deep.equal([]);
    expect(row(stage, 'Share screen').ariaBusy).to.equal('true');
    await expect(stage).to.be.accessible();
  });

  it('is walked through by arrows around its ends, Home and End, over what is there', async () => {
    const stage = await menu({}, {}, 600);
    row(stage, 'Keypad').focus();
    const table: [key: string, to: string][] = [
      ['ArrowDown', 'Connection details'],
      ['ArrowDown', 'Keyboard and help'],
      ['ArrowDown', 'Keypad'],
      ['ArrowUp', 'Keyboard and help'],
      ['ArrowUp', 'Connection details'],
      ['Home', 'Keypad'],
      ['End', 'Keyboard and help'],
    ];
    for (const [key, to] of table) {
      expect(press(focused()!, key), key).to.be.false;
      expect(on(), key).to.equal(to);
    }
    for (const key of ['ArrowLeft', 'Tab', 'Escape', 'constructor', 'toString'])
      expect(press(focused()!, key), key).to.be.true;
    expect(on()).to.equal('Keyboard and help');
  });

  it('has its words beside their icons, whatever the direction of the page is', async () => {
    const stage = await menu();
    stage.dir = 'rtl';
    const range = document.createRange();
    range.selectNodeContents(rows(stage)[0]!.querySelector('.grow')!);
    const drawing = rows(stage)[0]!.querySelector('svg')!.getBoundingClientRect();
    expect(drawing.left - range.getBoundingClientRect().right).to.be.within(0, 16);
  });

  it('stays in its box with the longest of words', async () => {
    const stage = await menu();
    const element = stage.find('famedly-more-menu');
    element.words = { ...en, statistics: 'Verbindungsqualitätseinzelheitenübersichtsanzeige' };
    await element.updateComplete;
    const box = stage.getBoundingClientRect();
    for (const each of rows(stage)) {
      expect(each.getBoundingClientRect().right).to.be.at.most(box.right);
      expect(each.scrollWidth, each.textContent.trim()).to.be.at.most(each.clientWidth);
    }
  });
});
