import { expect, html } from '@open-wc/testing';
import { FamedlyDuration } from '../../../components/parts/duration/duration.ts';
import { FamedlyGroupBar } from '../../../components/parts/group-bar/group-bar.ts';
import { GroupRequestEvent } from '../../../components/parts/group-request.ts';
import { register } from '../../../components/register.ts';
import { words } from '../group-tile/group-tile-of.ts';
import { stageWith } from '../sheet/stage.ts';

before(() => register({ 'famedly-duration': FamedlyDuration, 'famedly-group-bar': FamedlyGroupBar }));

async function barWith(more: Partial<FamedlyGroupBar> = {}, width = 800) {
  const stage = await stageWith(html`<famedly-group-bar .words=${words}></famedly-group-bar>`, width);
  const bar = stage.find('famedly-group-bar');
  const asked: unknown[] = [];
  stage.addEventListener(GroupRequestEvent.type, ({ request }) => asked.push(request));
  const usual = { name: 'Ward 3', since: Date.now() - 61_000, tag: 'en', encrypted: true, count: 4 } as const;
  Object.assign(bar, usual, { layout: 'grid', peopleShown: false, canFullScreen: true }, more);
  await bar.updateComplete;
  const button = (name: string) => bar.renderRoot.querySelector<HTMLElement>(`[aria-label="${name}"]`)!;
  const seen = () => bar.renderRoot.querySelector<HTMLElement>('.bar')?.innerText.replace(/\s+/gu, ' ') ?? '';
  return { bar, asked, button, seen };
}

describe('famedly-group-bar', () => {
  it('says which room, how private and how many', async () => {
    const { bar, seen } = await barWith({}, 1440);
    expect(seen()).to.contain('Ward 3').and.contain('End-to-end encrypted').and.contain('4');
    bar.encrypted = false;
    await bar.updateComplete;
    expect(seen()).to.contain('Not encrypted');
    await expect(bar).to.be.accessible();
  });

  it('says how private it is in a word where there is less room', async () => {
    const { seen } = await barWith({}, 800);
    expect(seen()).to.contain('Encrypted').and.not.contain('End-to-end');
  });

  it('asks for another layout and for the people, and shows what is on', async () => {
    const { bar, asked, button } = await barWith();
    expect(button('Grid').ariaPressed).to.equal('true');
    button('Spotlight').click();
    expect(button('Spotlight').ariaPressed).to.equal('false');
    button('People: 4').click();
    bar.peopleShown = true;
    await bar.updateComplete;
    expect(button('People: 4').ariaExpanded).to.equal('true');
    button('People: 4').click();
    expect(asked).to.deep.equal([
      { do: 'lay-out', layout: 'spotlight' },
      { do: 'show-people', on: true },
      { do: 'show-people', on: false },
    ]);
  });

  it('keeps the room and the people where it is narrow', async () => {
    const { bar, button } = await barWith({ name: 'A very long name of a room' }, 240);
    expect(button('Spotlight').checkVisibility()).to.equal(false);
    expect(button('People: 4').checkVisibility()).to.equal(true);
    expect(bar.scrollWidth).to.be.at.most(bar.clientWidth);
    await expect(bar).to.be.accessible();
  });
});
