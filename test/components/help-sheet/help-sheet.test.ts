import { expect, html } from '@open-wc/testing';
import { en } from '../../../components/locales/en.ts';
import { FamedlyHelpSheet } from '../../../components/parts/help-sheet/help-sheet.ts';
import { FamedlySheet } from '../../../components/parts/sheet/sheet.ts';
import { atRest, focused, press, stageWith } from '../sheet/stage.ts';
import { until } from '../../until.ts';

before(() => {
  customElements.define('famedly-help-sheet', FamedlyHelpSheet);
  customElements.define('famedly-sheet', FamedlySheet);
});

describe('famedly-help-sheet', () => {
  it('says what each key does, with one heading at every width', async () => {
    for (const width of [240, 800]) {
      const stage = await stageWith(
        html`<famedly-sheet heading="Keyboard and help"
          ><famedly-help-sheet .own=${[[en.arrowKeys, en.keyMove]] as const}></famedly-help-sheet
        ></famedly-sheet>`,
        width,
      );
      const help = stage.find('famedly-help-sheet');
      const keys = [...help.renderRoot.querySelectorAll('dt')].map((key) => key.innerText.trim());
      expect(keys).to.deep.equal(['M', 'V', 'S', 'Arrow keys', 'Esc', '?']);
      expect(help.renderRoot.querySelector('h2')?.checkVisibility()).to.equal(width === 800);
      expect(stage.find('famedly-sheet').renderRoot.querySelector('.head')?.checkVisibility()).to.equal(
        width === 240,
      );
      await expect(await atRest(stage)).to.be.accessible();
    }
  });

  it('leaves the focus with the sheet, which Esc closes', async () => {
    const stage = await stageWith(
      html`<famedly-sheet heading="Help"><famedly-help-sheet></famedly-help-sheet></famedly-sheet>`,
    );
    await until(() => focused()?.role === 'dialog');
    press(focused()!, 'Escape');
    expect(stage.requests).to.deep.equal([{ do: 'open', overlay: null }]);
  });
});
