import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { nextTask } from '../../../components/engine-link/next-task.ts';
import { FamedlySheet } from '../../../components/parts/sheet/sheet.ts';
import { atRest, focused, press, stageWith } from './stage.ts';
import type { TestStage } from './stage.ts';
import { until } from '../../until.ts';

const close = { do: 'open', overlay: null };

/** Content with a shadow tree of its own. */
class TestChoices extends LitElement {
  override render(): TemplateResult {
    return html`
      <div role="radiogroup" aria-label="Colour">
        <button role="radio" aria-checked="false" tabindex="-1">Red</button>
        <button role="radio" aria-checked="true">Blue</button>
      </div>
      <button id="last">Last</button>
    `;
  }
}

before(() => {
  customElements.define('famedly-sheet', FamedlySheet);
  customElements.define('test-choices', TestChoices);
});

const choices = html`
  <button id="outside">Outside</button>
  <button id="toggle" aria-expanded="true">Devices</button>
  <famedly-sheet heading="Devices"><test-choices></test-choices></famedly-sheet>
`;

function inShadow(host: Element, selector: string): HTMLElement {
  const found = host.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`No ${selector}`);
  return found;
}

const checked = (stage: TestStage): HTMLElement =>
  inShadow(inShadow(stage, 'test-choices'), '[aria-checked=true]');
const panelOf = (stage: TestStage): HTMLElement => inShadow(stage.find('famedly-sheet'), '.panel');

async function modalSheet(): Promise<TestStage> {
  const stage = await stageWith(choices, 390);
  await until(() => panelOf(stage).ariaModal === 'true', 'it becomes modal');
  await until(() => focused() === checked(stage), 'focus goes inside');
  return stage;
}

