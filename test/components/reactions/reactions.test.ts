import { expect, html } from '@open-wc/testing';
import { GroupRequestEvent } from '../../../components/parts/group-request.ts';
import type { GroupRequest } from '../../../components/parts/group-request.ts';
import { FamedlyReactions } from '../../../components/parts/reactions/reactions.ts';
import { register } from '../../../components/register.ts';
import { words } from '../group-tile/group-tile-of.ts';
import { focused, press, stageWith } from '../sheet/stage.ts';

before(() => register({ 'famedly-reactions': FamedlyReactions }));

async function reactions(width = 312) {
  const stage = await stageWith(html`<famedly-reactions .words=${words}></famedly-reactions>`, width);
  const element = stage.find('famedly-reactions');
  await element.updateComplete;
  const asked: GroupRequest[] = [];
  stage.addEventListener(GroupRequestEvent.type, ({ request }) => asked.push(request));
  return { element, asked, buttons: [...element.renderRoot.querySelectorAll('button')] };
}

describe('famedly-reactions', () => {
  it('asks for the reaction that was pressed', async () => {
    const { buttons, asked } = await reactions();
    buttons.find(({ ariaLabel }) => ariaLabel === 'Applause')!.click();
    expect(asked).to.deep.equal([{ do: 'react', key: '👏' }]);
  });

  it('has room for fingers, and keeps to its box', async () => {
    for (const width of [312, 224]) {
      const { element, buttons } = await reactions(width);
      for (const button of buttons) {
        const { width: wide, height, right } = button.getBoundingClientRect();
        expect(Math.min(wide, height)).to.be.at.least(44);
        expect(right).to.be.at.most(element.getBoundingClientRect().right);
      }
    }
  });

  it('goes from one to the next by arrows', async () => {
    const { element, buttons } = await reactions();
    element.focus();
    press(focused()!, 'ArrowRight');
    expect(focused()).to.equal(buttons[1]);
    press(focused()!, 'End');
    expect(focused()).to.equal(buttons.at(-1));
  });

  it('is accessible', async () => {
    const { element } = await reactions();
    await expect(element).to.be.accessible();
  });
});
