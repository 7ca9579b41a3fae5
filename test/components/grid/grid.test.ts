import { expect, html, oneEvent } from '@open-wc/testing';
import { FamedlyAvatar } from '../../../components/parts/avatar/avatar.ts';
import { FamedlyGrid, extendGrid } from '../../../components/parts/grid/grid.ts';
import { tileAt } from '../../../components/parts/grid/tile-at.ts';
import { tileLayout } from '../../../components/parts/grid/tile-layout.ts';
import { TilesShownEvent } from '../../../components/parts/grid/tiles-shown-event.ts';
import type { GroupRequestEvent } from '../../../components/parts/group-request.ts';
import { FamedlyGroupTile } from '../../../components/parts/group-tile/group-tile.ts';
import { showWholeTiles } from '../../../components/parts/group-tile/whole-tile.ts';
import { FamedlyTile } from '../../../components/parts/tile/tile.ts';
import { register } from '../../../components/register.ts';
import { groupTileOf, words } from '../group-tile/group-tile-of.ts';
import { focused, press, stageWith } from '../sheet/stage.ts';
import type { TestStage } from '../sheet/stage.ts';
import { pictures, stopPictures } from '../tile/moving-picture.ts';
import { until } from '../../until.ts';

before(() => {
  register({
    'famedly-avatar': FamedlyAvatar,
    'famedly-tile': FamedlyTile,
    'famedly-group-tile': FamedlyGroupTile,
    'famedly-grid': FamedlyGrid,
  });
  showWholeTiles();
  extendGrid(tileAt, tileLayout);
});

afterEach(stopPictures);

