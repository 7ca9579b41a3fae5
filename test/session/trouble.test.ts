import { expect } from '@open-wc/testing';
import type { CallSession, WebRTCDelegate } from '../../src/index.ts';
import { World, inState, rings, seesFrames } from './world.ts';
import { until } from '../until.ts';

function refusing(name: string): WebRTCDelegate {
  const refuse = () => Promise.reject(new DOMException('no', name));
  const mediaDevices = {
    getUserMedia: refuse,
    getDisplayMedia: refuse,
    enumerateDevices: () => Promise.resolve([]),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  } as unknown as MediaDevices;
  return { mediaDevices };
}

function problems({ snapshot }: CallSession): string[] {
  return snapshot.problems.map(({ slot, code }) => `${String(slot)} ${code}`).sort();
}

describe('a call in trouble', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });
  afterEach(() => {
    world.close();
  });

  for (const [name, code] of [
    ['NotAllowedError', 'permission-denied'],
    ['NotFoundError', 'device-missing'],
    ['NotReadableError', 'device-busy'],
  ] as const) {
    it(`goes on without devices that fail with ${name}, and says what is missing`, async () => {
      const { alice, bob, roomId } = await world.pair({ b: refusing(name) });
      const call = alice.voip.inviteToCall(roomId, 'video', { userId: '@bob:memory' });
      const incoming = await rings(bob);
      incoming.answer();
      await inState(call, 'connected');
      await seesFrames(() => incoming.remoteUserMediaStream);
      expect(problems(incoming)).to.deep.equal([`camera ${code}`, `microphone ${code}`]);
      await until(() => call.snapshot.remote.cameraMuted, 'the other side is told');
      expect(call.snapshot.remote.microphoneMuted).to.equal(true);
    });
  }

  it('rings and connects for a caller without devices', async () => {
    const { alice, bob, roomId } = await world.pair({ a: refusing('NotFoundError') });
    const call = alice.voip.inviteToCall(roomId, 'video', { userId: '@bob:memory' });
    (await rings(bob)).answer();
    await inState(call, 'connected');
    await seesFrames(() => call.remoteUserMediaStream);
  });

  it('says when signalling is interrupted, keeps the media and delivers the hangup afterwards', async () => {
    const { alice, bob, roomId } = await world.pair();
    const call = alice.voip.inviteToCall(roomId, 'video', { userId: '@bob:memory' });
    const incoming = await rings(bob);
    incoming.answer();
    await inState(call, 'connected');
    const { faults } = world.server.accounts.device('@alice:memory', 'A1');
    faults.disconnect();
    await until(() => call.snapshot.signallingInterrupted, 'said after five seconds');
    await seesFrames(() => call.remoteUserMediaStream);
    call.hangup();
    faults.reconnect();
    await inState(incoming, 'ended');
    expect(incoming.snapshot.endReason).to.equal('user_hangup');
  });

  it('ends when the other side leaves the room', async () => {
    const { alice, bob, roomId } = await world.pair();
    const call = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    (await rings(bob)).answer();
    await inState(call, 'connected');
    world.server.leave('@bob:memory', roomId);
    await inState(call, 'ended');
    expect(call.snapshot.endReason).to.equal('left_room');
  });

  it('refuses methods that its state does not allow, with a code', async () => {
    const { alice, bob, roomId } = await world.pair();
    const call = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    await rings(bob);
    const code = (method: () => void): string => {
      try {
        method();
      } catch (error) {
        return (error as { code: string }).code;
      }
      return 'nothing';
    };
    expect(code(() => call.answer())).to.equal('invalid-state');
    expect(code(() => call.setRemoteOnHold(true))).to.equal('invalid-state');
    expect(code(() => call.sendDTMF('one'))).to.equal('invalid-argument');
    expect(code(() => call.acceptTransfer())).to.equal('invalid-state');
    call.hangup();
    expect(code(() => call.hangup())).to.equal('nothing');
    expect(code(() => void call.setMicrophoneMuted(true))).to.equal('invalid-state');
  });
});
