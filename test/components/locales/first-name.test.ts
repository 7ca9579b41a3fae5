import { expect, fixture, html } from '@open-wc/testing';
import { firstName, isolated } from '../../../components/locales/first-name.ts';
import { painted } from '../locales/painted.ts';

async function paintedIn(text: string): Promise<string> {
  return painted(await fixture(html`<p dir="ltr">${text}</p>`));
}

describe('names in sentences', () => {
  it('are the first word of one', () => {
    expect(firstName('Anna Maria Berger')).to.equal('Anna');
    expect(firstName('  Anna\u00a0Berger')).to.equal('Anna');
    expect(firstName('Anna')).to.equal('Anna');
    expect(firstName('')).to.equal('');
  });

  it('keep numbers behind them in their order', async () => {
    const text = `${isolated('דנה')}, 29.02.2024, 09:05`;
    expect(await paintedIn(text)).to.equal('הנד, 29.02.2024, 09:05');
    expect(await paintedIn('דנה, 29.02.2024, 09:05'), 'as it would be').not.to.equal(
      'הנד, 29.02.2024, 09:05',
    );
  });

  it('cannot turn what is said after them', async () => {
    for (const name of ['\u202eEve', 'Eve\u202e', '\u2067Eve', 'Eve\u2069\u202e', '\u200fEve'])
      expect(await paintedIn(`${isolated(name)} hung up`), JSON.stringify(name)).to.equal('Eve hung up');
  });

  it('are as they are where nothing can go wrong', () => {
    for (const name of ['Anna Berger', 'Åsa', '山田', 'Анна', '👩‍🚒']) expect(isolated(name)).to.equal(name);
  });
});
