import '../../../components/define-group.ts';
import { expect } from '@open-wc/testing';
import type { FamedlyGroupCall } from '../../../components/group-call/famedly-group-call.ts';
import { until } from '../../until.ts';
import { inScene } from '../call/stage.ts';
import { holdTimers } from '../toasts/held-timers.ts';
import type { HeldTimers } from '../toasts/held-timers.ts';
import { whole } from './group-stage.ts';
import { participant, ScriptedSession } from './scripted-session.ts';

const five = ['anna', 'ben', 'carla', 'dora', 'emre'].map((name) => participant(name));
const [anna, ben] = five as [(typeof five)[number], (typeof five)[number]];
/** ms in which comings and goings are gathered. */
const GATHER = 900;

describe('who comes and goes in a group call', () => {
  let element: FamedlyGroupCall;
  let session: ScriptedSession;
  let timers: HeldTimers;

  function show(state: 'lobby' | 'entered', participants = five): void {
    session = new ScriptedSession({ state, enteredAt: Date.now(), participants });
    element = document.createElement('famedly-group-call');
    element.session = session.shown;
    document.body.append(element);
  }
  afterEach(() => {
    timers.release();
    element.remove();
  });

  const told = () =>
    [...element.shadowRoot!.querySelectorAll('[aria-live] p')].map(({ textContent }) => textContent);
  const toasts = () => element.shadowRoot!.querySelector('famedly-toasts')!.toasts.map(({ text }) => text);
  async function becomes(participants: readonly (typeof anna)[]): Promise<void> {
    session.become({ participants });
    await element.updateComplete;
  }

  it('is told of once where several go in a moment, before it is said that nobody else is here', async () => {
    timers = holdTimers(GATHER);
    show('entered');
    await whole(element);
    await until(() => told().includes('You are in the call'), 'the start');
    for (let left = 4; left >= 0; left -= 1) await becomes(five.slice(0, left));
    expect(timers.running).to.deep.equal([GATHER]);
    expect([told(), toasts()]).to.deep.equal([['You are in the call'], []]);
    timers.pass();
    await element.updateComplete;
    expect(told()).to.deep.equal(['You are in the call', '5 people left', 'Nobody else is here.']);
    expect(toasts()).to.deep.equal(['5 people left']);
  });

  it('is told of by name where they are few, and not at all where somebody is back at once', async () => {
    timers = holdTimers(GATHER);
    show('entered', [anna]);
    await whole(element);
    await until(() => told().length > 0, 'the start');
    await becomes([]);
    await becomes([ben]);
    await becomes([ben, anna]);
    timers.pass();
    await element.updateComplete;
    expect(told().slice(1)).to.deep.equal(['ben joined']);
  });

  it('is told of before what else there is to say of them', async () => {
    timers = holdTimers(GATHER);
    show('entered', [anna]);
    await whole(element);
    await becomes([anna, ben]);
    await becomes([anna, { ...ben, screensharing: true }]);
    expect(toasts()).to.deep.equal(['ben joined', 'ben is sharing a screen']);
    expect(timers.running).to.deep.equal([]);
  });

  it('contradicts nothing that is said on entering', async () => {
    // What says it is fetched after 300 or 3000 ms.
    timers = holdTimers(GATHER, 300, 3000);
    show('lobby', []);
    await inScene(element, 'lobby');
    session.become({ state: 'entered' });
    await inScene(element, 'grid');
    await becomes([anna]);
    expect(told()).to.deep.equal([]);
    while (timers.running.length > 0) timers.pass();
    await whole(element);
    await until(() => timers.running.includes(GATHER), 'anna is gathered');
    while (timers.running.length > 0) timers.pass();
    await until(() => told().includes('anna joined'), 'it is said');
    expect(told()).to.deep.equal(['You are in the call', 'anna joined']);
  });

  it('is told of no more once we have left', async () => {
    timers = holdTimers(GATHER);
    show('entered', [anna]);
    await whole(element);
    await becomes([anna, { ...ben, screensharing: true }]);
    await becomes([anna]);
    session.become({ hands: [{ participantId: anna.id, key: '🖐️', since: 0, eventId: '$hand' }] });
    await until(() => toasts().includes('anna raised a hand'), 'a hand');
    session.become({ state: 'leaving' });
    await inScene(element, 'left');
    expect([toasts(), timers.running]).to.deep.equal([[], []]);
    session.become({ state: 'left' });
    session.become({ state: 'entered', hands: [] });
    await inScene(element, 'grid');
    session.become({ hands: [{ participantId: anna.id, key: '🖐️', since: 0, eventId: '$hand2' }] });
    const seen = () => element.shadowRoot!.querySelector('famedly-toasts')!.renderRoot.textContent;
    await until(() => seen().includes('anna raised a hand'), 'news are seen again');
  });
});
