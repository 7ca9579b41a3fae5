import { expect, html, oneEvent } from '@open-wc/testing';
import { FamedlyAvatar } from '../../../components/parts/avatar/avatar.ts';
import { GroupRequestEvent } from '../../../components/parts/group-request.ts';
import type { GroupRequest } from '../../../components/parts/group-request.ts';
import { FamedlyGroupTile } from '../../../components/parts/group-tile/group-tile.ts';
import type { GroupTile } from '../../../components/parts/group-tile/group-tile.ts';
import type { PictureRatioEvent } from '../../../components/parts/group-tile/picture-ratio-event.ts';
import { showWholeTiles } from '../../../components/parts/group-tile/whole-tile.ts';
import { FamedlyTile } from '../../../components/parts/tile/tile.ts';
import { register } from '../../../components/register.ts';
import { stageWith } from '../sheet/stage.ts';
import { pictures, stopPictures } from '../tile/moving-picture.ts';
import { groupTileOf, words } from './group-tile-of.ts';

before(() => {
  register({
    'famedly-avatar': FamedlyAvatar,
    'famedly-tile': FamedlyTile,
    'famedly-group-tile': FamedlyGroupTile,
  });
  showWholeTiles();
});

afterEach(stopPictures);

async function groupTile(more: Partial<GroupTile> = {}, width = 400): Promise<FamedlyGroupTile> {
  const stage = await stageWith(
    html`<div role="list">
      <famedly-group-tile
        role="listitem"
        .tile=${groupTileOf('anna', more)}
        .words=${words}
      ></famedly-group-tile>
    </div>`,
    width,
  );
  const element = stage.find('famedly-group-tile');
  element.style.setProperty('block-size', '300px');
  await element.updateComplete;
  return element;
}

const part = (of: FamedlyGroupTile, selector: string) => of.renderRoot.querySelector<HTMLElement>(selector);
/** What of it is seen, and what is said. */
const plate = (of: FamedlyGroupTile) => part(of, '.plate')!.innerText.replace(/\s+/gu, ' ').trim();

async function requestsOf(element: FamedlyGroupTile, act: () => void): Promise<GroupRequest[]> {
  const requests: GroupRequest[] = [];
  const note = (event: GroupRequestEvent) => requests.push(event.request);
  element.addEventListener(GroupRequestEvent.type, note);
  act();
  await element.updateComplete;
  element.removeEventListener(GroupRequestEvent.type, note);
  return requests;
}

describe('famedly-group-tile', () => {
  it('says who it is, and ourselves as you', async () => {
    expect(plate(await groupTile())).to.equal('anna Berger');
    expect(plate(await groupTile({ self: true }))).to.equal('You');
  });

  it('has our own initials where we cannot be seen, as others see them', async () => {
    const element = await groupTile({ self: true });
    const tile = element.renderRoot.querySelector('famedly-tile')!;
    await tile.updateComplete;
    expect(tile.renderRoot.querySelector('famedly-avatar')!.name).to.equal('anna Berger');
  });

  it('has the first name alone where there is little room', async () => {
    expect(plate(await groupTile({}, 120))).to.equal('anna');
  });

  it('names a screen after its owner, however narrow it is', async () => {
    expect(plate(await groupTile({ screen: true }, 120))).to.equal('anna Berger’s screen');
    expect(plate(await groupTile({ screen: true, self: true }))).to.equal('Your screen');
  });

  it('says that somebody is muted, speaks, has a weak connection, is not encrypted', async () => {
    const element = await groupTile({ muted: true, speaking: true, weak: true, unencrypted: true });
    expect(plate(element)).to.contain('Muted').and.contain('Speaking');
    expect(part(element, '.marks')!.innerText).to.contain('Weak connection').and.contain('Not encrypted');
    const ring = getComputedStyle(part(element, '.frame')!);
    expect(ring.outlineStyle).to.equal('solid');
    expect(ring.outlineWidth).to.equal('3px');
    const calm = await groupTile();
    expect(getComputedStyle(part(calm, '.frame')!).outlineStyle).to.equal('none');
    expect(part(calm, '.marks')!.innerText.trim()).to.equal('');
  });

  it('shows whose turn it is, and a reaction as text', async () => {
    const element = await groupTile({ hand: 2, reaction: '<b>👍</b>' });
    expect(part(element, '.hand')!.innerText).to.contain('Raised hand, number 2');
    expect(part(element, '.reaction')!.textContent).to.equal('<b>👍</b>');
    expect(part(element, '.reaction')!.getAttribute('aria-label')).to.contain('👍');
  });

  it('asks for a missing key, and shows no picture meanwhile', async () => {
    const element = await groupTile({ locked: true, stream: pictures().stream });
    expect(part(element, '.locked')!.innerText).to.contain('anna Berger’s key has not arrived yet.');
    expect(element.renderRoot.querySelector('famedly-tile')!.video).to.be.null;
    const requests = await requestsOf(element, () => part(element, '.locked button')!.click());
    expect(requests).to.deep.equal([{ do: 'ask-for-key', participant: 'anna' }]);
  });

  it('names whoever has no key or no connection, however small', async () => {
    for (const wrong of [{ locked: true }, { connection: 'failed' as const }]) {
      const element = await groupTile(wrong, 110);
      const { x, y, width, height } = part(element, '.plate')!.getBoundingClientRect();
      const seen = element.shadowRoot!.elementFromPoint(x + width / 2, y + height / 2);
      expect(seen?.closest('.plate')).to.not.be.null;
    }
  });

  it('asks to be pinned and back, by its button and by a double click', async () => {
    const element = await groupTile({ id: 'anna:screen' });
    const button = part(element, '.pin')!;
    expect(button.ariaPressed).to.equal('false');
    expect(await requestsOf(element, () => button.click())).to.deep.equal([
      { do: 'pin', tile: 'anna:screen', on: true },
    ]);
    element.tile = groupTileOf('anna', { pinned: true });
    await element.updateComplete;
    expect(button.ariaPressed).to.equal('true');
    const doubleClick = () => element.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    expect(await requestsOf(element, doubleClick)).to.deep.equal([{ do: 'pin', tile: 'anna', on: false }]);
  });

  it('does not pin thrice for two quick clicks on the button', async () => {
    const element = await groupTile();
    const button = part(element, '.pin')!;
    const requests = await requestsOf(element, () => {
      button.click();
      button.click();
      button.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
    });
    expect(requests).to.have.length(2);
  });

  it('tells the shape of its picture, and of each new one', async () => {
    const { stream, canvas } = pictures(64, 48);
    const element = await groupTile();
    element.tile = groupTileOf('anna', { stream });
    const first = await oneEvent<PictureRatioEvent>(element, 'famedly-picture-ratio');
    expect([first.tile, first.ratio]).to.deep.equal(['anna', 64 / 48]);
    canvas.width = 32;
    const then = await oneEvent<PictureRatioEvent>(element, 'famedly-picture-ratio');
    expect(then.ratio).to.be.closeTo(32 / 48, 0.01);
  });

  it('is accessible, whatever there is to say', async () => {
    const everything = {
      muted: true,
      speaking: true,
      hand: 1,
      reaction: '👍',
      weak: true,
      unencrypted: true,
    };
    await expect(await groupTile(everything)).to.be.accessible();
    await expect(await groupTile({ locked: true })).to.be.accessible();
  });
});
