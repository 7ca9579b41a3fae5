import { expect } from '@open-wc/testing';
import { drawAttention } from '../../../components/attention/attention.ts';
import { en } from '../../../components/locales/en.ts';
import { fakeNotifications, hidePage } from './fake-notification.ts';
import { StandIns } from './stand-ins.ts';

describe('attention for a call that rings', () => {
  const standIns = new StandIns();
  const call = { callId: 'c1', name: 'Anna Berger', line: 'Video call from Team', silenced: false };
  let ringing: AbortController;
  let vibrating: boolean;
  let ownTitle: string;

  beforeEach(() => {
    ringing = new AbortController();
    vibrating = false;
    ownTitle = document.title;
    standIns.clicked(true);
    standIns.put(navigator, 'vibrate', {
      value: (pattern: number) => {
        vibrating = pattern > 0;
        return true;
      },
    });
    hidePage(standIns, true);
  });
  afterEach(() => {
    ringing.abort();
    standIns.restore();
  });

  it('is title, notification and vibration, and all of it ends', () => {
    const { shown } = fakeNotifications(standIns, 'granted');
    drawAttention(call, en, ringing.signal);
    expect(document.title).to.equal('Anna Berger is calling');
    expect(shown.map(({ title, options }) => [title, options.body])).to.deep.equal([
      ['Anna Berger is calling', 'Video call from Team'],
    ]);
    expect(vibrating).to.equal(true);
    ringing.abort();
    expect(document.title).to.equal(ownTitle);
    expect(shown[0]!.open).to.equal(false);
    expect(vibrating).to.equal(false);
  });

  it('goes on for the eye when it is silenced', () => {
    const { shown } = fakeNotifications(standIns, 'granted');
    const silence = drawAttention(call, en, ringing.signal);
    silence();
    expect(vibrating).to.equal(false);
    expect(document.title).to.equal('Anna Berger is calling');
    expect(shown[0]!.open).to.equal(true);
  });

  it('is for the eye alone from the start where the call was silenced before', () => {
    const { shown } = fakeNotifications(standIns, 'granted');
    drawAttention({ ...call, silenced: true }, en, ringing.signal);
    expect(vibrating).to.equal(false);
    expect(document.title).to.equal('Anna Berger is calling');
    expect(shown).to.have.length(1);
  });
});
