import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { wholeWords } from '../../../components/locales/whole-words.ts';
import { en } from '../../../components/locales/en.ts';
import type { Words } from '../../../components/locales/en.ts';
import { Language } from '../../../components/locales/language.ts';
import { LanguagePack } from '../../../components/locales/language-pack.ts';
import { formatDuration, formatMissed } from '../../../components/locales/times.ts';
import { until } from '../../until.ts';

class TestSpeaker extends LitElement {
  readonly language: Language = new Language(this);

  override render() {
    return html`${this.language.words.end}`;
  }
}

/** French comes as it is told to, at once asked for again when it did not. */
class TestFrench extends LitElement {
  static fetch: () => Promise<Words>;
  asked = 0;
  readonly language: Language = new Language(this, {
    fr: new LanguagePack(() => {
      this.asked += 1;
      return TestFrench.fetch();
    }, 1),
  });

  override render() {
    return html`${this.language.words.end}`;
  }
}

before(() => {
  customElements.define('test-speaker', TestSpeaker);
  customElements.define('test-french', TestFrench);
});

const own = document.documentElement.lang;
beforeEach(() => (document.documentElement.lang = 'en'));
after(() => (document.documentElement.lang = own));

const says = (speaker: Element) => speaker.shadowRoot?.textContent.trim();

async function german(speaker: Element): Promise<void> {
  await until(() => says(speaker) === 'Auflegen', 'German comes');
}
async function english(speaker: Element): Promise<void> {
  await until(() => says(speaker) === 'End', 'English comes');
}

const speaker = (lang = '') => fixture<TestSpeaker>(html`<test-speaker lang=${lang}></test-speaker>`);

describe('Language', () => {
  it("is the element's own, before that of what it stands in", async () => {
    const around = await fixture(html`<div lang="en"><test-speaker lang="de-AT"></test-speaker></div>`);
    const element = around.querySelector<TestSpeaker>('test-speaker')!;
    await german(element);
    expect(element.language.tag).to.equal('de-AT');
  });

  it('changes with its own', async () => {
    const element = await speaker('en');
    element.lang = 'DE';
    await german(element);
    element.lang = 'en-GB';
    await english(element);
    expect(element.language.tag).to.equal('en-GB');
  });

  it('is that of an ancestor, and changes with it', async () => {
    const around = await fixture<HTMLElement>(
      html`<div lang="de">
        <p><test-speaker></test-speaker></p>
      </div>`,
    );
    const element = around.querySelector('test-speaker')!;
    await german(element);
    around.lang = 'en';
    await english(element);
  });

  it('is that of an ancestor outside of the shadow tree, and changes with it', async () => {
    const around = await fixture<HTMLElement>(html`<div lang="de"><p></p></div>`);
    const root = around.querySelector('p')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<section><test-speaker></test-speaker></section>';
    const element = root.querySelector('test-speaker')!;
    await german(element);
    around.lang = 'en';
    await english(element);
    root.querySelector('section')!.lang = 'de';
    await german(element);
  });

  it('is that of the page, and changes with it', async () => {
    document.documentElement.lang = 'de';
    const element = await speaker();
    await german(element);
    document.documentElement.lang = 'en';
    await english(element);
  });

  it("is the browser's where the page says none", async () => {
    document.documentElement.removeAttribute('lang');
    const element = await speaker();
    expect(element.language.tag).to.equal(navigator.language);
  });

  it('is that of where it is moved to', async () => {
    const places = await fixture(
      html`<div>
        <p lang="de"></p>
        <p lang="en"></p>
      </div>`,
    );
    const [first, second] = places.children;
    const element = document.createElement('test-speaker');
    first!.append(element);
    await german(element);
    second!.append(element);
    await english(element);
  });

  it('is English words where it is unknown, and its own for times', async () => {
    const element = await speaker('ar-EG');
    expect(says(element)).to.equal('End');
    expect(formatDuration(5000, element.language.tag)).to.equal('٠:٠٥');
  });

  for (const nonsense of ['x y!', '-', 'de_DE', 'constructor', '__proto__', 'e', 'en-US@posix', 'valueOf']) {
    it(`never lets Intl throw: ${nonsense}`, async () => {
      const element = await speaker(nonsense);
      expect(says(element)).to.equal('End');
      const { tag, words } = element.language;
      expect(formatDuration(5000, tag)).to.equal('0:05');
      expect(formatMissed(0, tag, wholeWords(words))).to.contain('19');
    });
  }

  it('may be another for each element of a page', async () => {
    const both = await fixture(html`
      <div><test-speaker lang="de"></test-speaker><test-speaker lang="en"></test-speaker></div>
    `);
    const [first, second] = both.querySelectorAll('test-speaker');
    await german(first!);
    expect(says(second!)).to.equal('End');
  });

  it('listens to nothing once its element is gone', async () => {
    const element = await speaker();
    element.remove();
    let rendered = false;
    element.requestUpdate = () => (rendered = true);
    document.documentElement.lang = 'de';
    const witness = await speaker();
    await german(witness);
    expect(rendered).to.be.false;
  });
});

describe('a language that does not come', () => {
  const french: Words = { ...en, language: 'fr', end: 'Raccrocher' };
  const element = () => fixture<TestFrench>(html`<test-french lang="fr"></test-french>`);

  it('is English meanwhile, and is asked for again until it comes', async () => {
    TestFrench.fetch = () => Promise.reject(new Error('away'));
    const test = await element();
    await until(() => test.asked > 2, 'it is asked for again');
    expect(says(test)).to.equal('End');
    TestFrench.fetch = () => Promise.resolve(french);
    await until(() => says(test) === 'Raccrocher');
    const { asked } = test;
    test.requestUpdate();
    await test.updateComplete;
    expect(test.asked).to.equal(asked);
  });

  it('is fetched once, however often the element renders', async () => {
    let come: (words: Words) => void = () => undefined;
    TestFrench.fetch = () => new Promise((resolve) => (come = resolve));
    const test = await element();
    test.requestUpdate();
    await test.updateComplete;
    expect(test.asked).to.equal(1);
    come(french);
    await until(() => says(test) === 'Raccrocher');
  });

  it('is not asked for by an element that is gone', async () => {
    let refuse: (why: Error) => void = () => undefined;
    TestFrench.fetch = () => new Promise((_, reject) => (refuse = reject));
    const gone = await element();
    fixtureCleanup();
    refuse(new Error('away'));
    TestFrench.fetch = () => Promise.reject(new Error('away'));
    const still = await element();
    await until(() => still.asked > 3, 'that of an element that is there is');
    expect(gone.asked).to.equal(1);
  });
});
