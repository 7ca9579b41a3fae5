import '../../../components/define-group.ts';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { nextTask } from '../../../components/engine-link/next-task.ts';
import { deepActiveElement } from '../../../components/parts/focus/deep-focus.ts';
import type { FamedlyGroupCall } from '../../../components/group-call/famedly-group-call.ts';
import type { GroupCallSnapshot } from '../../../src/index.ts';
import { until } from '../../until.ts';
import { button, inScene, text } from '../call/stage.ts';
import { whole } from './group-stage.ts';
import { me, participant, ScriptedSession } from './scripted-session.ts';

const anna = participant('anna');
const ben = participant('ben');
const on = { microphone: 'on', camera: 'off', screen: 'off', 'screen-audio': 'off' } as const;
const muted = { ...on, microphone: 'muted' } as const;

describe('famedly-group-call with a scripted session', () => {
  let element: FamedlyGroupCall;
  let session: ScriptedSession;
  beforeEach(() => localStorage.clear());
  afterEach(() => element.remove());

  async function show(changes: Partial<GroupCallSnapshot>, more: Partial<FamedlyGroupCall> = {}) {
    session = new ScriptedSession(changes);
    element = document.createElement('famedly-group-call');
    Object.assign(element, { session: session.shown, ...more });
    document.body.append(element);
    await until(() => element.shadowRoot?.querySelector('.frame') != null, 'the frame');
  }

  async function inCall(changes: Partial<GroupCallSnapshot> = {}, more: Partial<FamedlyGroupCall> = {}) {
    await show(
      { state: 'entered', enteredAt: Date.now(), local: on, participants: [anna], ...changes },
      more,
    );
    await whole(element);
  }

  const told = (): string =>
    [...(element.shadowRoot?.querySelectorAll('[aria-live] p') ?? [])].map((p) => p.textContent).join('|');
  const says = (words: string) =>
    until(() => text(element).includes(words), `the words ${words}: ${text(element)}`);
  const shows = async (part: string): Promise<void> => {
    await until(() => element.shadowRoot?.querySelector(part) != null, part);
    await element.updateComplete;
  };
  const asked = (what: string) => session.asked.filter(([name]) => name === what);

  it('tells who comes, who goes, whose hand is up and who shares, to eye and ear', async () => {
    await inCall();
    session.become({ participants: [anna, ben] });
    await says('ben joined');
    await until(() => told().includes('ben joined'), 'it is said');
    const hand = { participantId: anna.id, key: '🖐️', since: 0, eventId: '$hand' };
    session.become({ hands: [hand] });
    await says('anna raised a hand');
    session.become({ participants: [anna, { ...ben, screensharing: true }] });
    await says('ben is sharing a screen');
    session.become({ participants: [anna, { ...ben, connection: 'failed' }] });
    await says('No connection with ben');
    session.become({ participants: [anna] });
    await says('ben left');
    expect(told()).to.match(/joined\|.*hand\|.*sharing.*\|No connection with ben\|ben left/);
  });

  it('says with whom the connection is weak, or takes long', async () => {
    const weak = (): boolean => text(element).includes('Weak connection');
    await inCall({ participants: [anna, ben] });
    expect(weak()).to.equal(false);
    session.become({ participants: [anna, { ...ben, quality: 'weak' }] });
    await until(weak, 'the sign on a tile');
    session.become({ participants: [anna, { ...ben, connection: 'reconnecting', quality: 'weak' }] });
    await until(() => !weak(), 'that there is no connection says more');
    expect(text(element)).not.to.include('takes long');
    session.become({ participants: [anna, { ...ben, connection: 'reconnecting', takesLong: true }] });
    await says('Connecting to ben takes long');
    await until(() => told().includes('Connecting to ben takes long'), 'it is said');
    session.become({ participants: [anna, { ...ben, connection: 'failed', takesLong: true }] });
    await says('No connection with ben');
    expect(told().match(/takes long/g)).to.have.length(1);
  });

  it('counts those who come at once', async () => {
    await inCall();
    session.become({ participants: [anna, ben, participant('carla'), participant('dora')] });
    await says('3 people joined');
    expect(text(element)).to.not.include('ben joined');
  });

  it('offers to try a connection again that failed', async () => {
    await inCall({ participants: [{ ...anna, connection: 'failed' }] });
    await says('No connection');
    button(element, 'Try again: anna').click();
    expect(asked('retry')).to.deep.equal([['retry', anna.id]]);
  });

  it('says what is wrong for as long as it is', async () => {
    await inCall({ signallingInterrupted: true });
    await says('Signalling is interrupted');
    await until(() => told().includes('Signalling is interrupted'), 'it is said');
    session.become({ signallingInterrupted: false, problem: { code: 'signalling-failed' } });
    await says('Others may not see you yet');
    session.become({ problem: null, participants: [{ ...anna, unreachable: true }] });
    await says('anna’s device cannot be reached safely');
    session.become({ participants: [anna] });
    await until(() => element.shadowRoot?.querySelector('famedly-banner') === null, 'no banner');
  });

  it('says that nobody else is there, and offers the link that invites', async () => {
    await inCall({ participants: [] });
    await says('Nobody else is here. Copy invite link');
    await until(() => told().includes('Nobody else is here'), 'it is said');
    element.style.setProperty('inline-size', '800px');
    button(element, 'Copy invite link').click();
    const toast = () =>
      element.shadowRoot?.querySelector('famedly-toasts')?.renderRoot.querySelector('.toast');
    await until(() => toast() != null, 'a toast');
    const banner = element.shadowRoot?.querySelector('famedly-banner')?.getBoundingClientRect();
    expect(toast()?.getBoundingClientRect().top).to.be.at.least(banner?.bottom ?? Infinity);
    session.become({ participants: [anna] });
    await until(() => element.shadowRoot?.querySelector('famedly-banner') === null, 'no note');
  });

  it('is accessible with the people, more and reactions open', async () => {
    const hand = { participantId: anna.id, key: '🖐️', since: 0, eventId: '$hand' };
    const failed = { ...participant('carla'), connection: 'failed' } as const;
    await inCall({ participants: [{ ...anna, quality: 'weak' }, ben, failed], hands: [hand] });
    await says('Weak connection');
    button(element, 'People: 4').click();
    await says('Copy invite link');
    button(element, 'More about ben').click();
    await says('Mute for me');
    await expect(element).to.be.accessible();
    button(element, 'More').click();
    await shows('famedly-group-more');
    await expect(element).to.be.accessible();
    button(element, 'React').click();
    await shows('famedly-reactions');
    await expect(element).to.be.accessible();
  });

  it('saves data where the person wants, the next time too', async () => {
    await inCall();
    button(element, 'More').click();
    await shows('famedly-group-more');
    button(element, 'Save data').click();
    expect(asked('saveData')).to.deep.equal([['saveData', true]]);
    session.become({ savesData: true });
    element.remove();
    await inCall();
    await until(() => asked('saveData').length > 0, 'it is remembered');
    expect(asked('saveData')).to.deep.equal([['saveData', true]]);
    session.become({ savesData: true });
    button(element, 'More').click();
    await shows('famedly-group-more');
    button(element, 'Send full quality').click();
    expect(asked('saveData').at(-1)).to.deep.equal(['saveData', false]);
  });

  it('has keys while it has the focus', async () => {
    await inCall();
    button(element, 'Mute microphone').focus();
    for (const key of ['m', 'v', 's', 'h']) await sendKeys({ press: key });
    await until(() => asked('react').length > 0, 'the hand');
    expect(session.asked.slice(-4)).to.deep.equal([
      ['microphone', true],
      ['camera', false],
      ['screen', true],
      ['react', '🖐️', { ephemeral: false }],
    ]);
    await sendKeys({ press: '?' });
    await says('Hold to talk while muted');
    await sendKeys({ press: 'Escape' });
    await until(() => element.shadowRoot?.querySelector('famedly-sheet') === null, 'it is closed');
  });

  it('closes what lies over it where Tab leads out, and by Esc wherever the focus is in it', async () => {
    const gone = () =>
      until(() => element.shadowRoot?.querySelector('famedly-sheet') === null, 'it is closed');
    await inCall();
    const next = document.createElement('button');
    element.after(next);
    const mute = button(element, 'Mute microphone');
    mute.focus();
    await sendKeys({ press: '?' });
    await says('Hold to talk while muted');
    await sendKeys({ press: 'Tab' });
    await gone();
    await element.updateComplete;
    await nextTask();
    expect(document.activeElement).to.equal(next);
    next.remove();
    mute.focus();
    await sendKeys({ press: '?' });
    await says('Hold to talk while muted');
    mute.focus();
    await sendKeys({ press: 'Escape' });
    await gone();
    await nextTask();
    expect(deepActiveElement()).to.equal(mute);
  });

  it('lets one talk while the space key is held', async () => {
    await inCall({ local: muted });
    element.shadowRoot?.querySelector<HTMLElement>('.frame')?.focus();
    await sendKeys({ down: ' ' });
    await until(() => asked('microphone').length === 1, 'it opens');
    await sendKeys({ up: ' ' });
    expect(asked('microphone')).to.deep.equal([
      ['microphone', false],
      ['microphone', true],
    ]);
  });

  it('keeps the page where it is while one talks', async () => {
    await inCall({ local: muted });
    session.setMicrophoneMuted = (is) => {
      session.become({ local: is ? muted : on });
      return Promise.resolve();
    };
    element.shadowRoot?.querySelector<HTMLElement>('.frame')?.focus();
    const kept: boolean[] = [];
    const note = (event: Event): void => void kept.push(event.defaultPrevented);
    document.addEventListener('keydown', note);
    await sendKeys({ down: ' ' });
    await until(() => session.snapshot.local.microphone === 'on', 'it opens');
    await element.updateComplete;
    await sendKeys({ down: ' ' });
    await sendKeys({ up: ' ' });
    document.removeEventListener('keydown', note);
    expect(kept).to.deep.equal([true, true]);
    expect(session.snapshot.local.microphone).to.equal('muted');
  });

  it('a space that is held on a button talks and does not press it, a short one presses', async () => {
    await inCall({ local: muted });
    button(element, 'Leave').focus();
    await sendKeys({ down: ' ' });
    await until(() => asked('microphone').length === 1, 'it opens');
    await sendKeys({ up: ' ' });
    expect(asked('leave')).to.have.lengthOf(0);
    await sendKeys({ press: ' ' });
    expect(asked('leave')).to.have.lengthOf(1);
    expect(asked('microphone')).to.have.lengthOf(2);
  });

  it('keeps nobody talking when the focus goes elsewhere', async () => {
    await inCall({ local: muted });
    element.shadowRoot?.querySelector<HTMLElement>('.frame')?.focus();
    await sendKeys({ down: ' ' });
    await until(() => asked('microphone').length === 1, 'it opens');
    (document.activeElement as HTMLElement).blur();
    element.shadowRoot?.querySelector<HTMLElement>('.frame')?.blur();
    await until(() => asked('microphone').length === 2, 'it is muted again');
    await sendKeys({ up: ' ' });
  });

  it('rings whoever is heard, and a second later nobody', async () => {
    await inCall();
    const speaking = () =>
      element.shadowRoot?.querySelector('famedly-grid')?.tiles.some(({ speaking: is }) => is) ?? false;
    session.levelsNow.set(anna.id, 0.3);
    await until(speaking, 'anna speaks');
    session.levelsNow.set(anna.id, 0);
    await until(() => !speaking(), 'anna is silent');
  });

  it('lets everybody join where it may, and joins', async () => {
    await show({ problem: { code: 'forbidden', own: 100, needed: 50, mayAllowEverybody: true } });
    await inScene(element, 'forbidden');
    await says('You may change that');
    button(element, 'Allow everybody').click();
    await until(() => asked('enter').length > 0, 'it joins');
    expect(session.asked.map(([name]) => name)).to.deep.equal(['allowEverybody', 'enter']);
  });

  it('says that a call over a media server cannot be joined here, until it is over', async () => {
    await show({ backend: 'livekit', problem: { code: 'unsupported' } });
    await inScene(element, 'forbidden');
    await says('This call runs over a media server');
    session.become({ backend: 'mesh', problem: null });
    await inScene(element, 'lobby');
  });

  it('warns before joining where direct connections are many', async () => {
    const people = ['anna', 'ben', 'carla', 'dora', 'emre'].map((name) => participant(name));
    await show({ participants: people.slice(1) });
    await inScene(element, 'lobby');
    await says('ben, carla and 2 others are here');
    expect(text(element)).to.not.include('a lot for direct');
    session.become({ participants: people });
    await says('Six is a lot for direct connections');
    const note = element.shadowRoot?.querySelector('famedly-lobby')?.renderRoot.querySelector('.note');
    expect(note && getComputedStyle(note).backgroundColor).to.not.equal('rgba(0, 0, 0, 0)');
    element.directLimit = 8;
    await until(() => !text(element).includes('a lot for direct'), 'nothing is said');
  });

  it('copies the link that the page names', async () => {
    const copied: string[] = [];
    const value = (link: string) => Promise.resolve(void copied.push(link));
    Object.defineProperty(navigator.clipboard, 'writeText', { configurable: true, value });
    try {
      await inCall({}, { inviteLink: 'https://one.test/join' });
      button(element, 'People: 2').click();
      await says('Copy invite link');
      button(element, 'Copy invite link').click();
      await says('Link copied');
    } finally {
      Reflect.deleteProperty(navigator.clipboard, 'writeText');
    }
    expect(copied).to.deep.equal(['https://one.test/join']);
  });

  it('brings a shared screen to the stage, but for who wants a grid', async () => {
    await inCall({ participants: [{ ...anna, screensharing: true }, ben] });
    await inScene(element, 'spotlight');
    expect(element.shadowRoot?.querySelector('famedly-grid')?.stage).to.deep.equal([`${anna.id} screen`]);
    button(element, 'Grid').click();
    await inScene(element, 'grid');
  });

  it('says why we are out, and offers no way back where there is none', async () => {
    await show({ state: 'left', endReason: 'kicked' });
    await says('You were removed from the room');
    expect(text(element)).to.not.include('Join again');
    session.become({ endReason: 'taken-over' });
    await says('The call goes on in another window');
    button(element, 'Join again').click();
    await until(() => asked('enter').length > 0, 'it enters');
  });

  it('speaks German', async () => {
    element = document.createElement('famedly-group-call');
    element.lang = 'de';
    session = new ScriptedSession({ state: 'entered', enteredAt: 0, local: on, participants: [anna] });
    element.session = session.shown;
    document.body.append(element);
    await until(() => element.shadowRoot?.querySelector('famedly-controls')?.words.end === 'Verlassen', 'de');
    session.become({ participants: [anna, ben] });
    await says('ben ist dazugekommen');
  });

  it('names us by who we are where the page lends a call alone', async () => {
    await inCall();
    const own = element.shadowRoot?.querySelector('famedly-grid')?.tiles.at(-1);
    expect(own).to.include({ self: true, userId: me });
  });
});