const names = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`);
const people = (count: number) => names(count).map((id) => groupTileOf(id));

interface Standing {
  readonly stage: TestStage;
  readonly grid: FamedlyGrid;
}

async function gridOf(count: number, width = 800, height = 600): Promise<Standing> {
  const stage = await stageWith(html`<famedly-grid .words=${words}></famedly-grid>`, width);
  stage.style.setProperty('block-size', `${height}px`);
  const grid = stage.find('famedly-grid');
  grid.style.setProperty('block-size', '100%');
  grid.tiles = people(count);
  await until(() => shown(grid).length > 0, 'the grid has a size');
  await settled(grid);
  return { stage, grid };
}

/** Nothing moves any more. */
async function settled(grid: FamedlyGrid): Promise<void> {
  await grid.updateComplete;
  const moving = grid.renderRoot.querySelector('.tiles')!.getAnimations({ subtree: true });
  await Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)));
}

const tiles = (grid: FamedlyGrid) => [...grid.renderRoot.querySelectorAll('famedly-group-tile')];
const shown = (grid: FamedlyGrid) =>
  tiles(grid).filter((tile) => tile.checkVisibility() && tile.offsetWidth > 0);
const tileOf = (grid: FamedlyGrid, id: string) => tiles(grid).find(({ tile }) => tile.id === id)!;
const more = (grid: FamedlyGrid) => grid.renderRoot.querySelector<HTMLElement>('.more:not([hidden]) button');
const box = (grid: FamedlyGrid, id: string) => tileOf(grid, id).getBoundingClientRect();
const focusedTile = () => {
  const root = focused()?.getRootNode();
  return root instanceof ShadowRoot && root.host instanceof FamedlyGroupTile ? root.host.tile.id : null;
};

describe('famedly-grid', () => {
  it('lays its tiles side by side in its box, in their order', async () => {
    const { grid } = await gridOf(4);
    expect(shown(grid)).to.have.length(4);
    const frame = grid.getBoundingClientRect();
    const [first, second, third] = names(3).map((id) => box(grid, id));
    expect(second!.left).to.be.greaterThan(first!.right);
    expect(third!.top).to.be.greaterThan(first!.bottom);
    expect(box(grid, 'p3').right).to.be.at.most(frame.right);
    expect(box(grid, 'p3').bottom).to.be.at.most(frame.bottom);
  });

  it('follows its box', async () => {
    const { stage, grid } = await gridOf(2);
    expect(box(grid, 'p1').top).to.equal(box(grid, 'p0').top);
    stage.style.setProperty('inline-size', '300px');
    await until(() => box(grid, 'p1').top > box(grid, 'p0').bottom, 'one below the other');
  });

  it('says how many more there are, and asks for all of them', async () => {
    const { grid } = await gridOf(9, 224, 330);
    expect(shown(grid)).to.have.length(7);
    expect(more(grid)!.innerText.replace(/\s+/gu, ' ')).to.equal('+2 more Show all people');
    const asked = oneEvent<GroupRequestEvent>(grid, 'famedly-group-request');
    more(grid)!.click();
    expect((await asked).request).to.deep.equal({ do: 'show-people', on: true });
  });

  it('shows who speaks though there is no room, until another does', async () => {
    const { grid } = await gridOf(9, 224, 330);
    const last = box(grid, 'p6');
    const speak = async (speaker: string | null) => {
      grid.tiles = people(9).map((tile) => ({ ...tile, speaking: tile.id === speaker }));
      await settled(grid);
      return shown(grid).map(({ tile }) => tile.id);
    };
    expect(await speak('p8'))
      .to.include('p8')
      .and.not.to.include('p6');
    expect(box(grid, 'p8')).to.deep.equal(last);
    expect(await speak(null), 'nobody jumps away who stops').to.include('p8');
    expect(await speak('p1')).to.include('p8');
    expect(await speak('p7'))
      .to.include('p7')
      .and.not.to.include('p8');
  });

  it('has the stage big and the rest beside it', async () => {
    const { grid } = await gridOf(4, 1000, 500);
    grid.stage = ['p2'];
    await settled(grid);
    const big = box(grid, 'p2');
    for (const id of ['p0', 'p1', 'p3']) {
      expect(box(grid, id).left).to.be.greaterThan(big.right);
      expect(box(grid, id).width).to.be.lessThan(big.width / 2);
    }
  });

  it('keeps the elements of those who stay when somebody comes or goes', async () => {
    const { grid } = await gridOf(4);
    const before = new Map(tiles(grid).map((element) => [element.tile.id, element]));
    grid.tiles = [...people(4).slice(1), groupTileOf('new')];
    await settled(grid);
    for (const id of ['p1', 'p2', 'p3']) expect(tileOf(grid, id)).to.equal(before.get(id));
    expect(shown(grid)).to.have.length(4);
  });

  it('gives a picture the place that fits its shape', async () => {
    const { grid } = await gridOf(1, 900, 300);
    grid.tiles = [groupTileOf('p0', { stream: pictures(48, 96).stream })];
    await until(() => box(grid, 'p0').width < box(grid, 'p0').height, 'upright');
    expect(box(grid, 'p0').height).to.be.closeTo(300, 1);
  });

  it('tells which tiles are seen and how big, and only when that changes', async () => {
    const { grid } = await gridOf(2);
    const told: TilesShownEvent[] = [];
    grid.addEventListener(TilesShownEvent.type, (event) => told.push(event));
    grid.tiles = grid.tiles.map((tile) => ({ ...tile, speaking: true }));
    await grid.updateComplete;
    expect(told).to.have.length(0);
    grid.tiles = people(3);
    await settled(grid);
    expect(told).to.have.length(1);
    expect([...told[0]!.sizes.keys()]).to.deep.equal(['p0', 'p1', 'p2']);
    expect(told[0]!.sizes.get('p0')!.width).to.be.closeTo(box(grid, 'p0').width, 1);
  });

  it('is one stop for Tab, with arrows from tile to tile', async () => {
    const { grid } = await gridOf(4);
    const stops = () => tiles(grid).filter(({ stop }) => stop);
    expect(stops().map(({ tile }) => tile.id)).to.deep.equal(['p0']);
    stops()[0]!.focus();
    const go = async (key: string) => {
      press(focused()!, key);
      await grid.updateComplete;
      return focusedTile();
    };
    expect(await go('ArrowRight')).to.equal('p1');
    expect(await go('ArrowDown')).to.equal('p3');
    expect(await go('ArrowLeft')).to.equal('p2');
    expect(await go('ArrowLeft'), 'nothing there').to.equal('p2');
    expect(await go('ArrowUp')).to.equal('p0');
    expect(await go('End')).to.equal('p3');
    expect(await go('Home')).to.equal('p0');
    expect(stops()).to.have.length(1);
  });

  it('goes by arrows as it is seen where it is written from right to left', async () => {
    const { stage, grid } = await gridOf(2);
    stage.dir = 'rtl';
    expect(box(grid, 'p1').right).to.be.at.most(box(grid, 'p0').left);
    tileOf(grid, 'p0').focus();
    press(focused()!, 'ArrowLeft');
    expect(focusedTile()).to.equal('p1');
  });

  it('reaches the last cell by keys, too', async () => {
    const { grid } = await gridOf(9, 224, 330);
    tileOf(grid, 'p0').focus();
    press(focused()!, 'End');
    expect(focused()).to.equal(more(grid));
    await grid.updateComplete;
    expect(more(grid)!.tabIndex).to.equal(0);
  });

  it('gives the stop to another tile when its own goes', async () => {
    const { grid } = await gridOf(3);
    tileOf(grid, 'p2').focus();
    await grid.updateComplete;
    grid.tiles = people(2);
    await grid.updateComplete;
    expect(tiles(grid).filter(({ stop }) => stop)).to.have.length(1);
  });

  it('moves tiles when people come or go, and jumps when the box changes', async () => {
    const { stage, grid } = await gridOf(2);
    grid.tiles = people(3);
    await grid.updateComplete;
    expect(tileOf(grid, 'p0').getAnimations().length).to.be.greaterThan(0);
    await settled(grid);
    const { width } = box(grid, 'p0');
    stage.style.setProperty('inline-size', '500px');
    await until(() => box(grid, 'p0').width !== width);
    expect(tileOf(grid, 'p0').getAnimations()).to.have.length(0);
  });

  it('is accessible with a stage, and where not all find room', async () => {
    const { grid } = await gridOf(9, 224, 330);
    await expect(grid).to.be.accessible();
    grid.stage = ['p0'];
    await settled(grid);
    await expect(grid).to.be.accessible();
  });
});
