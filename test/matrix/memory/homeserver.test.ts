import { expect } from '@open-wc/testing';
import { connectInPage } from '../../../src/matrix/memory/connect-in-page.ts';
import { DeviceDoor } from '../../../src/matrix/memory/device-door.ts';
import { Homeserver } from '../../../src/matrix/memory/homeserver.ts';
import type { MemoryMatrix } from '../../../src/matrix/memory/index.ts';
import { rejects } from '../contract/expect.ts';
import { until } from '../../until.ts';
import { Recorder } from '../contract/recorder.ts';
import { ManualClock } from './manual-clock.ts';

const [ALICE, BOB] = ['@alice:memory', '@bob:memory'];
const EVENT = 'com.famedly.test';

describe('a homeserver in memory', () => {
  let clock: ManualClock;
  let server: Homeserver;
  let alice: MemoryMatrix;
  let bob: MemoryMatrix;
  let bobHears: Recorder;
  let roomId: string;

  beforeEach(async () => {
    clock = new ManualClock();
    server = new Homeserver({ clock });
    alice = await connectInPage(server, { userId: ALICE, deviceId: 'A1' });
    bob = await connectInPage(server, { userId: BOB, deviceId: 'B1' });
    bobHears = new Recorder(bob);
    roomId = await alice.ensureDirectRoom(BOB);
  });

  afterEach(() => {
    alice.dispose();
    bob.dispose();
  });

  const numbers = (hears: Recorder): unknown[] => hears.numbers(roomId, EVENT);
  const toDevice = (): unknown[] => bobHears.toDevice.map(({ content }) => (content as { n?: unknown }).n);
  const toBob = (n: number) => ({ userId: BOB, deviceId: 'B1', content: { n } });
  const faultsOf = ({ userId, deviceId }: MemoryMatrix) => server.accounts.device(userId, deviceId).faults;

  it('finds the direct room that is there and makes another for another encryption', async () => {
    expect(await bob.ensureDirectRoom(ALICE)).to.equal(roomId);
    const encrypted = await bob.ensureDirectRoom(ALICE, { encrypted: true });
    expect(encrypted).not.to.equal(roomId);
    expect(bob.room(encrypted)?.encrypted).to.equal(true);
  });

  it('sends a scheduled event when its own clock says so, a restart counting from then', async () => {
    const sent = (): number => bobHears.states.filter(({ type }) => type === EVENT).length;
    const id = await alice.scheduleState(roomId, EVENT, '', {}, 18_000);
    clock.advance(17_999);
    await alice.updateScheduled(id, 'restart');
    clock.advance(17_999);
    await bob.state(roomId, EVENT);
    expect(sent()).to.equal(0);
    clock.advance(1);
    await until(() => sent() === 1, 'the scheduled event');
  });

  it('drops a scheduled event that its sender may not send any more', async () => {
    await alice.scheduleState(roomId, EVENT, '', {}, 1000);
    server.leave(ALICE, roomId);
    clock.advance(1000);
    expect(await bob.state(roomId, EVENT)).to.deep.equal([]);
  });

  it('lets a device with a wrong clock know the age of an event and the time of the homeserver', async () => {
    const hour = 3_600_000;
    const late = await connectInPage(server, { userId: BOB, deviceId: 'B2', clock: clock.skewed(-hour) });
    const hears = new Recorder(late);
    faultsOf(late).pauseSync();
    await alice.sendEvent(roomId, EVENT, { n: 1 });
    clock.advance(4000);
    faultsOf(late).resumeSync();
    await until(() => numbers(hears).length === 1, 'the event');
    expect(late.serverClockOffset).to.equal(hour);
    expect(hears.events(roomId, EVENT)[0]?.age).to.equal(4000);
    late.dispose();
  });

  it('takes its time when the way is long', async () => {
    faultsOf(alice).delay = 200;
    let id: string | null = null;
    void alice.sendEvent(roomId, EVENT, { n: 1 }).then((eventId) => (id = eventId));
    await until(() => clock.size > 0, 'the request under way');
    clock.advance(199);
    await bob.state(roomId, EVENT);
    expect(numbers(bobHears)).to.deep.equal([]);
    clock.advance(1);
    await until(() => numbers(bobHears).length === 1, 'the event');
    expect(id).to.equal(null);
    clock.advance(200);
    await until(() => id !== null, 'the answer');
  });

  it('does once what is asked again because the answer was lost', async () => {
    faultsOf(alice).delay = 200;
    const sent = alice.sendEvent(roomId, EVENT, { n: 1 });
    await until(() => clock.size > 0, 'the request under way');
    clock.advance(200);
    await until(() => numbers(bobHears).length === 1, 'the event, its answer still under way');
    faultsOf(alice).delay = 0;
    faultsOf(alice).disconnect();
    clock.advance(200);
    await until(() => alice.connection === 'interrupted', 'the outage noticed');
    faultsOf(alice).reconnect();
    const id = await sent;
    await alice.sendEvent(roomId, EVENT, { n: 2 });
    await until(() => numbers(bobHears).includes(2), 'the next event');
    expect(numbers(bobHears)).to.deep.equal([1, 2]);
    expect(bobHears.events(roomId, EVENT)[0]?.eventId).to.equal(id);
  });

  it('doubles and turns round what it has for a device, when asked to', async () => {
    faultsOf(bob).pauseSync();
    faultsOf(bob).duplicateToDevice = true;
    faultsOf(bob).reorderToDevice = true;
    for (const n of [1, 2]) await alice.sendToDevice(roomId, EVENT, [toBob(n)]);
    faultsOf(bob).resumeSync();
    await until(() => toDevice().length === 4, 'four messages');
    expect(toDevice()).to.deep.equal([2, 2, 1, 1]);
  });

  it('gives up after a minute of outage, except on what is urgent', async () => {
    faultsOf(alice).disconnect();
    await until(() => alice.connection === 'interrupted', 'the outage noticed');
    const given = alice.sendEvent(roomId, EVENT, { n: 1 });
    const urgent = alice.sendEvent(roomId, EVENT, { n: 2 }, { urgent: true });
    clock.advance(60_000);
    await rejects(given, 'matrix-unreachable', 'what was not urgent');
    faultsOf(alice).reconnect();
    await urgent;
    await until(() => numbers(bobHears).length > 0, 'the urgent event');
    expect(numbers(bobHears)).to.deep.equal([2]);
    expect(clock.size).to.equal(0);
  });

  it('keeps what happened before anybody listened for the first who does', async () => {
    await alice.sendEvent(roomId, EVENT, { n: 1 });
    const second = await connectInPage(server, { userId: BOB, deviceId: 'B2' });
    await alice.sendEvent(roomId, EVENT, { n: 2 });
    clock.advance(500);
    const hears = new Recorder(second);
    await until(() => numbers(hears).length === 2, 'both events');
    expect(numbers(hears)).to.deep.equal([1, 2]);
    second.dispose();
  });

  it('reaches a device no more that is gone', async () => {
    const secret = await alice.ensureDirectRoom(BOB, { encrypted: true });
    expect(await alice.sendToDevice(secret, EVENT, [toBob(1)])).to.deep.equal([]);
    bob.dispose();
    const message = toBob(2);
    await until(() => server.accounts.find(BOB, 'B1') === undefined, 'the farewell');
    expect(await alice.sendToDevice(secret, EVENT, [message])).to.deep.equal([message]);
  });

  it('leaves a device to the page that was loaded again', () => {
    const device = server.accounts.device(BOB, 'B3');
    const before = new DeviceDoor(server, device, new MessageChannel().port1);
    const again = new DeviceDoor(server, server.accounts.device(BOB, 'B3'), new MessageChannel().port1);
    before.close();
    expect(server.accounts.find(BOB, 'B3')).to.equal(device);
    again.close();
    expect(server.accounts.find(BOB, 'B3')).to.equal(undefined);
  });

  it('lets everybody do everything in a room without power levels', async () => {
    const open = server.createRoom(ALICE, { members: [BOB], powerLevels: null });
    await until(() => bob.room(open) !== undefined, 'the room');
    expect(bob.room(open)?.powerLevels).to.equal(null);
    await bob.sendState(open, EVENT, '', {});
  });
});
