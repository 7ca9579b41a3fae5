import { expect, fixture, html } from '@open-wc/testing';
import { FamedlyAnnouncer } from '../../../components/parts/announcer/announcer.ts';
import { holdTimers } from '../toasts/held-timers.ts';
import type { HeldTimers } from '../toasts/held-timers.ts';

before(() => {
  if (!customElements.get('famedly-announcer')) customElements.define('famedly-announcer', FamedlyAnnouncer);
});

const announcer = () => fixture<FamedlyAnnouncer>(html`<famedly-announcer></famedly-announcer>`);

const region = (of: FamedlyAnnouncer, urgency: string) =>
  of.renderRoot.querySelector<HTMLElement>(`[aria-live=${urgency}]`)!;
const said = (of: FamedlyAnnouncer, urgency = 'polite') =>
  [...region(of, urgency).children].map(({ textContent }) => textContent);

describe('famedly-announcer', () => {
  let timers: HeldTimers;
  beforeEach(() => {
    timers = holdTimers(8000);
  });
  afterEach(() => timers.release());

  it('has one region for each urgency, both there and empty from the beginning', async () => {
    const element = await announcer();
    for (const urgency of ['polite', 'assertive']) {
      expect(element.renderRoot.querySelectorAll(`[aria-live=${urgency}]`)).to.have.lengthOf(1);
      expect(said(element, urgency)).to.deep.equal([]);
    }
    expect(region(element, 'polite').getAttribute('role')).to.equal('status');
    expect(region(element, 'assertive').getAttribute('role')).to.equal('alert');
  });

  it('says text, as text, in the region of its urgency', async () => {
    const element = await announcer();
    element.announce('<b>Ringing</b>', 'polite');
    element.announce('Anna is calling', 'assertive');
    expect(said(element)).to.deep.equal(['<b>Ringing</b>']);
    expect(said(element, 'assertive')).to.deep.equal(['Anna is calling']);
  });

  it('says the same twice by adding it twice, in regions that stay', async () => {
    const element = await announcer();
    const before = region(element, 'polite');
    const added: (string | null)[] = [];
    const watch = new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) added.push(node.textContent);
    });
    watch.observe(before, { childList: true, subtree: true });
    element.announce('Reconnecting…', 'polite');
    element.announce('Reconnecting…', 'polite');
    await Promise.resolve();
    watch.disconnect();
    expect(added).to.deep.equal(['Reconnecting…', 'Reconnecting…']);
    expect(region(element, 'polite')).to.equal(before);
  });

  it('forgets old news, those of each region after the last of them', async () => {
    const element = await announcer();
    element.announce('One', 'polite');
    element.announce('Two', 'polite');
    element.announce('Three', 'assertive');
    expect(timers.running).to.have.lengthOf(2);
    timers.pass();
    expect(said(element)).to.deep.equal([]);
    expect(said(element, 'assertive')).to.deep.equal(['Three']);
  });

  it('takes nothing old with it to another place, and no timer', async () => {
    const element = await announcer();
    element.announce('One', 'polite');
    const home = element.parentNode!;
    element.remove();
    expect(timers.running).to.deep.equal([]);
    home.append(element);
    expect(said(element)).to.deep.equal([]);
    element.announce('Two', 'polite');
    expect(said(element)).to.deep.equal(['Two']);
  });

  it('is heard, not seen', async () => {
    const element = await announcer();
    element.announce('A long sentence that would take some room', 'polite');
    const { width, height } = region(element, 'polite').getBoundingClientRect();
    expect([width, height]).to.deep.equal([1, 1]);
    expect(getComputedStyle(region(element, 'polite')).visibility).to.equal('visible');
    expect(element.getAttribute('aria-hidden')).to.be.null;
    await expect(element).to.be.accessible();
  });
});
