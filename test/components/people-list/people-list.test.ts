import { expect, html } from '@open-wc/testing';
import { FamedlyAvatar } from '../../../components/parts/avatar/avatar.ts';
import { GroupRequestEvent } from '../../../components/parts/group-request.ts';
import type { GroupRequest } from '../../../components/parts/group-request.ts';
import type { ListedPerson } from '../../../components/parts/people-list/listed-person.ts';
import { FamedlyPeopleList } from '../../../components/parts/people-list/people-list.ts';
import { register } from '../../../components/register.ts';
import { words } from '../group-tile/group-tile-of.ts';
import { focused, press, stageWith } from '../sheet/stage.ts';

before(() => register({ 'famedly-avatar': FamedlyAvatar, 'famedly-people-list': FamedlyPeopleList }));

function person(participant: string, more: Partial<ListedPerson> = {}): ListedPerson {
  return {
    participant,
    userId: `@${participant}:one.test`,
    name: `${participant} Berger`,
    avatar: '',
    self: false,
    muted: false,
    speaking: false,
    handRaised: false,
    weak: false,
    mutedForMe: false,
    volume: 1,
    tile: `${participant}:camera`,
    pinned: false,
    ...more,
  };
}

async function listOf(people: readonly ListedPerson[], width = 320, height = 600) {
  const stage = await stageWith(
    html`<famedly-people-list .words=${words} .people=${people}></famedly-people-list>`,
    width,
  );
  stage.style.setProperty('block-size', `${height}px`);
  const list = stage.find('famedly-people-list');
  list.style.setProperty('block-size', '100%');
  await list.updateComplete;
  const asked: GroupRequest[] = [];
  stage.addEventListener(GroupRequestEvent.type, ({ request }) => asked.push(request));
  return { list, asked };
}

const rows = (of: FamedlyPeopleList) => [...of.renderRoot.querySelectorAll<HTMLElement>('li')];
const said = (of: FamedlyPeopleList) => rows(of).map((row) => row.innerText.replace(/\s+/gu, ' ').trim());
const button = (of: FamedlyPeopleList, label: string) =>
  [...of.renderRoot.querySelectorAll<HTMLElement>('button')].find(
    (at) => (at.ariaLabel ?? at.innerText.trim()) === label,
  );
const slider = (of: FamedlyPeopleList) => of.renderRoot.querySelector('input');

async function open(of: FamedlyPeopleList, name: string): Promise<void> {
  button(of, `More about ${name}`)!.click();
  await of.updateComplete;
}

