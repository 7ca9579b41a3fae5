import { expect, html } from '@open-wc/testing';
import { FamedlyAvatar } from '../../../components/parts/avatar/avatar.ts';
import { FamedlyTile } from '../../../components/parts/tile/tile.ts';
import { stageWith } from '../sheet/stage.ts';
import { pictures, stopPictures } from './moving-picture.ts';
import { until } from '../../until.ts';

before(() => {
  if (!customElements.get('famedly-avatar')) customElements.define('famedly-avatar', FamedlyAvatar);
  if (!customElements.get('famedly-tile')) customElements.define('famedly-tile', FamedlyTile);
});

afterEach(stopPictures);

async function tile(properties: Partial<FamedlyTile> = {}, width = 400, height = 300): Promise<FamedlyTile> {
  const stage = await stageWith(
    html`<famedly-tile .name=${'Anna Berger'} .userId=${'@anna:one.test'}></famedly-tile>`,
    width,
  );
  stage.style.setProperty('block-size', `${height}px`);
  const element = stage.find('famedly-tile');
  element.style.setProperty('block-size', '100%');
  Object.assign(element, properties);
  await element.updateComplete;
  return element;
}

const part = (of: FamedlyTile, selector: string) => of.renderRoot.querySelector<HTMLElement>(selector)!;
const showsAvatar = (of: FamedlyTile) => of.renderRoot.querySelector('famedly-avatar') !== null;

async function pictured(properties: Partial<FamedlyTile> = {}): Promise<FamedlyTile> {
  const element = await tile({ stream: pictures().stream, ...properties });
  await until(() => !showsAvatar(element), 'the picture comes');
  return element;
}

describe('famedly-tile', () => {
  it('shows who it is until a picture comes, then the picture', async () => {
    const element = await tile();
    expect(element.video).to.be.null;
    expect(showsAvatar(element)).to.be.true;
    element.stream = pictures().stream;
    await element.updateComplete;
    expect(showsAvatar(element), 'nothing to see yet').to.be.true;
    await until(() => !showsAvatar(element));
    expect(element.video!.videoWidth).to.equal(64);
    expect(element.video!.paused).to.be.false;
    element.stream = null;
    await element.updateComplete;
    expect(element.video).to.be.null;
    expect(showsAvatar(element)).to.be.true;
  });

  it('is silent and says whose picture it is', async () => {
    const { video } = await pictured();
    expect(video!.muted).to.be.true;
    expect(video!.playsInline).to.be.true;
    expect(video!.disablePictureInPicture).to.be.false;
    expect(video!.getAttribute('aria-label')).to.equal('Anna Berger');
  });

  it('takes a stream once, and the next one when it changes', async () => {
    const element = await pictured({ label: 'Anna' });
    const { video } = element;
    let emptied = 0;
    video!.addEventListener('emptied', () => (emptied += 1));
    element.label = 'Anna Berger';
    await element.updateComplete;
    const next = pictures(32, 32).stream;
    element.stream = next;
    await until(() => video!.videoWidth === 32);
    expect(emptied).to.equal(1);
    expect(element.video).to.equal(video);
    expect(video!.srcObject).to.equal(next);
  });

  it('plays on after it was moved in the page', async () => {
    const element = await pictured();
    const { video } = element;
    const home = element.parentNode!;
    element.remove();
    await until(() => video!.paused, 'the browser stops it');
    home.append(element);
    await until(() => !video!.paused);
    expect(element.video).to.equal(video);
  });

  it('shows a track that the page adds to the stream later', async () => {
    const element = await tile({ stream: new MediaStream() });
    expect(showsAvatar(element)).to.be.true;
    element.stream!.addTrack(pictures().stream.getVideoTracks()[0]!);
    await until(() => !showsAvatar(element));
  });

  it('plays on when the other side adds a track', async () => {
    const element = await pictured();
    element.video!.pause();
    element.stream!.dispatchEvent(new Event('addtrack'));
    await until(() => !element.video!.paused);
  });

  it('shows who it is when the track ends, also of a stream that it has after having been moved', async () => {
    const element = await pictured();
    const home = element.parentNode!;
    element.remove();
    home.append(element);
    const [track] = element.stream!.getVideoTracks();
    track!.stop();
    track!.dispatchEvent(new Event('ended'));
    await element.updateComplete;
    expect(showsAvatar(element)).to.be.true;
  });

  it('fills its box with a camera, mirrored or not', async () => {
    const element = await pictured();
    const style = getComputedStyle(element.video!);
    expect(style.objectFit).to.equal('cover');
    expect(style.transform).to.equal('none');
    element.toggleAttribute('mirrored', true);
    expect(style.transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
    expect(element.video!.offsetWidth / element.video!.offsetHeight).to.be.closeTo(400 / 300, 0.01);
  });

  it('tells the ratio of what it shows, also when it turns', async () => {
    const { stream, canvas } = pictures(80, 40);
    const element = await pictured({ stream });
    const ratio = () => element.style.getPropertyValue('--_ratio');
    expect(ratio()).to.equal('2');
    Object.assign(canvas, { width: 40, height: 80 });
    await until(() => ratio() === '0.5');
  });

  it('has a plate with the label, and with what is put before it', async () => {
    const element = await tile({ label: 'Anna' });
    const mark = document.createElement('i');
    element.append(mark);
    const [label, slotted] = [part(element, '.plate bdi'), mark].map((each) => each.getBoundingClientRect());
    expect(part(element, '.plate').innerText.trim()).to.equal('Anna');
    expect(slotted!.right).to.be.at.most(label!.left);
    await expect(element).to.be.accessible();
    element.label = '';
    await element.updateComplete;
    expect(part(element, '.plate')).to.be.null;
  });

  it('is but its picture when it fills the stage', async () => {
    const element = await pictured();
    element.toggleAttribute('bare', true);
    expect(getComputedStyle(part(element, '.tile')).borderRadius).to.equal('0px');
    expect(getComputedStyle(part(element, '.tile')).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
    await expect(element).to.be.accessible();
  });

  it('keeps the name of others text', async () => {
    const element = await tile({ label: '<img src=x> \u202eAnna' });
    expect(part(element, '.plate bdi').textContent).to.equal('<img src=x> \u202eAnna');
    expect(part(element, '.plate img')).to.be.null;
  });
});
