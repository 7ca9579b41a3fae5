import { expect } from '@open-wc/testing';
import { notify } from '../../../components/attention/notification.ts';
import { fakeNotifications, hidePage } from './fake-notification.ts';
import { StandIns } from './stand-ins.ts';

describe('the notification of a call', () => {
  const standIns = new StandIns();
  const call = { title: 'Anna Berger is calling', body: 'Video call from Team', callId: 'c1' };
  let ringing: AbortController;
  beforeEach(() => {
    ringing = new AbortController();
  });
  afterEach(() => {
    ringing.abort();
    standIns.restore();
  });

  it('says who calls, once per call, until it stops ringing', () => {
    const { shown } = fakeNotifications(standIns, 'granted');
    hidePage(standIns, true);
    notify(call, ringing.signal);
    expect(shown).to.have.length(1);
    expect(shown[0]!.title).to.equal('Anna Berger is calling');
    expect(shown[0]!.options.body).to.equal('Video call from Team');
    expect(shown[0]!.options.tag).to.contain('c1');
    expect(shown[0]!.open).to.equal(true);
    ringing.abort();
    expect(shown[0]!.open).to.equal(false);
  });

  it('comes when the page is hidden, and goes when it is seen', () => {
    const { shown } = fakeNotifications(standIns, 'granted');
    hidePage(standIns, false);
    notify(call, ringing.signal);
    expect(shown).to.deep.equal([]);
    hidePage(standIns, true);
    expect(shown.map(({ open }) => open)).to.deep.equal([true]);
    hidePage(standIns, false);
    expect(shown.map(({ open }) => open)).to.deep.equal([false]);
  });

  it('does not come any more when it has stopped ringing', () => {
    const { shown } = fakeNotifications(standIns, 'granted');
    hidePage(standIns, false);
    notify(call, ringing.signal);
    ringing.abort();
    hidePage(standIns, true);
    notify(call, ringing.signal);
    expect(shown).to.deep.equal([]);
  });

  it('brings the page back by a click, and closes', () => {
    let focused = 0;
    standIns.put(window, 'focus', { value: () => (focused += 1) });
    const { shown } = fakeNotifications(standIns, 'granted');
    hidePage(standIns, true);
    notify(call, ringing.signal);
    shown[0]!.onclick!();
    expect(focused).to.equal(1);
    expect(shown[0]!.open).to.equal(false);
  });

  it('fails in silence where a page may not notify', () => {
    fakeNotifications(standIns, 'android');
    hidePage(standIns, true);
    expect(() => notify(call, ringing.signal)).not.to.throw();
  });
});
