import { expect, html } from '@open-wc/testing';
import { en } from '../../../components/locales/en.ts';
import { FamedlyControls } from '../../../components/parts/controls/controls.ts';
import { stageWith } from '../sheet/stage.ts';
import { inCall } from './states.ts';
import { until } from '../../until.ts';

/** In a page where nobody has looked at a control yet. */
describe('famedly-controls: words', () => {
  it('come to who points at the dock, and then everywhere', async () => {
    customElements.define('famedly-controls', FamedlyControls);
    const stage = await stageWith(
      html`<famedly-controls .words=${en} .state=${{ ...inCall, stage: 'before' }}></famedly-controls>
        <famedly-controls .words=${en} .state=${{ ...inCall, stage: 'before' }}></famedly-controls>`,
      800,
    );
    const docks = [...stage.renderRoot.querySelectorAll('famedly-controls')];
    await Promise.all(docks.map((dock) => dock.updateComplete));
    const shown = () =>
      docks.map(({ renderRoot }) => getComputedStyle(renderRoot.querySelector('.tip')!).display);
    expect(shown()).to.deep.equal(['none', 'none']);
    docks[0]!.renderRoot.querySelector('.dock')!.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => shown().every((display) => display === 'block'));
  });
});
