import { expect, html } from '@open-wc/testing';
import { FamedlyAvatar } from '../../../components/parts/avatar/avatar.ts';
import { hue } from '../../../components/parts/avatar/hue.ts';
import { initials } from '../../../components/parts/avatar/initials.ts';
import { hueStyles } from '../../../components/theme/hue.styles.ts';
import { stageWith } from '../sheet/stage.ts';
import { until } from '../../until.ts';

before(() => {
  if (!customElements.get('famedly-avatar')) customElements.define('famedly-avatar', FamedlyAvatar);
});

const urls: string[] = [];
afterEach(() => {
  for (const url of urls.splice(0)) URL.revokeObjectURL(url);
});

function blobUrl(blob: Blob): string {
  const url = URL.createObjectURL(blob);
  urls.push(url);
  return url;
}

async function picture(): Promise<string> {
  const canvas = new OffscreenCanvas(8, 8);
  canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
  return blobUrl(await canvas.convertToBlob());
}

async function avatar(src = ''): Promise<FamedlyAvatar> {
  const stage = await stageWith(
    html`<famedly-avatar name="Anna Berger" .userId=${'@anna:one.test'} src=${src}></famedly-avatar>`,
  );
  return stage.find('famedly-avatar');
}

const box = (of: FamedlyAvatar) => of.renderRoot.querySelector('.avatar')!;
const seen = (of: FamedlyAvatar) => box(of).textContent.trim();

describe('initials', () => {
  const table: [name: string, expected: string][] = [
    ['Anna Berger', 'AB'],
    ['Anna Maria  von Berger', 'AB'],
    ['anna', 'A'],
    ['', '?'],
    ['  … ()', '?'],
    ['@anna:one.test', 'A'],
    ['Åsa Öberg', 'ÅÖ'],
    ['A\u030asa', 'A\u030a'],
    ['👩‍🚒 Anna', '👩‍🚒A'],
    ['🇨🇭 Anna', '🇨🇭A'],
    ['山田 太郎', '山太'],
    ['\u202eAnna', 'A'],
    ['ßa', 'S'],
  ];
  for (const [name, expected] of table) {
    it(`of ${JSON.stringify(name)} are ${expected}`, () => expect(initials(name)).to.equal(expected));
  }
});

describe('hue', () => {
  it('is one of eight, the same each time, and all are used about equally', () => {
    const counts = new Map<number, number>();
    for (let person = 0; person < 800; person += 1) {
      const is = hue(`@person${person}:one.test`);
      expect(hue(`@person${person}:one.test`)).to.equal(is);
      counts.set(is, (counts.get(is) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(Math.min(...counts.values())).to.be.above(50);
  });

  it('lets white initials be read on each', () => {
    const colours = hueStyles.cssText.match(/#[\da-f]{6}/g) ?? [];
    expect(colours).to.have.lengthOf(8);
    for (const colour of colours) {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
        const part = parseInt(colour.slice(at, at + 2), 16) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      expect(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05), colour).to.be.above(5.3);
    }
  });
});

describe('famedly-avatar', () => {
  it('shows initials on the colour of the person, to the eye alone', async () => {
    const element = await avatar();
    expect(seen(element)).to.equal('AB');
    expect(box(element).getAttribute('data-hue')).to.equal(String(hue('@anna:one.test')));
    expect(box(element).getAttribute('aria-hidden')).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('shows the picture once it is there', async () => {
    const element = await avatar(await picture());
    await until(() => seen(element) === '');
    expect(element.renderRoot.querySelector('img')?.naturalWidth).to.equal(8);
  });

  it('keeps the initials where the picture is none, and shows the next one', async () => {
    const broken = blobUrl(new Blob(['no picture']));
    const element = await avatar(await picture());
    await until(() => seen(element) === '');
    element.src = broken;
    const image = element.renderRoot.querySelector('img')!;
    await until(() => image.src === broken && image.complete && image.naturalWidth === 0);
    expect(seen(element)).to.equal('AB');
    element.src = await picture();
    await until(() => seen(element) === '');
    element.src = '';
    await until(() => seen(element) === 'AB');
  });

  it('is as big as it is told: itself, by what is around, or by the frame', async () => {
    const element = await avatar();
    expect(element.offsetWidth).to.equal(112);
    const around = element.getRootNode() as ShadowRoot;
    (around.host as HTMLElement).style.setProperty('--_avatar', '80px');
    expect(element.offsetWidth).to.equal(80);
    (around.host as HTMLElement).style.setProperty('--_s', '60px');
    expect(element.offsetWidth).to.equal(60);
    element.style.setProperty('--_s', '40px');
    expect([element.offsetWidth, element.offsetHeight]).to.deep.equal([40, 40]);
  });
});