describe('famedly-people-list', () => {
  it('says who is there and what matters most of each', async () => {
    const { list } = await listOf([
      person('max', { self: true }),
      person('carla', { handRaised: true, muted: true, weak: true }),
      person('ben', { speaking: true }),
      person('emre', { weak: true, speaking: true }),
      person('farah', { mutedForMe: true }),
    ]);
    expect(said(list)).to.deep.equal([
      'You',
      'carla Berger Hand raised Muted',
      'ben Berger Speaking',
      'emre Berger Weak connection',
      'farah Berger Quiet for you',
    ]);
    expect(list.renderRoot.querySelector('h2')!.innerText).to.equal('People 5');
    expect(list.renderRoot.querySelector('famedly-avatar')!.name).to.equal('max Berger');
  });

  it('opens what can be done about one person at a time', async () => {
    const { list } = await listOf([person('ben'), person('carla')]);
    expect(slider(list)).to.be.null;
    await open(list, 'ben Berger');
    expect(button(list, 'More about ben Berger')!.ariaExpanded).to.equal('true');
    await open(list, 'carla Berger');
    expect(button(list, 'More about ben Berger')!.ariaExpanded).to.equal('false');
    expect(list.renderRoot.querySelectorAll('.about')).to.have.length(1);
    await open(list, 'carla Berger');
    expect(list.renderRoot.querySelector('.about')).to.be.null;
  });

  it('brings into view what was opened at the bottom', async () => {
    const many = Array.from({ length: 12 }, (_, at) => person(`p${at}`));
    const { list } = await listOf(many, 240, 300);
    await open(list, 'p3 Berger');
    const box = list.renderRoot.querySelector('.list')!.getBoundingClientRect();
    expect(list.renderRoot.querySelector('.about')!.getBoundingClientRect().bottom).to.be.at.most(
      box.bottom + 1,
    );
  });

  it('asks to mute somebody for me, and back', async () => {
    const { list, asked } = await listOf([person('ben')]);
    await open(list, 'ben Berger');
    button(list, 'Mute for me')!.click();
    list.people = [person('ben', { mutedForMe: true })];
    await list.updateComplete;
    button(list, 'Unmute for me')!.click();
    expect(asked).to.deep.equal([
      { do: 'mute-for-me', participant: 'ben', muted: true },
      { do: 'mute-for-me', participant: 'ben', muted: false },
    ]);
  });

  it('asks for another volume', async () => {
    const { list, asked } = await listOf([person('ben', { volume: 0.4 })]);
    await open(list, 'ben Berger');
    expect(slider(list)!.valueAsNumber).to.equal(40);
    slider(list)!.valueAsNumber = 75;
    slider(list)!.dispatchEvent(new Event('input'));
    expect(asked).to.deep.equal([{ do: 'set-volume', participant: 'ben', volume: 0.75 }]);
  });

  it('pins the camera of somebody, ours too, of whom nothing else can be done', async () => {
    const { list, asked } = await listOf([person('max', { self: true }), person('ben', { pinned: true })]);
    await open(list, 'You');
    expect(slider(list)).to.be.null;
    expect(button(list, 'Mute for me')).to.be.undefined;
    button(list, 'Pin')!.click();
    await open(list, 'ben Berger');
    button(list, 'Unpin')!.click();
    expect(asked).to.deep.equal([
      { do: 'pin', tile: 'max:camera', on: true },
      { do: 'pin', tile: 'ben:camera', on: false },
    ]);
  });

  it('stays with the person who is open when others come', async () => {
    const { list } = await listOf([person('ben')]);
    await open(list, 'ben Berger');
    list.people = [person('anna'), person('ben')];
    await list.updateComplete;
    expect(rows(list)[1]!.querySelector('.about')).not.to.be.null;
    expect(rows(list)[0]!.querySelector('.about')).to.be.null;
  });

  it('asks to copy the link where people can be invited', async () => {
    const { list, asked } = await listOf([person('ben')]);
    expect(button(list, 'Copy invite link')).to.be.undefined;
    list.canInvite = true;
    await list.updateComplete;
    button(list, 'Copy invite link')!.click();
    expect(asked).to.deep.equal([{ do: 'copy-invite-link' }]);
  });

  it('closes by its button and by Escape: first what is open within, then itself', async () => {
    const { list, asked } = await listOf([person('ben')]);
    list.focus();
    expect(focused()).to.equal(button(list, 'Close'));
    button(list, 'Close')!.click();
    await open(list, 'ben Berger');
    slider(list)!.focus();
    press(focused()!, 'Escape');
    await list.updateComplete;
    expect(slider(list)).to.be.null;
    expect(focused()).to.equal(button(list, 'More about ben Berger'));
    expect(asked).to.have.length(1);
    press(focused()!, 'Escape');
    expect(asked).to.deep.equal([
      { do: 'show-people', on: false },
      { do: 'show-people', on: false },
    ]);
  });

  it('shows names as text', async () => {
    const { list } = await listOf([person('ben', { name: '<img src=x>' })]);
    expect(said(list)).to.deep.equal(['<img src=x>']);
  });

  it('is accessible, wide and narrow', async () => {
    for (const width of [320, 224]) {
      const { list } = await listOf(
        [person('max', { self: true }), person('ben', { handRaised: true })],
        width,
      );
      list.canInvite = true;
      await open(list, 'ben Berger');
      await expect(list).to.be.accessible();
    }
  });
});
