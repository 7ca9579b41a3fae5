import { expect } from '@open-wc/testing';
import { drawAttention } from '../../../components/attention/attention.ts';
import { en } from '../../../components/locales/en.ts';
import { fakeNotifications, hidePage } from './fake-notification.ts';
import { StandIns } from './stand-ins.ts';
import { until } from '../../until.ts';

/** Whoever wanted it has it by now. */
async function notificationFetched(): Promise<void> {
  await import('../../../components/attention/notification.ts');
  await new Promise((resolve) => setTimeout(resolve));
}

describe('attention for a call that rings', () => {
  const standIns = new StandIns();
  const call = { callId: 'c1', words: en, name: 'Anna Berger', line: 'Video call from Team' };
  let ringing: AbortController;
  let silence: AbortController;
  let vibrating: boolean;
  let ownTitle: string;

  beforeEach(() => {
    ringing = new AbortController();
    silence = new AbortController();
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

  it('is title, notification and vibration, and all of it ends', async () => {
    const { shown } = fakeNotifications(standIns, 'granted');
    drawAttention(call, ringing.signal, silence.signal);
    expect(document.title).to.equal('Anna Berger is calling');
    await until(() => shown.length > 0, 'the notification');
    expect(shown.map(({ title, options }) => [title, options.body])).to.deep.equal([
      ['Anna Berger is calling', 'Video call from Team'],
    ]);
    expect(vibrating).to.equal(true);
    ringing.abort();
    expect(document.title).to.equal(ownTitle);
    expect(shown[0]!.open).to.equal(false);
    expect(vibrating).to.equal(false);
  });

  it('goes on for the eye when it is silenced', async () => {
    const { shown } = fakeNotifications(standIns, 'granted');
    drawAttention(call, ringing.signal, silence.signal);
    await until(() => shown.length > 0, 'the notification');
    silence.abort();
    expect(vibrating).to.equal(false);
    expect(document.title).to.equal('Anna Berger is calling');
    expect(shown[0]!.open).to.equal(true);
  });

  it('is for the eye alone from the start where the call was silenced before', async () => {
    const { shown } = fakeNotifications(standIns, 'granted');
    silence.abort();
    drawAttention(call, ringing.signal, silence.signal);
    expect(vibrating).to.equal(false);
    expect(document.title).to.equal('Anna Berger is calling');
    await until(() => shown.length > 0, 'the notification');
  });

  for (const permission of ['default', 'denied'] as const) {
    it(`is no notification, and no question, where permission is ${permission}`, async () => {
      const { shown, asked } = fakeNotifications(standIns, permission);
      drawAttention(call, ringing.signal, silence.signal);
      await notificationFetched();
      expect(document.title).to.equal('Anna Berger is calling');
      expect(shown).to.deep.equal([]);
      expect(asked()).to.equal(0);
    });
  }

  it('is the rest where there are no notifications', async () => {
    standIns.put(globalThis, 'Notification', { value: undefined });
    drawAttention(call, ringing.signal, silence.signal);
    await notificationFetched();
    expect(document.title).to.equal('Anna Berger is calling');
    expect(vibrating).to.equal(true);
  });

  it('is the title alone where it stops before the notification has come', async () => {
    const { shown } = fakeNotifications(standIns, 'granted');
    drawAttention(call, ringing.signal, silence.signal);
    ringing.abort();
    await notificationFetched();
    expect(shown).to.deep.equal([]);
  });
});
