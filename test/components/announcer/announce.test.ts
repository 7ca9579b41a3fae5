import { expect, fixture, html } from '@open-wc/testing';
import { css, LitElement } from 'lit';
import { announce, forgetAnnouncements, liveRegions } from '../../../components/parts/announcer/announce.ts';
import { baseStyles } from '../../../components/theme/base.styles.ts';
import { holdTimers } from '../toasts/held-timers.ts';
import type { HeldTimers } from '../toasts/held-timers.ts';

class SpeakingElement extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];

  override render() {
    return liveRegions;
  }
}

before(() => {
  if (!customElements.get('speaking-element')) customElements.define('speaking-element', SpeakingElement);
});

const speaking = () => fixture<SpeakingElement>(html`<speaking-element></speaking-element>`);

const region = (of: SpeakingElement, urgency: string) =>
  of.renderRoot.querySelector<HTMLElement>(`[aria-live=${urgency}]`)!;
const said = (of: SpeakingElement, urgency = 'polite') =>
  [...region(of, urgency).children].map(({ textContent }) => textContent);

describe('announce', () => {
  let timers: HeldTimers;
  beforeEach(() => {
    timers = holdTimers(8000);
  });
  afterEach(() => timers.release());

  it('has one region for each urgency, both there and empty from the beginning', async () => {
    const element = await speaking();
    for (const urgency of ['polite', 'assertive']) {
      expect(element.renderRoot.querySelectorAll(`[aria-live=${urgency}]`)).to.have.lengthOf(1);
      expect(said(element, urgency)).to.deep.equal([]);
    }
    expect(region(element, 'polite').getAttribute('role')).to.equal('status');
    expect(region(element, 'assertive').getAttribute('role')).to.equal('alert');
  });

  it('says text, as text, in the region of its urgency', async () => {
    const element = await speaking();
    announce(element.renderRoot, '<b>Ringing</b>', 'polite');
    announce(element.renderRoot, 'Anna is calling', 'assertive');
    expect(said(element)).to.deep.equal(['<b>Ringing</b>']);
    expect(said(element, 'assertive')).to.deep.equal(['Anna is calling']);
  });

  it('says the same twice by adding it twice, in regions that stay', async () => {
    const element = await speaking();
    const before = region(element, 'polite');
    const added: (string | null)[] = [];
    const watch = new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) added.push(node.textContent);
    });
    watch.observe(before, { childList: true, subtree: true });
    announce(element.renderRoot, 'Reconnecting…', 'polite');
    announce(element.renderRoot, 'Reconnecting…', 'polite');
    element.requestUpdate();
    await element.updateComplete;
    watch.disconnect();
    expect(added).to.deep.equal(['Reconnecting…', 'Reconnecting…']);
    expect(region(element, 'polite')).to.equal(before);
  });

  it('forgets old news', async () => {
    const element = await speaking();
    announce(element.renderRoot, 'One', 'polite');
    announce(element.renderRoot, 'Two', 'polite');
    announce(element.renderRoot, 'Three', 'assertive');
    timers.pass();
    expect(said(element)).to.deep.equal(['Two']);
    timers.pass();
    expect(said(element)).to.deep.equal([]);
    expect(said(element, 'assertive')).to.deep.equal(['Three']);
  });

  it('takes nothing old along to another place', async () => {
    const element = await speaking();
    announce(element.renderRoot, 'One', 'polite');
    announce(element.renderRoot, 'Two', 'assertive');
    forgetAnnouncements(element.renderRoot);
    expect([...said(element), ...said(element, 'assertive')]).to.deep.equal([]);
    announce(element.renderRoot, 'Three', 'polite');
    expect(said(element)).to.deep.equal(['Three']);
    timers.pass();
    expect(said(element), 'the first is gone already').to.deep.equal(['Three']);
  });

  it('is heard, not seen', async () => {
    const element = await speaking();
    announce(element.renderRoot, 'A long sentence that would take some room', 'polite');
    const { width, height } = region(element, 'polite').getBoundingClientRect();
    expect([width, height]).to.deep.equal([1, 1]);
    expect(getComputedStyle(region(element, 'polite')).visibility).to.equal('visible');
    await expect(element).to.be.accessible();
  });
});