describe('famedly-sheet', () => {
  it('is a dialog with a name, wide and narrow', async () => {
    const stage = await stageWith(choices, 800);
    const panel = panelOf(stage);
    expect(panel.role).to.equal('dialog');
    expect(panel.ariaLabel).to.equal('Devices');
    await expect(await atRest(stage)).to.be.accessible();
    await expect(await atRest(await modalSheet())).to.be.accessible();
  });

  it('takes the focus to what is checked, in the shadow tree of its content too', async () => {
    const stage = await stageWith(choices);
    await until(() => focused() === checked(stage));
  });

  it('takes the focus itself, and on to content that is loaded late', async () => {
    const stage = await stageWith(html`
      <famedly-sheet heading="Late"><test-late></test-late></famedly-sheet>
    `);
    expect(focused()).to.equal(panelOf(stage));
    customElements.define('test-late', class extends TestChoices {});
    await until(() => focused()?.textContent === 'Blue');
  });

  it('takes the focus on to what comes in place of its content', async () => {
    const stage = await stageWith(choices);
    await until(() => focused() === checked(stage));
    const sheet = stage.find('famedly-sheet');
    const next = document.createElement('button');
    sheet.replaceChildren(next);
    await until(() => focused() === next);
    sheet.replaceChildren(document.createElement('p'));
    await until(() => focused() === panelOf(stage));
  });

  it('leaves the focus outside where a person took it', async () => {
    const stage = await stageWith(choices);
    await until(() => focused() === checked(stage));
    inShadow(stage, '#outside').focus();
    const slot = inShadow(stage.find('famedly-sheet'), 'slot');
    const changed = new Promise((resolve) => slot.addEventListener('slotchange', resolve));
    stage.find('famedly-sheet').append(document.createElement('button'));
    await changed;
    await stage.find('famedly-sheet').updateComplete;
    await new Promise(requestAnimationFrame);
    expect(focused()).to.equal(inShadow(stage, '#outside'));
  });

  it('keeps the focus where nothing inside takes it', async () => {
    const stage = await stageWith(html`<famedly-sheet heading="Words">Only words</famedly-sheet>`);
    expect(focused()).to.equal(panelOf(stage));
  });

  it('asks to be closed by Esc, and nobody else acts on that key', async () => {
    const stage = await stageWith(choices);
    let heard = 0;
    stage.addEventListener('keydown', () => heard++);
    expect(press(checked(stage), 'Escape')).to.be.false;
    expect(stage.requests).to.deep.equal([close]);
    expect(heard).to.equal(0);
  });

  it('asks to be closed by a press outside of it, not by one inside', async () => {
    const stage = await stageWith(choices);
    checked(stage).click();
    expect(stage.requests).to.deep.equal([]);
    inShadow(stage, '#outside').click();
    expect(stage.requests).to.deep.equal([close]);
  });

  it('leaves a press on the control that is shown as open to that control', async () => {
    const stage = await stageWith(choices);
    inShadow(stage, '#toggle').click();
    expect(stage.requests).to.deep.equal([]);
  });

  it('is not closed by the very click that opens it', async () => {
    const stage = await stageWith(html`<button id="opener">Open</button>`);
    inShadow(stage, '#opener').addEventListener('click', () => {
      const sheet = document.createElement('famedly-sheet');
      stage.shadowRoot?.append(sheet);
    });
    inShadow(stage, '#opener').click();
    await stage.find('famedly-sheet').updateComplete;
    expect(stage.requests).to.deep.equal([]);
    inShadow(stage, '#opener').click();
    expect(stage.requests).to.deep.equal([close]);
  });

  it('listens to nothing once it is gone', async () => {
    const stage = await stageWith(choices);
    stage.find('famedly-sheet').remove();
    inShadow(stage, '#outside').click();
    expect(stage.requests).to.deep.equal([]);
  });

  it('is a popover from 600 px, a modal sheet with scrim and close button below', async () => {
    const stage = await stageWith(choices, 800);
    const sheet = stage.find('famedly-sheet');
    expect(inShadow(sheet, '.scrim').checkVisibility()).to.be.false;
    expect(inShadow(sheet, '.close').checkVisibility()).to.be.false;
    expect(panelOf(stage).ariaModal).to.be.null;
    stage.style.setProperty('inline-size', '390px');
    await until(() => panelOf(stage).ariaModal === 'true');
    inShadow(sheet, '.close').click();
    inShadow(sheet, '.scrim').click();
    expect(stage.requests).to.deep.equal([close, close]);
    stage.style.setProperty('inline-size', '800px');
    await until(() => panelOf(stage).ariaModal === null);
  });

  it('holds the focus while it is modal', async () => {
    const stage = await modalSheet();
    const closing = inShadow(stage.find('famedly-sheet'), '.close');
    const last = inShadow(inShadow(stage, 'test-choices'), '#last');
    last.focus();
    expect(press(last, 'Tab')).to.be.false;
    expect(focused()).to.equal(closing);
    expect(press(closing, 'Tab', { shiftKey: true })).to.be.false;
    expect(focused()).to.equal(last);
    panelOf(stage).focus();
    expect(press(panelOf(stage), 'Tab', { shiftKey: true })).to.be.false;
    expect(focused()).to.equal(last);
    expect(press(checked(stage), 'Tab'), 'between them the browser moves it').to.be.true;
  });

  it('asks to be closed where Tab leads out of a popover, and lets the focus go there', async () => {
    const stage = await stageWith(html`${choices}<button id="next">Next</button>`);
    await until(() => focused() === checked(stage), 'focus goes inside');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(inShadow(inShadow(stage, 'test-choices'), '#last'));
    await nextTask();
    expect(stage.requests, 'inside').to.deep.equal([]);
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(inShadow(stage, '#next'));
    await until(() => stage.requests.length > 0, 'it asks');
    expect(stage.requests).to.deep.equal([close]);
  });

  it('stays in its box, however much is in it', async () => {
    for (const width of [240, 390, 800, 1440]) {
      for (const placement of ['start', 'end', 'self'] as const) {
        const stage = await stageWith(
          html`<famedly-sheet heading="Long" placement=${placement}>
            ${Array.from({ length: 40 }, (_, row) => html`<p>Row ${row}</p>`)}
          </famedly-sheet>`,
          width,
        );
        const box = stage.getBoundingClientRect();
        const panel = panelOf(stage);
        panel.style.setProperty('animation', 'none');
        const { top, bottom, left, right } = panel.getBoundingClientRect();
        expect(top, `${placement} ${width}`).to.be.at.least(box.top + 50);
        expect(bottom).to.be.at.most(box.bottom);
        expect(left).to.be.at.least(box.left);
        expect(right).to.be.at.most(box.right);
        expect(panel.scrollHeight).to.be.greaterThan(panel.clientHeight);
      }
    }
  });

  it('stands on the other side where the writing goes the other way', async () => {
    const stage = await stageWith(choices);
    const left = panelOf(stage).getBoundingClientRect().left;
    stage.dir = 'rtl';
    expect(panelOf(stage).getBoundingClientRect().left).to.be.greaterThan(left + 200);
  });
});
