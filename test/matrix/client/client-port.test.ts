import { expect } from '@open-wc/testing';
import { ClientPort } from '../../../src/matrix/client/client-port.ts';
import { systemClock } from '../../../src/foundation/clock.ts';
import { rejects } from '../contract/expect.ts';
import { until } from '../../until.ts';
import { Recorder } from '../contract/recorder.ts';
import { FakeClient, FakeEvent, ROOM } from './fake-client.ts';

describe('a port over a client', () => {
  let client: FakeClient;
  let port: ClientPort;
  let hears: Recorder;

  beforeEach(() => {
    client = new FakeClient();
    client.syncState = 'SYNCING';
    open();
  });

  afterEach(() => {
    port.dispose();
    expect(client.listening, 'listeners left on the client').to.equal(0);
  });

  function open(): void {
    port = new ClientPort(client, systemClock);
    hears = new Recorder(port);
  }

  function reopen(): void {
    port.dispose();
    open();
  }

  const raw = (event_id: string, type: string) => {
    return { event_id, type, content: {}, sender: '@bob:fake', origin_server_ts: 0 };
  };
  const batches = () => hears.batches.map(({ events }) => events.map(({ eventId }) => eventId));

  it('makes one batch of one sync response, with its gaps', async () => {
    client.emit('Room.timelineReset', client.room);
    client.emit('event', new FakeEvent('$1'));
    client.emit('event', new FakeEvent('$2'));
    client.emit('event', new FakeEvent('~local echo'));
    client.emit('event', new FakeEvent('$1'));
    client.synced();
    client.synced();
    await until(() => hears.batches.length > 0, 'the batch');
    client.emit('event', new FakeEvent('$3'));
    client.synced();
    await until(() => hears.batches.length === 2, 'the next batch');
    expect(batches()).to.deep.equal([['$1', '$2'], ['$3']]);
    expect(hears.batches.map(({ gaps }) => gaps)).to.deep.equal([[ROOM], []]);
  });

  it('brings an invite of a repeated past with its true age and what followed it, each once', async () => {
    client.answer = ({ path }) => {
      const followed = [raw('$hangup', 'm.call.hangup'), raw('$text', 'm.room.message')];
      return path.endsWith('/messages') ? { chunk: [...followed, raw('$invite', 'm.call.invite')] } : {};
    };
    client.mapped = ({ event_id, type }) => new FakeEvent(event_id, { type, age: 90_000 });
    client.emit('event', new FakeEvent('$invite'));
    client.synced();
    await until(() => hears.batches.length > 0, 'the batch');
    client.emit('event', new FakeEvent('$hangup', { type: 'm.call.hangup' }));
    client.emit('event', new FakeEvent('$text', { type: 'm.room.message' }));
    client.synced();
    await until(() => hears.batches.length === 2, 'the next batch');
    expect(batches()).to.deep.equal([['$invite', '$hangup'], ['$text']]);
    expect(hears.batches[0]!.events[0]!.age).to.be.at.least(90_000);
  });

  it('brings with an invite of a repeated past what follows it while the room is asked', async () => {
    let tell: (answer: unknown) => void = () => undefined;
    client.answer = () => new Promise((resolve) => (tell = resolve));
    client.mapped = ({ event_id, type }) => new FakeEvent(event_id, { type, age: 90_000 });
    client.emit('event', new FakeEvent('$invite'));
    client.synced();
    await until(() => client.requests.some(({ path }) => path.endsWith('/messages')), 'the question');
    client.emit('event', new FakeEvent('$hangup', { type: 'm.call.hangup' }));
    client.emit('event', new FakeEvent('$text', { type: 'm.room.message' }));
    client.synced();
    tell({ chunk: [raw('$hangup', 'm.call.hangup'), raw('$invite', 'm.call.invite')] });
    await until(() => hears.batches.length === 2, 'both batches');
    expect(batches()).to.deep.equal([['$invite', '$hangup'], ['$text']]);
  });

  it('finds what followed an invite of a repeated past behind many messages', async () => {
    const messages = Array.from({ length: 300 }, (_, index) => raw(`$text${index}`, 'm.room.message'));
    const room = [...messages, raw('$hangup', 'm.call.hangup'), raw('$invite', 'm.call.invite')];
    client.answer = ({ path, query }) => {
      if (!path.endsWith('/messages')) return {};
      const { types } = JSON.parse(query?.['filter'] ?? '{"types":["*"]}') as { types: string[] };
      const wanted = types.map((type) => new RegExp(`^${type.replaceAll('.', '\\.').replace('*', '.*')}$`));
      const found = room.filter(({ type }) => wanted.some((each) => each.test(type)));
      return { chunk: found.slice(0, Number(query?.['limit'])) };
    };
    client.mapped = ({ event_id, type }) => new FakeEvent(event_id, { type, age: 90_000 });
    client.emit('event', new FakeEvent('$invite'));
    client.synced();
    await until(() => hears.batches.length > 0, 'the batch');
    expect(batches()).to.deep.equal([['$invite', '$hangup']]);
  });

  it('lets an invite through when the room does not say what followed it', async () => {
    client.answer = () => Promise.reject(new Error('no'));
    client.emit('event', new FakeEvent('$invite'));
    client.synced();
    await until(() => hears.batches.length > 0, 'the batch');
    expect(batches()).to.deep.equal([['$invite']]);
  });

  it('waits for decryption, keeps the order, and brings late events later with their age', async () => {
    const quick = new FakeEvent('$quick', { encrypted: true });
    const late = new FakeEvent('$late', { encrypted: true, age: 1_000 });
    client.decrypting = async (event) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (event === quick) quick.decrypt();
    };
    for (const event of [late, quick, new FakeEvent('$clear')]) client.emit('event', event);
    client.synced();
    client.emit('event', new FakeEvent('$next'));
    client.synced();
    await until(() => hears.batches.length === 2, 'both batches');
    expect(batches()).to.deep.equal([['$quick', '$clear'], ['$next']]);

    late.decrypt();
    client.emit('Event.decrypted', late);
    client.emit('Event.decrypted', quick);
    await until(() => hears.batches.length === 3, 'the late one');
    const [event] = hears.batches[2]!.events;
    expect(event).to.include({ eventId: '$late', encrypted: true });
    expect(event!.age).to.be.within(1_000, 5_000);
  });

  it('does not wait for ever for a key', async () => {
    client.decrypting = () => new Promise(() => undefined);
    client.emit('event', new FakeEvent('$stuck', { encrypted: true }));
    client.emit('event', new FakeEvent('$clear'));
    client.synced();
    await until(() => hears.batches.length === 1, 'the batch');
    expect(batches()).to.deep.equal([['$clear']]);
  });

  it('hands over of the first sync what is recent', async () => {
    client.emit('event', new FakeEvent('$old', { age: 10 * 60_000 }));
    client.emit('event', new FakeEvent('$recent', { age: 10_000 }));
    client.synced({});
    await until(() => hears.batches.length === 1, 'the batch');
    expect(batches()).to.deep.equal([['$recent']]);
  });

  it('hands over what the client had synced before there was a port', async () => {
    const old = new FakeEvent('$old', { age: 10 * 60_000 });
    const recent = new FakeEvent('$recent', { age: 10_000 });
    client.timeline.push(old, recent);
    reopen();
    client.emit('event', recent);
    client.synced();
    await until(() => hears.batches.length === 1, 'the batch');
    expect(batches()).to.deep.equal([['$recent']]);
  });

  it('estimates the clock of the homeserver by the median', () => {
    for (const skew of [5_000, 5_100, 900_000]) {
      const event = new FakeEvent(`$${skew}`);
      event.getTs = () => event.localTimestamp + skew;
      client.emit('event', event);
    }
    expect(port.serverClockOffset).to.equal(5_100);
  });

  it('sends nothing into an encrypted room that it cannot encrypt', async () => {
    client.encrypted = true;
    await rejects(port.sendEvent(ROOM, 'm.call.invite', { sdp: 'secret' }), 'unsupported', 'no crypto');
    client.crypto = crypto(() => Promise.reject(new Error('no session')));
    await rejects(port.sendEvent(ROOM, 'm.call.invite', { sdp: 'secret' }), 'encryption-failed', 'failing');
    port.sendOnUnload(ROOM, 'm.call.hangup', {});
    expect(client.requests).to.deep.equal([]);
  });

  it('encrypts once what it sends twice', async () => {
    client.encrypted = true;
    let encryptions = 0;
    client.crypto = crypto(() => ((encryptions += 1), Promise.resolve()));
    const lost = Object.assign(new Error('lost'), { name: 'ConnectionError' });
    client.answer = () => {
      if (client.requests.length === 1) throw lost;
      return { event_id: '$sent' };
    };
    expect(await port.sendEvent(ROOM, 'm.call.invite', {})).to.equal('$sent');
    expect(encryptions).to.equal(1);
    const paths = client.requests.map(({ path }) => path);
    expect(paths[0]).to.match(/\/send\/m\.room\.encrypted\//);
    expect(paths[1], 'the same transaction').to.equal(paths[0]);
  });

  it('follows what the client says of its connection', () => {
    client.emit('sync', 'RECONNECTING', 'SYNCING', { error: new Error('lost') });
    client.emit('sync', 'ERROR', 'RECONNECTING', { error: new Error('lost') });
    client.emit('sync', 'CATCHUP', 'ERROR');
    client.synced();
    client.emit('Session.logged_out', new Error('logged out'));
    client.emit('sync', 'STOPPED', 'SYNCING');
    client.synced();
    client.emit('sync', 'ERROR', 'SYNCING', { error: { errcode: 'M_UNKNOWN_TOKEN' } });
    client.synced();
    client.emit('sync', 'STOPPED', 'SYNCING');
    expect(hears.connections).to.deep.equal([
      'interrupted',
      'connected',
      'unauthorized',
      'connected',
      'unauthorized',
      'connected',
      'stopped',
    ]);
  });

  it('ends what waits when the client is stopped, and goes on when it is started again', async () => {
    client.answer = () => new Promise(() => undefined);
    const waiting = rejects(port.sendEvent(ROOM, 'm.call.invite', {}), 'stopped', 'waiting');
    client.emit('sync', 'STOPPED', 'SYNCING');
    await waiting;
    await rejects(port.sendEvent(ROOM, 'm.call.invite', {}), 'stopped', 'sending');
    client.answer = () => ({ event_id: '$sent' });
    client.synced();
    expect(await port.sendEvent(ROOM, 'm.call.invite', {})).to.equal('$sent');
  });

  it('says that an answer is not what it should be', async () => {
    client.answer = () => ({ nonsense: true });
    await rejects(port.sendEvent(ROOM, 'm.call.invite', {}), 'bad-response', 'event id');
    await rejects(port.openIdToken(), 'bad-response', 'token');
  });

  it('asks the older delayed-event endpoint where there is no newer one', async () => {
    const unrecognized = Object.assign(new Error('?'), { httpStatus: 404, errcode: 'M_UNRECOGNIZED' });
    client.answer = ({ path }) => {
      if (path.endsWith('/restart')) throw unrecognized;
      return {};
    };
    await port.updateScheduled('id/1', 'restart');
    expect(client.requests.map(({ path, body }) => [path, body])).to.deep.equal([
      ['/delayed_events/id%2F1/restart', {}],
      ['/delayed_events/id%2F1', { action: 'restart' }],
    ]);
  });

  it('lets what is small outlive a page that goes away, and asks for it before anything else can happen', async () => {
    client.answer = () => ({ event_id: '$sent' });
    const to = { userId: '@bob:fake', deviceId: 'BOB' };
    await port.sendToDevice(ROOM, 'm.call.hangup', [{ ...to, content: {} }]);
    client.requests.length = 0;
    const asked = [
      port.updateScheduled('id', 'send'),
      port.sendToDevice(ROOM, 'm.call.hangup', [{ ...to, content: {} }]),
      port.sendState(ROOM, 'type', '', {}),
    ];
    // Tasks of the page do not run any more.
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
    expect(client.requests.map(({ keepAlive }) => keepAlive)).to.deep.equal([true, true, true]);
    await Promise.all(asked);

    const offer = 'v=0'.repeat(5_000);
    await port.sendToDevice(ROOM, 'm.call.invite', [{ ...to, content: { offer } }]);
    expect(client.requests.at(-1)?.keepAlive).to.equal(false);
  });

  it('says that what is scheduled no more is not found', async () => {
    client.answer = () => {
      throw Object.assign(new Error('gone'), { httpStatus: 409, errcode: 'M_UNKNOWN' });
    };
    await rejects(port.updateScheduled('id', 'cancel'), 'not-found', 'conflict');
  });

  it('declares delayed events missing once the homeserver has said so', async () => {
    expect(port.capabilities.delayedEvents).to.equal(true);
    await rejects(port.scheduleState(ROOM, 'type', '', {}, 1_000), 'unsupported', 'scheduling');
    expect(port.capabilities.delayedEvents).to.equal(false);
  });

  it('schedules what takes us out without waiting for what puts us in', async () => {
    client.getVersions = () => Promise.resolve({ unstable_features: { 'org.matrix.msc4140': true } });
    client.answer = ({ path }) => (path.endsWith('/leave') ? { delay_id: 'later' } : new Promise(() => null));
    port.sendState(ROOM, 'enter', '', {}).catch(() => undefined);
    expect(await port.scheduleState(ROOM, 'leave', '', {}, 1_000)).to.equal('later');
  });

  it('drops to-device messages whose encryption is by somebody else than their sender', async () => {
    const message = { type: 'm.call.invite', sender: '@bob:fake', content: {} };
    const from = (sender: string) => ({ message, encryptionInfo: { sender, senderDevice: 'BOB' } });
    client.emit('receivedToDeviceMessage', from('@mallory:fake'));
    client.emit('receivedToDeviceMessage', { message: { ...message, content: 'text' } });
    client.emit('receivedToDeviceMessage', { message: { ...message, type: 'm.room.encrypted' } });
    client.emit('receivedToDeviceMessage', from('@bob:fake'));
    await until(() => hears.toDevice.length > 0, 'the message');
    expect(hears.toDevice).to.deep.equal([{ ...message, senderDevice: 'BOB', encrypted: true }]);
  });

  it('keeps the order of what is sent into a room and of what comes to the device', async () => {
    void port.sendState(ROOM, 'first', '', {});
    void port.redact(ROOM, '$second');
    await port.sendEvent(ROOM, 'third', {});
    const paths = client.requests.map(({ path }) => /first|second|third/.exec(path)?.[0]);
    expect(paths).to.deep.equal(['first', 'second', 'third']);
    const message = (type: string) => ({ message: { type, sender: '@bob:fake', content: {} } });
    for (const type of ['a', 'b', 'c']) client.emit('receivedToDeviceMessage', message(type));
    await until(() => hears.toDevice.length === 3, 'all messages');
    expect(hears.toDevice.map(({ type }) => type)).to.deep.equal(['a', 'b', 'c']);
  });

  it('shares one client with other ports', async () => {
    const other = new ClientPort(client, systemClock);
    const otherHears = new Recorder(other);
    client.emit('event', new FakeEvent('$1'));
    client.synced();
    await until(() => hears.batches.length + otherHears.batches.length === 2, 'both hear');
    other.dispose();
    client.emit('event', new FakeEvent('$2'));
    client.synced();
    await until(() => hears.batches.length === 2, 'the one that is left');
    expect(otherHears.batches).to.have.length(1);
  });

  function crypto(encryptEvent: () => Promise<void>): FakeClient['crypto'] {
    return {
      isEncryptionEnabledInRoom: () => Promise.resolve(true),
      getUserDeviceInfo: () => Promise.resolve(new Map()),
      encryptToDeviceMessages: () => Promise.resolve({ eventType: 'm.room.encrypted', batch: [] }),
      encryptEvent,
    };
  }
});
