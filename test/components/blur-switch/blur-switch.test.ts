import { expect, fixture, html } from '@open-wc/testing';
import { FamedlyBlurSwitch } from '../../../components/parts/blur-switch/blur-switch.ts';
import { GroupRequestEvent } from '../../../components/parts/group-request.ts';
import type { GroupRequest } from '../../../components/parts/group-request.ts';
import type { BackgroundBlur } from '../../../src/index.ts';

if (!customElements.get('famedly-blur-switch'))
  customElements.define('famedly-blur-switch', FamedlyBlurSwitch);

async function shown(state: BackgroundBlur) {
  const element = await fixture<FamedlyBlurSwitch>(
    html`<famedly-blur-switch .state=${state}></famedly-blur-switch>`,
  );
  const asked: GroupRequest[] = [];
  element.addEventListener(GroupRequestEvent.type, (event) => asked.push(event.request));
  return { element, asked, button: element.renderRoot.querySelector('button')! };
}

describe('the switch for a blurred background', () => {
  for (const [state, checked, asks] of [
    ['off', 'false', true],
    ['on', 'true', false],
    ['unavailable', 'false', false],
  ] as const) {
    it(`asks for the other, ${state}`, async () => {
      const { element, asked, button } = await shown(state);
      expect(button).attribute('aria-checked', checked);
      expect(button).attribute('aria-busy', 'false');
      button.click();
      expect(asked).eql([{ do: 'blur-background', on: asks }]);
      expect(button).attribute('aria-checked', checked);
      await expect(element).to.be.accessible();
    });
  }

  it('is busy while it starts, and ignores a second press', async () => {
    const { element, asked, button } = await shown('starting');
    expect(button).attribute('aria-busy', 'true');
    expect(element.renderRoot.querySelector('small')).text('Starting…');
    button.click();
    expect(asked).eql([]);
    await expect(element).to.be.accessible();
  });

  it('says that it is not possible', async () => {
    const { element } = await shown('unavailable');
    expect(element.renderRoot.querySelector('#note')).text('Not possible here');
  });
});
